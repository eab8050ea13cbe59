import { expect } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, test } from './support/archive-app.ts';
import { test as folderTest } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { goTo } from './support/window-steps.ts';

/** The drafts that lie in a data folder. */
async function draftCount(dataFolder: string): Promise<number> {
  const names = await readdir(join(dataFolder, 'drafts')).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).length;
}

folderTest('what was typed survives a crash, and is dropped when it is saved', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/new/honor');
  await app.page.getByLabel('名称', { exact: true }).fill('示例未存荣誉');
  await app.page.getByLabel('时间', { exact: true }).fill('2025年3月');
  await app.page.getByLabel('获奖单位或个人').focus();
  await app.page.keyboard.type('示例单位甲');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => draftCount(dataFolder)).toBe(1);
  // The pause after which the last letters are kept too.
  await app.page.waitForTimeout(1500);
  await app.kill();

  const again = await startApp(dataFolder);
  await goTo(again.page, '#/new/plan');
  await expect(again.page.getByTestId('entry-form')).toBeVisible();
  await expect(again.page.getByText('有一份未保存的草稿')).toHaveCount(0);
  await goTo(again.page, '#/new/honor');
  await expect(again.page.getByText(/有一份未保存的草稿“示例未存荣誉”，\d\d:\d\d/)).toBeVisible();
  await expect(again.page.getByLabel('名称', { exact: true })).toHaveValue('');
  await again.page.getByRole('button', { name: '继续' }).click();
  await expect(again.page.getByLabel('名称', { exact: true })).toHaveValue('示例未存荣誉');
  await expect(again.page.getByText('识别为：2025年3月（精确到月）')).toBeVisible();
  await expect(again.page.getByText('有一份未保存的草稿')).toHaveCount(0);
  await again.page.keyboard.press('Control+s');
  await expect(again.page.getByTestId('entry-details')).toContainText('示例单位甲');
  await expect.poll(() => draftCount(dataFolder)).toBe(0);
  await again.close();
});

test('a form that is given up leaves no draft, one that is discarded can be had back', async ({ page, dataFolder }) => {
  await goTo(page, '#/new/honor');
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await expect.poll(() => draftCount(dataFolder)).toBe(1);
  await page.reload();
  await expect(page.getByText('有一份未保存的草稿“示例荣誉”')).toBeVisible();
  await page.getByRole('button', { name: '丢弃' }).click();
  await expect(page.getByText('有一份未保存的草稿')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('有一份未保存的草稿“示例荣誉”')).toBeVisible();

  // Going on with it while something else was typed keeps that as a draft of its own.
  await page.getByLabel('名称', { exact: true }).fill('示例另一条');
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例荣誉');
  await expect(page.getByText('有一份未保存的草稿“示例另一条”')).toBeVisible();
  await page.getByRole('button', { name: '丢弃' }).click();
  await page.getByRole('link', { name: '首页' }).click();
  await page.getByRole('button', { name: '放弃并离开' }).click();
  await expect.poll(() => draftCount(dataFolder)).toBe(0);
  await goTo(page, '#/new/honor');
  await expect(page.getByTestId('entry-form')).toBeVisible();
  await expect(page.getByText('有一份未保存的草稿')).toHaveCount(0);
});

test('what is typed back to what was saved is no draft', async ({ page, dataFolder }) => {
  await importRecords(page, [{ kind: 'honor', id: 'example-honor', title: '示例荣誉' }]);
  await goTo(page, '#/edit/honor/example-honor');
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉甲');
  await expect.poll(() => draftCount(dataFolder)).toBe(1);
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await expect.poll(() => draftCount(dataFolder)).toBe(0);
});

test('a draft of a record that was changed since is compared with it when it is saved', async ({
  page,
  dataFolder,
}) => {
  await importRecords(page, [
    { kind: 'honor', id: 'example-honor', title: '示例荣誉', documentNo: '示发〔2025〕1号', note: '原来' },
  ]);
  await goTo(page, '#/edit/honor/example-honor');
  await page.getByLabel('文号').fill('示发〔2025〕2号');
  await page.getByLabel('届次').fill('第三届');
  await expect.poll(() => draftCount(dataFolder)).toBe(1);
  await page.waitForTimeout(1500);
  await page.reload();
  // The same record is changed, as somebody else might have done meanwhile.
  await page.getByLabel('文号').fill('示发〔2025〕9号');
  await page.getByLabel('备注').fill('后来');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^已保存/)).toBeVisible();

  await goTo(page, '#/edit/honor/example-honor');
  await expect(page.getByText('此后这条记录又被改过，保存时会逐项核对')).toBeVisible();
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByLabel('文号')).toHaveValue('示发〔2025〕2号');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('这条记录在您编辑期间已被改动');
  await expect(dialog.getByTestId('conflict').getByRole('row')).toHaveCount(2);
  await expect(dialog).toContainText('只有您改过，会一并保存：届次');
  await expect(dialog).toContainText('只有他人改过，会保留：备注');

  // Back in the form everything is as it was typed, and nothing has been written.
  await dialog.getByRole('button', { name: '返回编辑' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('文号')).toHaveValue('示发〔2025〕2号');
  await page.keyboard.press('Control+s');
  await dialog.getByRole('button', { name: '用我的覆盖这 1 项' }).click();
  await expect(page.getByTestId('entry-form')).toBeHidden();
  await goTo(page, '#/record/honor/example-honor');
  const details = page.getByTestId('entry-details');
  for (const text of ['示发〔2025〕2号', '第三届', '后来']) await expect(details).toContainText(text);
  await expect.poll(() => draftCount(dataFolder)).toBe(0);
});

test('keeping what others have saved takes nothing of mine, and the record is as they left it', async ({
  app,
  page,
}) => {
  await importRecords(page, [{ kind: 'honor', id: 'example-honor', title: '示例荣誉', documentNo: '示发〔2025〕1号' }]);
  const opened = app.electron.waitForEvent('window');
  await page.evaluate(() => {
    const { call } = Reflect.get(window, 'rongdang') as { call: (channel: string, request: null) => Promise<unknown> };
    return call('window:open-another', null);
  });
  const other = await opened;
  await goTo(page, '#/edit/honor/example-honor');
  await page.getByLabel('文号').fill('示发〔2025〕2号');
  await goTo(other, '#/edit/honor/example-honor');
  // What is being typed in the first window is not offered in the second one.
  await page.waitForTimeout(1500);
  await expect(other.getByText('有一份未保存的草稿')).toHaveCount(0);
  await other.getByLabel('文号').fill('示发〔2025〕9号');
  await other.keyboard.press('Control+s');
  await expect(other.getByText(/^已保存/)).toBeVisible();

  await page.bringToFront();
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByRole('button', { name: '保留他人的' }).click();
  await expect(page.getByTestId('entry-form')).toBeHidden();
  await goTo(page, '#/record/honor/example-honor');
  await expect(page.getByTestId('entry-details')).toContainText('示发〔2025〕9号');
  await expect(page.getByText(/第 2 版/)).toBeVisible();
});
