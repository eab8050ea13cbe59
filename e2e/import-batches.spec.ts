import { expect, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, type RunningApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { addLink } from './support/record-steps.ts';
import { goTo } from './support/window-steps.ts';

const FILE = '示例台账.csv';
const LEDGER = `荣誉名称,获奖时间,获奖单位,授予单位,级别
示例文明单位,2023年5月,示例单位甲,示例授予机关,国家级
示例先进集体,2022.10,示例单位乙,示例省委,省级
示例优秀班组,2021.3,示例单位丙,示例市委,市级
`;

/** A window on an archive into which the ledger was imported. */
async function startWithImport(dataFolder: string): Promise<RunningApp> {
  const file = join(dataFolder, FILE);
  await writeFile(file, LEDGER);
  const imported = await runCommand(['import', file, '--data', dataFolder, '--json']);
  expect(imported.json, imported.stderr).toMatchObject({ ok: true, added: 3 });
  return startApp(dataFolder);
}

const batches = (page: Page) => page.getByRole('region', { name: '导入记录' });
const lines = (page: Page) => page.getByTestId('import-batches').locator('tbody tr');
const account = (page: Page) => page.getByTestId('undo-account');
const honors = (page: Page) => page.locator('.ag-row [col-id="title"]');

async function expectHonors(page: Page, titles: readonly string[]): Promise<void> {
  await goTo(page, '#/ledger/honor');
  await expect(page.getByText(`共 ${titles.length} 条`, { exact: true })).toBeVisible();
  expect((await honors(page).allInnerTexts()).toSorted()).toEqual(titles.toSorted());
}

/** Opens a record from the list of those that came with the file, and gives it another note. */
async function editImported(page: Page, title: string): Promise<void> {
  await goTo(page, '#/import');
  await batches(page)
    .getByRole('button', { name: /^查看记录/ })
    .click();
  await page.getByTestId('imported-records').getByText(title).dblclick();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByLabel('备注').fill('后来核对过');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已保存', { exact: false }).first()).toBeVisible();
}

test('an import is taken back without what was edited since, and comes back by Ctrl+Z', async ({ dataFolder }) => {
  test.setTimeout(120_000);
  const app = await startWithImport(dataFolder);
  const { page } = app;
  await editImported(page, '示例先进集体');

  // The way back to the file stands on the record's page.
  await page.getByTestId('origin').first().click();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toHaveAttribute('aria-current', 'true');
  await expect(lines(page)).toContainText(FILE);

  const undo = batches(page).getByRole('button', { name: /^撤销导入/ });
  await undo.click();
  const dialog = page.getByRole('dialog', { name: `撤销导入“${FILE}”` });
  await expect(page.getByTestId('edited-since')).toContainText('示例先进集体');
  await expect(page.getByTestId('edited-since')).toContainText('备注');
  await expect(dialog.getByRole('radio', { name: /^保留后来改过的/ })).toBeChecked();
  await expect(account(page)).toContainText('2 条，移到回收站');
  await expect(account(page)).toContainText('1 条后来改过的记录');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(undo).toBeFocused();

  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '撤销导入，移除 2 条记录' }).click();
  await expect(page.getByText(/^已撤销导入“示例台账.csv”：移除 2 条记录.*保留 1 条改过的记录/)).toBeVisible();
  // The record that stays can still be taken back.
  await expect(lines(page)).toHaveCount(1);
  await expectHonors(page, ['示例先进集体']);

  // Where everything that is left was edited, a person has to say so.
  await goTo(page, '#/import');
  await undo.click();
  await expect(dialog.getByRole('radio', { name: /^保留后来改过的/ })).toBeDisabled();
  const confirm = dialog.locator('.ant-modal-footer').getByRole('button', { name: /^撤销导入/ });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('radio', { name: /^连同后来的修改/ }).check();
  await expect(confirm).toHaveText('撤销导入，移除 1 条记录');
  await confirm.click();
  await expect(page.getByText('导入过的文件都已撤销。')).toBeVisible();
  await expectHonors(page, []);

  await page.keyboard.press('Control+z');
  await expectHonors(page, ['示例先进集体']);
  await page.keyboard.press('Control+z');
  await expectHonors(page, ['示例文明单位', '示例先进集体', '示例优秀班组']);
  await app.close();
});

test('an import is taken back with what was edited since, and is still told about', async ({ dataFolder }) => {
  test.setTimeout(120_000);
  const app = await startWithImport(dataFolder);
  const { page } = app;
  await editImported(page, '示例文明单位');
  await addLink(page, '优秀班组', '示例优秀班组');

  await goTo(page, '#/import');
  await batches(page)
    .getByRole('button', { name: /^撤销导入/ })
    .click();
  const dialog = page.getByRole('dialog', { name: `撤销导入“${FILE}”` });
  await expect(page.getByTestId('edited-since').getByText('关联“示例文明单位 → 示例优秀班组”')).toHaveCount(2);
  await dialog.getByRole('radio', { name: /^连同后来的修改/ }).check();
  await expect(account(page)).toContainText('3 条，移到回收站');
  await expect(account(page)).toContainText('1 项附件、关联、归档等');
  await expect(account(page)).toContainText('6 个，只有这次导入用到');
  await dialog.getByRole('button', { name: '撤销导入，移除 3 条记录' }).click();
  await expect(page.getByText(/^已撤销导入“示例台账.csv”：移除 3 条记录，移除 6 个单位/)).toBeVisible();
  await expect(page.getByRole('heading', { name: '导入记录' })).toBeFocused();

  await expect(lines(page)).toHaveCount(0);
  await batches(page).getByRole('switch', { name: '显示已撤销的（1）' }).click();
  await expect(lines(page)).toContainText('已撤销');
  await expect(batches(page).getByRole('button', { name: /^撤销导入/ })).toHaveCount(0);
  await expectHonors(page, []);
  await goTo(page, '#/units');
  await expect(page.getByText('示例单位甲')).toHaveCount(0);

  await page.keyboard.press('Control+z');
  await expectHonors(page, ['示例文明单位', '示例先进集体', '示例优秀班组']);
  await goTo(page, '#/import');
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).not.toContainText('已撤销');
  await app.close();
});
