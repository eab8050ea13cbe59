import { expect } from '@playwright/test';
import { join } from 'node:path';
import { startApp, test } from './support/archive-app.ts';
import { test as folderTest } from './support/data-folder.ts';
import { readDocxParagraphs } from './support/read-docx.ts';
import { addHonor, answerSaveDialog, goTo, loadSample } from './support/window-steps.ts';

test('an honour is added by keyboard alone, found, and printed in the yearbook', async ({ app, page, dataFolder }) => {
  await expect(page.getByRole('heading', { name: '欢迎使用荣档' })).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('示例全国文明单位');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2023年5月');
  await expect(page.getByText('识别为：2023年5月（精确到月）')).toBeVisible();
  // Past which date it is, and past collective or individual.
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('示例单位甲');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('示例授予机关');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // Past the programme and its round.
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
  await expect(page.getByLabel('文号')).toBeFocused();
  await page.keyboard.type('示发〔2023〕5号');
  await page.keyboard.press('Control+s');

  await expect(page.getByText(/^已保存/)).toBeVisible();
  const details = page.getByTestId('entry-details');
  await expect(details).toContainText('2023年5月');
  await expect(details).toContainText('国家级');
  await expect(details).toContainText('示例单位甲');
  await expect(details).toContainText('示例授予机关');

  // Going back from the new record leads to where it was added from, not into an empty form.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('文明');
  await expect(page.getByText('找到 1 条')).toBeVisible();
  await expect(page.locator('mark')).toHaveText('文明');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '示例全国文明单位' })).toBeVisible();

  const file = join(dataFolder, '年鉴.docx');
  await answerSaveDialog(app, file);
  await goTo(page, '#/yearbook');
  await expect(page.getByText('荣誉（1 条）')).toBeVisible();
  await page.getByRole('button', { name: '生成 Word 年鉴' }).click();
  await expect(page.getByText('年鉴已生成')).toBeVisible({ timeout: 30_000 });
  const paragraphs = await readDocxParagraphs(file);
  expect(paragraphs.filter((text) => text.includes('示例全国文明单位'))).toHaveLength(1);
  expect(paragraphs.join('\n')).toContain('示发〔2023〕5号');
});

test('a record is edited, deleted, and brought back by undo', async ({ page }) => {
  await loadSample(page);
  await goTo(page, '#/record/plan/seed-plan-003');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const title = await page.getByRole('heading', { level: 1 }).innerText();

  await page.keyboard.press('F2');
  await page.getByLabel('文号').fill('示工委〔2024〕1号');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByTestId('entry-details')).toContainText('示工委〔2024〕1号');

  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText(`已删除“${title}”`)).toBeVisible();
  await expect(page.getByRole('heading', { name: '方案台账' })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: title, exact: true })).toHaveCount(0);

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('gridcell', { name: title, exact: true })).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByRole('gridcell', { name: title, exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('gridcell', { name: title, exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await goTo(page, '#/record/plan/seed-plan-003');
  await expect(page.getByTestId('entry-details')).not.toContainText('示工委〔2024〕1号');
});

test('two quick Ctrl+Z take back two actions, and their messages go with them', async ({ page }) => {
  await loadSample(page);
  await addHonor(page, '示例甲');
  await addHonor(page, '示例乙');
  await goTo(page, '#/ledger/honor');
  await expect(page.getByText('共 4 条')).toBeVisible();
  // The first message makes room for the second one, before it could be looked for from here.
  const told = await page.evaluateHandle(() => {
    const texts = new Set<string>();
    const look = () => {
      for (const { textContent } of document.querySelectorAll('.ant-message-notice')) texts.add(textContent);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    const press = () => dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true }));
    press();
    press();
    return texts;
  });
  await expect.poll(() => told.evaluate((texts) => [...texts])).toContain('已撤销：示例乙');
  await expect(page.getByText('已撤销：示例甲')).toBeVisible();
  await expect(page.getByText('共 2 条')).toBeVisible();
  await expect(page.getByText(/^已保存/)).toHaveCount(0);
});

folderTest('the operator signs, and without one the account does', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/settings');
  await app.page.locator('#operator').fill('示例操作人');
  await app.page.keyboard.press('Enter');
  await addHonor(app.page, '示例甲');
  await expect(app.page.getByText(/由 示例操作人 于/)).toBeVisible();
  await app.close();

  const again = await startApp(dataFolder);
  await addHonor(again.page, '示例乙');
  await expect(again.page.getByText(/由 示例操作人 于/)).toBeVisible();
  await goTo(again.page, '#/settings');
  await again.page.locator('#operator').fill('');
  // The field still has the cursor when the screen goes.
  await addHonor(again.page, '示例丙');
  await expect(again.page.getByText(/第 1 版，由 .+ 于/)).toBeVisible();
  await expect(again.page.getByText(/由 示例操作人 于/)).toHaveCount(0);
  await again.close();
});

folderTest('a page that was loaded anew has nothing unsaved', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await goTo(app.page, '#/new/honor');
  await app.page.getByLabel('名称').fill('示例荣誉');
  await expect(app.page.getByText('有未保存的内容')).toBeVisible();
  await app.page.reload();
  await expect(app.page.getByLabel('名称')).toHaveValue('');
  await app.close();
});

test('an archive that does not open because of a fault says so', async ({ app, page }) => {
  await expect(page.getByRole('heading', { name: '欢迎使用荣档' })).toBeVisible();
  await app.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('settings:read');
    ipcMain.handle('settings:read', () => Promise.reject(new Error('示例故障')));
  });
  await page.reload();
  await expect(page.getByText('档案没有打开')).toBeVisible();
  await expect(page.getByText('示例故障')).toBeVisible();
});
