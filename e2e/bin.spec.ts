import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { addLink, openRecord } from './support/record-steps.ts';
import { goTo } from './support/window-steps.ts';

const bin = (page: Page) => page.getByTestId('bin');
const binTitles = (page: Page) => bin(page).locator('.ag-row [col-id="title"]');

const RECORDS = [
  { kind: 'plan', id: 'plan-1', title: '示例方案甲', issuers: ['示例单位甲'] },
  { kind: 'honor', id: 'honor-1', title: '示例荣誉甲', recipients: ['示例单位乙'] },
  { kind: 'honor', id: 'honor-2', title: '示例荣誉乙', recipients: ['示例单位乙'] },
];

test('a record is deleted with a reason given afterwards, found in the bin, read and restored', async ({ page }) => {
  await importRecords(page, RECORDS);
  await openRecord(page, 'honor', 'honor-1');
  await addLink(page, '示例方案', '示例方案甲');
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('button', { name: '补充原因' }).click();
  await expect(page.getByLabel('删除原因')).toBeFocused();
  await page.getByLabel('删除原因').fill('重复录入');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已记下删除原因')).toBeVisible();

  await goTo(page, '#/bin');
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
  const row = bin(page).locator('.ag-row').first();
  await expect(row).toContainText('荣誉');
  await expect(row).toContainText('示例荣誉甲');
  await expect(row).toContainText('重复录入');
  // The link went along with it and is no row of its own.
  await expect(row).toContainText('1 项');

  await binTitles(page).first().click();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByTestId('deleted-record')).toContainText('示例单位乙');
  await expect(dialog).toContainText('重复录入');
  await dialog.getByRole('button', { name: '展开' }).click();
  await expect(dialog.getByTestId('record-history')).toContainText('移入回收站');
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(page.getByText('已恢复“示例荣誉甲”')).toBeVisible();
  await expect(page.getByText('回收站是空的')).toBeVisible();

  await openRecord(page, 'honor', 'honor-1');
  await expect(page.getByTestId('links')).toContainText('示例方案甲');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('这条记录已被删除或不存在')).toBeVisible();
});

test('several are found by kind and text, restored at once, and the restoring is undone at once', async ({ page }) => {
  await importRecords(page, RECORDS);
  await goTo(page, '#/ledger/honor');
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await page.getByRole('button', { name: '删除所选' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText('已删除 2 条记录')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openRecord(page, 'plan', 'plan-1');
  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('已删除“示例方案甲”')).toBeVisible();

  await goTo(page, '#/bin');
  await expect(page.getByText('共 3 条', { exact: true })).toBeVisible();
  await page.getByLabel('在回收站中查找').fill('荣誉乙');
  await expect(page.getByText('共 3 条，显示 1 条')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('combobox', { name: '类型' }).click();
  await page.getByText('荣誉（2）').click();
  await expect(page.getByText('共 3 条，显示 2 条')).toBeVisible();
  await bin(page).getByRole('columnheader').getByRole('checkbox').check();
  await page.getByRole('button', { name: '恢复所选（2）' }).click();
  await expect(page.getByText('已恢复 2 条记录')).toBeVisible();
  await expect(page.getByText('共 1 条，显示 0 条')).toBeVisible();
  await page.getByRole('heading', { name: '回收站' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('共 3 条，显示 2 条')).toBeVisible();
});

test('a restored record brings the unit back that was founded and taken back along with it', async ({ page }) => {
  await importRecords(page, [RECORDS[1] ?? {}]);
  await page.getByRole('heading', { name: '首页' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^已撤销/)).toBeVisible();
  await goTo(page, '#/bin');
  await expect(page.getByText('共 2 条', { exact: true })).toBeVisible();
  await binTitles(page).getByText('示例荣誉甲').dblclick();
  await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
  await expect(page.getByText('回收站是空的')).toBeVisible();
  await openRecord(page, 'honor', 'honor-1');
  await page.getByTestId('entry-details').getByRole('button', { name: '示例单位乙' }).click();
  await expect(page.getByRole('heading', { name: '示例单位乙' })).toBeVisible();
  // Now that a record names it, it is not deleted.
  await expect(page.getByRole('button', { name: '删除', exact: true })).toHaveCount(0);
});

test('a programme that honours name may be deleted, and the message says that they keep its name', async ({ page }) => {
  const programme = { kind: 'programme', id: 'programme-1', title: '示例文明单位' };
  const honor = { ...RECORDS[1], programme: { printed: '示例文明单位', id: 'programme-1' } };
  await importRecords(page, [programme, honor]);
  await openRecord(page, 'programme', 'programme-1');
  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('仍有 1 条记录写着它的名称，内容不变')).toBeVisible();
  await openRecord(page, 'honor', 'honor-1');
  await expect(page.getByTestId('entry-details')).toContainText('示例文明单位');
});
