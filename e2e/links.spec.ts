import { expect } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { addLink, chooseLinked, openRecord } from './support/record-steps.ts';

const RECORDS = [
  { kind: 'plan', id: 'plan-1', title: '示例推进办法', issued: '2020年3月', status: '已修订' },
  {
    kind: 'plan',
    id: 'plan-2',
    title: '示例推进办法（修订）',
    issued: '2023年3月',
    status: '现行',
    supersedes: { printed: '示例推进办法', id: 'plan-1' },
  },
  { kind: 'activity', id: 'activity-1', title: '示例故事汇', date: '2023年5月' },
  { kind: 'honor', id: 'honor-1', title: '示例先进单位', date: '2023年12月' },
  { kind: 'honor', id: 'honor-2', title: '示例文明单位', date: '2022年12月' },
];

test('plan, activity and honour are linked, seen from each side and as a chain', async ({ page }) => {
  await importRecords(page, RECORDS);
  await openRecord(page, 'plan', 'plan-2');
  await expect(page.getByText('还没有关联的记录')).toBeVisible();
  await chooseLinked(page, '故事', '示例故事汇');
  await expect(page.getByRole('dialog').getByText('落实', { exact: true })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '关联', exact: true }).click();
  await expect(page.getByText('已关联“示例故事汇”')).toBeVisible();
  await expect(page.getByTestId('links')).toContainText('由这些活动落实');

  // By the initials of its pinyin, and seen from the honour, which it leads to.
  await openRecord(page, 'honor', 'honor-1');
  await chooseLinked(page, 'slgsh', '示例故事汇');
  await expect(page.getByRole('dialog').getByText('促成', { exact: true })).toBeVisible();
  await expect(page.getByRole('dialog').getByText('对方 → 本记录')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '关联', exact: true }).click();
  await expect(page.getByTestId('links')).toContainText('得益于');
  await expect(page.getByTestId('chain').getByRole('listitem')).toHaveText([
    '示例推进办法（修订）',
    '示例故事汇',
    '示例先进单位',
  ]);

  // What is linked already is not offered again, and neither is the record itself.
  await page.getByRole('button', { name: '添加关联' }).click();
  await page.getByRole('dialog').getByLabel('关联到').fill('示例');
  await expect(page.locator('.ant-select-item-option')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();

  await openRecord(page, 'activity', 'activity-1');
  await expect(page.getByTestId('links')).toContainText('促成');
  await expect(page.getByTestId('links')).toContainText('落实的方案');
  await page.getByRole('button', { name: '解除与“示例先进单位”的关联' }).click();
  await expect(page.getByText('已解除与“示例先进单位”的关联')).toBeVisible();
  await expect(page.getByTestId('links')).not.toContainText('示例先进单位');
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('links')).toContainText('示例先进单位');
});

test('a deleted record is in no link, and back in it when it is back', async ({ page }) => {
  await importRecords(page, RECORDS);
  await openRecord(page, 'honor', 'honor-2');
  await addLink(page, '修订', '示例推进办法（修订）');
  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('已删除“示例文明单位”')).toBeVisible();
  await openRecord(page, 'plan', 'plan-2');
  await expect(page.getByText('还没有关联的记录')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('links')).toContainText('示例文明单位');
});

test('versions of a plan are seen from each of them', async ({ page }) => {
  await importRecords(page, RECORDS);
  await openRecord(page, 'plan', 'plan-1');
  await expect(page.getByTestId('plan-versions').getByRole('listitem')).toHaveText([
    /^新版示例推进办法（修订）/,
    /^本版/,
  ]);
  await page.getByTestId('plan-versions').getByRole('button', { name: '示例推进办法（修订）' }).click();
  await expect(page.getByTestId('plan-versions').getByRole('listitem')).toHaveText([/^本版/, /^旧版示例推进办法/]);
});
