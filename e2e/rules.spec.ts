import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { goTo } from './support/window-steps.ts';

const HONORS = [
  { kind: 'honor', id: 'honor-m', title: '示例部委荣誉', date: '2023年5月', awardedBy: ['教育部'] },
  { kind: 'honor', id: 'honor-x', title: '示例协会荣誉', date: '2023年6月', awardedBy: ['示例行业协会'] },
  {
    kind: 'honor',
    id: 'honor-r',
    title: '示例有理由的荣誉',
    date: '2023年7月',
    awardedBy: ['教育部'],
    level: '国家级',
    levelReason: '示例：文件写明国家级',
  },
];

async function openRules(page: Page): Promise<void> {
  await goTo(page, '#/rules');
  await page.getByRole('heading', { name: '规则', exact: true }).waitFor();
}

const answer = (page: Page) => page.getByTestId('rule-answer');

test('what ministries count as is decided here, and honours follow after a preview', async ({ page }) => {
  test.setTimeout(120_000);
  await importRecords(page, HONORS);
  await openRules(page);
  await page.getByLabel('授予单位名称').fill('教育部');
  await expect(answer(page)).toContainText('“教育部*”定为');
  await expect(answer(page)).toContainText('国家级');
  await expect(page.getByTestId('rederive')).toContainText('现有荣誉的级别与规则一致');

  const choice = page.getByRole('radiogroup', { name: '部委表彰的级别' });
  await choice.getByText('省部级').click();
  await expect(answer(page)).toContainText('省部级');
  await expect(page.getByTestId('rederive')).toContainText('1 项荣誉的级别会变');
  await expect(page.getByRole('button', { name: '预览并更新' })).toBeDisabled();
  await page.getByRole('button', { name: '保存规则' }).click();
  await expect(page.getByText('已保存级别规则')).toBeVisible();

  await page.getByRole('button', { name: '预览并更新' }).click();
  await expect(page.getByTestId('rederive-preview').locator('.ag-row')).toHaveCount(1);
  await expect(page.getByTestId('rederive-preview')).toContainText('示例部委荣誉');
  await page.getByRole('button', { name: '更新 1 项' }).click();
  await expect(page.getByText('已更新 1 项荣誉的级别')).toBeVisible();
  await expect(page.getByTestId('rederive')).toContainText('现有荣誉的级别与规则一致');

  await goTo(page, '#/record/honor/honor-m');
  await expect(page.getByTestId('entry-details')).toContainText('省部级');
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('entry-details')).toContainText('国家级');
});

test('a rule is added, refused while it says nothing, put in its place and reset', async ({ page }) => {
  test.setTimeout(120_000);
  await importRecords(page, HONORS);
  await openRules(page);
  await page.getByLabel('授予单位名称').fill('示例行业协会');
  await expect(answer(page)).toContainText('没有规则合得上');
  await page.getByRole('button', { name: '新增' }).last().click();
  await expect(page.getByTestId('rule-form')).toContainText('样式不能为空');
  await expect(page.getByRole('button', { name: '保存规则' })).toBeDisabled();
  await page.locator('#rule-pattern').fill('示例*协会');
  await expect(answer(page)).toContainText('由第 1 条“示例*协会”定为');
  await page.getByRole('button', { name: '下移' }).click();
  await expect(answer(page)).toContainText('由第 2 条');
  await page.getByRole('button', { name: '移到最前' }).click();
  await expect(answer(page)).toContainText('由第 1 条');
  await page.getByRole('button', { name: '保存规则' }).click();
  await expect(page.getByText('已保存级别规则')).toBeVisible();
  await expect(page.getByTestId('rederive')).toContainText('1 项荣誉的级别会变');

  await page.getByRole('button', { name: '恢复默认' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复默认' }).click();
  await page.getByRole('button', { name: '保存规则' }).click();
  await expect(page.getByText('已保存级别规则').first()).toBeVisible();
  await expect(page.getByTestId('level-rules').locator('.ag-row').first()).not.toContainText('示例*协会');
});

test('unsaved rules are not lost by leaving', async ({ page }) => {
  await importRecords(page, HONORS);
  await openRules(page);
  await page.getByRole('radiogroup', { name: '部委表彰的级别' }).getByText('省部级').click();
  await page.getByText('常用词').click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('words are added, taken from records and removed', async ({ page }) => {
  await importRecords(page, [
    { kind: 'activity', title: '示例活动一', date: '2023年5月', place: '示例会议室' },
    { kind: 'activity', title: '示例活动二', date: '2023年6月', place: '示例会议室' },
    { kind: 'activity', title: '示例活动三', date: '2023年7月', place: '示例报告厅' },
  ]);
  await openRules(page);
  await page.getByText('常用词').click();
  await expect(page.getByTestId('used-terms')).toContainText('示例会议室 2 次');
  await page.getByRole('button', { name: '全部加入（2）' }).click();
  await expect(page.getByTestId('own-terms').locator('li')).toHaveText(['示例会议室', '示例报告厅']);
  await page.getByLabel('新的地点').fill('示例礼堂');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('own-terms').locator('li')).toHaveCount(3);
  await page.getByRole('button', { name: '删去“示例报告厅”' }).click();
  await expect(page.getByTestId('own-terms').locator('li')).toHaveText(['示例会议室', '示例礼堂']);
  await page.getByText('届次', { exact: true }).click();
  await expect(page.getByTestId('own-terms')).toContainText('还没有届次的常用词');
});
