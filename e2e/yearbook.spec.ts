import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { goTo } from './support/window-steps.ts';

async function openYearbook(page: Page): Promise<void> {
  await importRecords(page, [
    { kind: 'honor', title: '示例荣誉甲', date: '2023年5月' },
    { kind: 'honor', title: '示例荣誉乙', date: '2150年' },
    { kind: 'honor', title: '示例荣誉丙', date: '1912年' },
    { kind: 'honor', title: '示例荣誉丁' },
    { kind: 'activity', title: '示例活动' },
    { kind: 'activity', title: '示例活动二', date: '5月' },
  ]);
  await goTo(page, '#/yearbook');
}

test('only years that can have a yearbook are offered', async ({ page }) => {
  await openYearbook(page);
  await expect(page.getByTitle('2023年（1 条）')).toBeVisible();
  await page.getByLabel('年份', { exact: true }).click();
  const offered = page.locator('.ant-select-item-option');
  await expect(offered.filter({ hasText: '2023年' })).toBeVisible();
  await expect(offered.filter({ hasText: /2150年|1912年/ })).toHaveCount(0);
});

test('undated records are counted for the chosen chapters alone', async ({ page }) => {
  await openYearbook(page);
  await expect(page.getByText('把年份不详的 3 条记录附在书末')).toBeVisible();
  await page.getByRole('checkbox', { name: /大事记/ }).uncheck();
  await expect(page.getByText('把年份不详的 1 条记录附在书末')).toBeVisible();
});

test('what the office writes itself is kept with its year', async ({ page }) => {
  await openYearbook(page);
  await page.getByLabel('特载文字').fill('示例特载一段');
  await page.getByLabel('概况文字').fill('示例概况一段');
  await page.getByLabel('书名').focus();
  await goTo(page, '#/home');
  await goTo(page, '#/yearbook');
  await expect(page.getByLabel('特载文字')).toHaveValue('示例特载一段');
  await page.getByLabel('年份', { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasNotText: '2023年' }).first().click();
  await expect(page.getByLabel('特载文字')).toHaveValue('');
  await page.getByRole('checkbox', { name: '特载', exact: true }).uncheck();
  await expect(page.getByLabel('特载文字')).toBeHidden();
});

test('a title of invisible characters alone is refused', async ({ page }) => {
  await openYearbook(page);
  await page.getByLabel('书名').fill('\u200B');
  await page.getByRole('button', { name: '生成 Word 年鉴' }).click();
  await expect(page.getByText('书名或编纂单位不能用')).toBeVisible();
});

test('a fault while the file is written ends the job with a message', async ({ app, page }) => {
  await openYearbook(page);
  await app.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('file:begin');
    ipcMain.handle('file:begin', () => Promise.reject(new Error('示例故障')));
  });
  await page.getByRole('button', { name: '生成 Word 年鉴' }).click();
  await expect(page.getByText(/示例故障/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: '生成 Word 年鉴' })).toBeEnabled();
});
