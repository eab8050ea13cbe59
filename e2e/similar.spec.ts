import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';

/** Made up: two of one decision, one of its title in another year, one that has nothing to do with them. */
const RECORDS = [
  {
    kind: 'honor',
    title: '示例年度先进集体',
    date: '2019年6月',
    awardedBy: ['示例授予机关一'],
    recipients: ['示例市检察院'],
    documentNo: '示发〔2019〕5号',
  },
  {
    kind: 'honor',
    title: '示例先进工作者',
    date: '2019年6月',
    awardedBy: ['示例授予机关二'],
    recipients: ['示例市水务局'],
    documentNo: '示发[2019]5号',
  },
  {
    kind: 'honor',
    title: '示例年度先进集体（补发）',
    date: '2021年',
    awardedBy: ['示例授予机关三'],
    recipients: ['示例市税务局'],
  },
  { kind: 'plan', title: '另一件事的推进办法', issued: '2020年1月', status: '现行' },
];

const box = (page: Page) => page.getByRole('combobox', { name: '搜索全部记录' });
const hits = (page: Page) => page.locator('[data-search-hit]');
const section = (page: Page) => page.getByRole('region', { name: '相似记录' });
const similar = (page: Page) => section(page).getByRole('listitem');

test.beforeEach(async ({ page }) => {
  await importRecords(page, RECORDS);
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('heading', { name: '搜索' })).toBeVisible();
});

test('a record shows those that resemble it, each with its reason, and stays open on the next', async ({ page }) => {
  await box(page).fill('类型:荣誉 检察院');
  await expect(hits(page)).toHaveCount(1);
  await hits(page).click();
  await expect(page.getByTestId('entry-details')).toBeVisible();
  await expect(similar(page)).toHaveCount(0);
  await section(page).getByRole('button', { name: '查找' }).click();
  await expect(similar(page)).toHaveCount(2);
  await expect(similar(page).nth(0)).toContainText('示例年度先进集体（补发）');
  await expect(similar(page).nth(0)).toContainText('名称互相包含');
  await expect(similar(page).nth(1)).toContainText('示例先进工作者');
  await expect(similar(page).nth(1)).toContainText('同一文号　同为2019年');
  await similar(page).nth(1).getByRole('button').click();
  await expect(page.getByRole('heading', { name: '示例先进工作者', exact: true })).toBeVisible();
  await expect(similar(page)).toHaveText([/示例年度先进集体.*同一文号/]);
});

test('from a hit by mouse and by keys; Enter goes on to one that resembles it', async ({ page }) => {
  await box(page).fill('补发');
  await expect(hits(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(hits(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+f');
  await expect(similar(page)).toHaveText([/示例年度先进集体/]);
  await expect(similar(page).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '示例年度先进集体', exact: true })).toBeVisible();
  await expect(similar(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+f');
  await expect(similar(page)).toHaveCount(2);
  await expect(similar(page).first().getByRole('button')).toBeFocused();

  await page.keyboard.press('Control+f');
  await box(page).fill('另一件事');
  await expect(hits(page)).toHaveCount(1);
  await hits(page).hover();
  await page.getByRole('button', { name: '找与“另一件事的推进办法”相似的' }).click();
  await expect(section(page).getByText('没有与它相似的记录')).toBeVisible();
});
