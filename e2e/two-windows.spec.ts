import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { openRecord } from './support/record-steps.ts';
import { openSecond } from './support/second-window.ts';
import { goTo } from './support/window-steps.ts';

const HONORS = [
  { kind: 'honor', id: 'honor-1', title: '示例荣誉甲' },
  { kind: 'honor', id: 'honor-2', title: '示例荣誉乙' },
];

async function edit(page: Page, field: string, value: string): Promise<void> {
  await openRecord(page, 'honor', 'honor-1');
  await page.keyboard.press('F2');
  await page.getByLabel(field, { exact: true }).fill(value);
}

test.describe.configure({ timeout: 120_000 });

test('the same record edited in two windows is never silently overwritten', async ({ app, page }) => {
  await importRecords(page, HONORS);
  const second = await openSecond(app);
  await edit(page, '文号', '第一个窗口');
  await edit(second, '文号', '第二个窗口');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-details')).toContainText('第一个窗口');

  await second.keyboard.press('Control+s');
  // The save is refused: a dialog says so, and what the first window saved stays.
  await expect(second.getByRole('dialog')).toBeVisible();
  await expect(page.getByTestId('entry-details')).toContainText('第一个窗口');
  await openRecord(page, 'honor', 'honor-1');
  await expect(page.getByText(/^第 2 版/)).toBeVisible();
});

test('what one window saves, deletes and undoes is seen in the other at once', async ({ app, page }) => {
  await importRecords(page, HONORS);
  const second = await openSecond(app);
  await goTo(second, '#/ledger/honor');
  await expect(second.getByRole('gridcell', { name: '示例荣誉甲', exact: true })).toBeVisible();
  await edit(page, '名称', '示例荣誉丙');
  await page.keyboard.press('Control+s');
  await expect(second.getByRole('gridcell', { name: '示例荣誉丙', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '删除' }).click();
  await expect(second.getByRole('gridcell', { name: '示例荣誉丙', exact: true })).toHaveCount(0);
  await goTo(second, '#/bin');
  await expect(second.getByText('共 1 条', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(second.getByText('回收站是空的')).toBeVisible();
});

test('an undo is refused by name when the other window has changed the record since', async ({ app, page }) => {
  await importRecords(page, HONORS);
  const second = await openSecond(app);
  await edit(page, '文号', '第一个窗口');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-details')).toContainText('第一个窗口');
  await edit(second, '文号', '第二个窗口');
  await second.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-details')).toContainText('第二个窗口');

  await page.keyboard.press('Control+z');
  await expect(page.getByText('不能撤销：“示例荣誉甲”之后又被改过')).toBeVisible();
  await expect(page.getByTestId('entry-details')).toContainText('第二个窗口');
});

test('a form whose record the other window has deleted does not save over it', async ({ app, page }) => {
  await importRecords(page, HONORS);
  const second = await openSecond(app);
  await edit(second, '文号', '第二个窗口');
  await openRecord(page, 'honor', 'honor-1');
  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText(/^已删除/)).toBeVisible();
  await second.keyboard.press('Control+s');
  await expect(second.getByText(/已被删除或不存在/).first()).toBeVisible();
  await goTo(page, '#/bin');
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
});
