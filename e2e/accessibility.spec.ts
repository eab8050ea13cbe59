import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, test } from './support/archive-app.ts';
import { answerOpenDialog } from './support/attach-steps.ts';
import { IMPORT_STATES } from './support/import-states.ts';
import { walkLockStates } from './support/lock-states.ts';
import { SEARCH_STATES } from './support/search-states.ts';
import { backUp, backupRows } from './support/safety-steps.ts';
import { SCREENS } from './support/screens.ts';
import { addHonor, answerSaveDialog, goTo, loadSample } from './support/window-steps.ts';

/** What axe finds on the page, short enough to be read in a report. */
async function findViolations(page: Page): Promise<readonly string[]> {
  // Electron has no second page for axe to finish its work in, which its other mode wants.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen: ${theme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await loadSample(page);
    if (theme === 'dark') await page.getByRole('button', { name: '切换到深色' }).click();
    for (const screen of SCREENS) {
      await goTo(page, `#/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForTimeout(300);
      expect.soft(await findViolations(page), screen).toEqual([]);
    }
  });

  test(`axe finds nothing in any state of the search and the import: ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await loadSample(page);
    if (theme === 'dark') await page.getByRole('button', { name: '切换到深色' }).click();
    // A message that fades away has no contrast left.
    await expect(page.getByText('已载入')).toHaveCount(0, { timeout: 30_000 });
    for (const { name, open, close } of [...SEARCH_STATES, ...IMPORT_STATES]) {
      await open(page);
      await page.waitForTimeout(300);
      expect.soft(await findViolations(page), name).toEqual([]);
      await close(page);
    }
  });
}

test('axe finds nothing on the first screen of an empty archive', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in what is shown of the lock: ${theme}`, async ({ app, page, dataFolder }) => {
    if (theme === 'dark') await page.getByRole('button', { name: '切换到深色' }).click();
    const nothing = () => Promise.resolve();
    await walkLockStates(app, dataFolder, nothing, async (name, shown) => {
      await shown.page.waitForTimeout(300);
      expect.soft(await findViolations(shown.page), name).toEqual([]);
    });
  });
}

test('axe finds nothing where somebody else is chosen to work, nor in an archive that is read-only', async ({
  page,
}) => {
  await goTo(page, '#/settings');
  await page.getByRole('switch', { name: '只读' }).click();
  await page.getByRole('button', { name: /^操作人：/ }).click();
  await expect(page.getByRole('menuitem', { name: '添加姓名……' })).toBeVisible();
  await page.waitForTimeout(300);
  expect(await findViolations(page)).toEqual([]);
});

test('a question mark shows the keys, cleanly, and gives the cursor back; in a text it is a letter', async ({
  page,
}) => {
  await loadSample(page);
  await goTo(page, '#/ledger/honor');
  const title = page.locator('.ag-row [col-id="title"]').first();
  await title.click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('修改单元格');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(title).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('?');
  await expect(page.getByRole('combobox', { name: '搜索全部记录' })).toHaveValue('?');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('axe finds nothing where the archive is not opened', async ({ dataFolder }) => {
  const first = await startApp(dataFolder);
  await addHonor(first.page, '示例甲');
  await first.close();
  const name = (await readdir(join(dataFolder, 'journal'))).find((file) => file.endsWith('.jsonl')) ?? '';
  await rm(join(dataFolder, 'profile', 'IndexedDB'), { recursive: true });
  await truncate(join(dataFolder, 'journal', name), 0);
  const { page, close } = await startApp(dataFolder);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.getByText('日志缺少最近 1 次已保存的改动')).toBeVisible();
    expect.soft(await findViolations(page), colorScheme).toEqual([]);
  }
  await page.getByRole('button', { name: '不要缺少的改动，打开现有的' }).click();
  await expect(page.getByRole('dialog')).toContainText('不再找回这 1 次改动？');
  await page.waitForTimeout(500);
  expect.soft(await findViolations(page), 'question').toEqual([]);
  await page.getByRole('button', { name: '返回' }).click();
  await close();
});

test('axe finds nothing on any document, nor in its history and preview', async ({ app, page, dataFolder }) => {
  test.setTimeout(180_000);
  await loadSample(page);
  await goTo(page, '#/yearbook');
  const shown = page.getByRole('radiogroup', { name: '文档' }).locator('.ant-segmented-item-label');
  for (const name of await shown.allTextContents()) {
    await page.getByTitle(name, { exact: true }).click();
    await page.waitForTimeout(200);
    expect.soft(await findViolations(page), name).toEqual([]);
  }
  await page.getByTitle('台账', { exact: true }).click();
  await answerSaveDialog(app, join(dataFolder, '台账.docx'));
  await page.getByRole('button', { name: '生成 Word 台账' }).click();
  await expect(page.getByText('台账已生成')).toBeVisible({ timeout: 30_000 });
  await page.getByTitle('导出记录', { exact: true }).click();
  await page.getByRole('button', { name: /展开/ }).click();
  await page.waitForTimeout(200);
  expect.soft(await findViolations(page), '导出记录').toEqual([]);
  await page.getByRole('alert').getByRole('button', { name: '预览' }).click();
  await expect(page.getByRole('region', { name: '文档内容' })).toHaveAttribute('data-state', 'drawn');
  await page.waitForTimeout(300);
  expect.soft(await findViolations(page), '预览').toEqual([]);
});

test('axe finds nothing on backups, on the walks that begin there, nor on a second place', async ({
  app,
  page,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await loadSample(page);
  await backUp(app, join(dataFolder, 'full.zip'));
  const stick = await mkdtemp(join(tmpdir(), 'rongdang-stick-'));
  await answerOpenDialog(app, [stick]);
  await page.getByRole('button', { name: '选择位置……' }).click();
  await expect(page.getByTestId('second-place')).toContainText('现在在');
  await addHonor(page, '示例荣誉');
  await goTo(page, '#/safety');
  for (const theme of ['浅色', '深色'] as const) {
    if (theme === '深色') await page.getByRole('button', { name: '切换到深色' }).click();
    await expect(backupRows(page)).toHaveCount(2);
    await page.waitForTimeout(300);
    expect.soft(await findViolations(page), theme).toEqual([]);
    await page.getByRole('button', { name: /^恢复……：/ }).click();
    await expect(page.getByRole('dialog').getByRole('checkbox')).toBeVisible({ timeout: 30_000 });
    await page.waitForTimeout(300);
    expect.soft(await findViolations(page), `${theme} 恢复`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: '加密备份……' }).click();
    await expect(page.getByRole('dialog').getByRole('note')).toBeVisible();
    await page.waitForTimeout(300);
    expect.soft(await findViolations(page), `${theme} 加密备份`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: '换到新电脑……' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForTimeout(300);
    expect.soft(await findViolations(page), `${theme} 换到新电脑`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await rm(stick, { recursive: true });
});
