import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { readDatabase } from './support/database-dump.ts';
import { importRecords } from './support/import-records.ts';
import { chooseLedgers, commitImport, goToRecords, listCount, showList } from './support/import-steps.ts';
import { docx } from './support/sample-files.ts';
import { openSecond } from './support/second-window.ts';
import { askedOnClosing, goTo } from './support/window-steps.ts';

const HEAD = '荣誉名称,获奖时间,获奖单位,授予单位,级别,经办人\n';
const LEDGER = `${HEAD}示例文明单位,2023年5月,示例单位甲,示例授予机关,国家级,示例某
示例先进集体,2022.10,示例单位乙,示例省委,省级,示例某
`;
const KNOWN = { kind: 'honor', title: '示例文明单位', date: '2023年5月4日', recipients: ['示例单位甲'] };

type Row = Readonly<Record<string, unknown>>;

async function honors(page: Page): Promise<readonly Row[]> {
  const rows = ((await readDatabase(page)).stores['honors']?.rows ?? []) as readonly Row[];
  return rows.filter(({ deletedAt }) => deletedAt === null);
}

async function addressOf(page: Page, title: string): Promise<string> {
  const id = (await honors(page)).find((honor) => honor['title'] === title)?.['id'];
  return `#/record/honor/${String(id)}`;
}

test('the archive changes in another window while a file is looked over', async ({ app, page }) => {
  test.setTimeout(120_000);
  await importRecords(page, [KNOWN]);
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await showList(page, 'probable-duplicate');
  await page.getByText('是同一条，把勾选的内容并入档案').click();
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 1 条，更新 1 条');

  const second = await openSecond(app);
  await goTo(second, await addressOf(second, '示例文明单位'));
  await second.getByRole('button', { name: '删除' }).click();
  // What was to take over the row is gone: the row is new, and is not left out without a word.
  await expect(listCount(page, 'new')).toHaveText('将新增 2');
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 2 条');
  await commitImport(page);
  expect(await honors(page)).toHaveLength(2);
});

test('a name that was linked to a unit is free again when the unit is gone', async ({ page }) => {
  test.setTimeout(120_000);
  await importRecords(page, [{ kind: 'honor', title: '示例', recipients: ['示例水利办'] }]);
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await showList(page, 'units');
  const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '示例单位甲', exact: true }) });
  await row.getByRole('combobox').click();
  await page.keyboard.type('shuiliban');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('示例水利办');
  // The record is taken back, and with it the unit that it had founded.
  await page.getByRole('tab', { name: /新单位/ }).focus();
  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('示例水利办');
  await commitImport(page);
  await expect(page.getByTestId('import-done')).toContainText('新增 2 条记录');
});

test('what is pressed twice or while something else is under way is done once, and the last word counts', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await expect(page.getByTestId('import-next')).toBeVisible();
  // The reading changes while the plan by the former one is under way.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-testid="import-next"]')?.click();
    document.querySelector<HTMLElement>('[aria-label="第 1 行不是表头"]')?.click();
  });
  await expect(page.getByText('（没有表头）').first()).toBeVisible();
  await expect(page.getByTestId('import-next')).toBeEnabled();
  await page.getByRole('button', { name: '把第 1 行改作表头' }).click();
  await goToRecords(page);
  await expect(listCount(page, 'new')).toHaveText('将新增 2');
  // Back while a link is being followed.
  await showList(page, 'units');
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    buttons.find(({ textContent }) => textContent === '上一步')?.click();
  });
  await goToRecords(page);
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 2 条');
  await page.evaluate(() => {
    const press = (wanted: (button: HTMLElement) => boolean) =>
      [...document.querySelectorAll<HTMLElement>('button')].find(wanted)?.click();
    press(({ dataset }) => dataset['testid'] === 'import-commit');
    press(({ dataset }) => dataset['testid'] === 'import-commit');
    press(({ textContent }) => textContent === '放弃这个文件');
    press(({ textContent }) => textContent === '上一步');
  });
  await expect(page.getByTestId('import-done')).toBeVisible();
  await expect(page.getByTestId('import-batches').locator('tbody tr')).toHaveCount(1);
  expect(await honors(page)).toHaveLength(2);
});

test('by the keyboard alone: the cursor is in each step, and goes from one row to be mended to the next', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const bad = `${LEDGER}示例先进个人,2023年13月,示例单位丙,示例省委,省级,示例某\n示例先进党员,2023年14月,示例单位丙,示例省委,省级,示例某\n`;
  await chooseLedgers(page, [{ name: '示例.csv', content: bad }]);
  await expect(page.getByRole('region', { name: '核对表格' })).toBeFocused();
  await expect(page.getByRole('navigation', { name: '导入的步骤' }).locator('[aria-current="step"]')).toHaveText(
    '核对表格',
  );
  await page.getByTestId('import-next').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '核对记录' })).toBeFocused();
  await page.getByRole('tab', { name: /不能导入/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '改正…：示例 B4' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('时间', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2023年12月');
  await page.keyboard.press('Enter');
  await expect(listCount(page, 'rejected')).toHaveText('不能导入 1');
  await expect(page.getByRole('button', { name: '改正…：示例 B5' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('时间', { exact: true })).toHaveValue('2023年14月');
  await page.keyboard.press('Escape');

  // What was worked on is not given up by one press.
  await page.getByRole('button', { name: '放弃这个文件' }).press('Enter');
  await expect(page.getByRole('dialog', { name: '放弃“示例.csv”？' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(listCount(page, 'rejected')).toHaveText('不能导入 1');
  await page.getByRole('button', { name: '放弃这个文件' }).press('Enter');
  await expect(page.getByRole('button', { name: '继续核对' })).toBeFocused();
  // Where the cursor is put after the answer, be it soon, there it stays.
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.click();
    await new Promise(requestAnimationFrame);
    document.querySelector<HTMLElement>('.ant-checkbox-input')?.focus();
  });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: '只导入无误的行' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.getByTestId('import-commit').press('Enter');
  await expect(page.getByRole('region', { name: '完成' })).toBeFocused();
  expect(await honors(page)).toHaveLength(3);
});

test('files that come after one that cannot be read are gone on with', async ({ page }) => {
  await chooseLedgers(page, [
    { name: '示例.pdf', content: '%PDF-1.7\n' },
    { name: '示例.csv', content: LEDGER },
    { name: '示例.csv', content: LEDGER.replaceAll('2023年5月', '2019年1月') },
  ]);
  await expect(page.getByTestId('import-fault')).toContainText('示例.pdf');
  await page.getByRole('button', { name: '导入下一个文件（还有 2 个）' }).click();
  await expect(page.getByTestId('import-next')).toBeVisible();
  await page.getByRole('button', { name: '放弃这个文件' }).click();
  await expect(page.getByTestId('import-next')).toBeVisible();
  await expect(page.getByRole('button', { name: /^导入下一个文件/ })).toBeHidden();
});

test('what is typed about a decision counts without being read again first', async ({ page }) => {
  const decision = docx([
    '示例市委办公室',
    '关于表彰示例先进集体的决定',
    '各单位：',
    '决定予以表彰。',
    '附件：名单',
    '一、先进集体（1个）',
    '示例单位甲',
  ]);
  await chooseLedgers(page, [{ name: '示例决定.docx', content: decision }]);
  await page.getByLabel('决定日期').fill('2023年13月');
  await expect(page.getByText('日历上没有这一天', { exact: false })).toBeVisible();
  await expect(page.getByTestId('import-next')).toBeDisabled();
  await page.getByLabel('决定日期').fill('2023年7月1日');
  await goToRecords(page);
  await expect(page.getByRole('row', { name: /示例先进集体|先进集体/ }).last()).toContainText('2023年7月1日');
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByLabel('决定日期')).toHaveValue('2023年7月1日');
});

test('a row of which somebody edited the record stays as it is, unless the file is wanted', async ({ page }) => {
  test.setTimeout(120_000);
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await commitImport(page);
  await goTo(page, await addressOf(page, '示例文明单位'));
  await expect(page.getByRole('heading', { name: '示例文明单位' })).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByLabel('时间', { exact: true }).fill('2023年5月4日');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已保存', { exact: false }).first()).toBeVisible();

  await goTo(page, '#/import');
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await expect(page.getByTestId('import-commit')).toBeDisabled();
  await showList(page, 'concerns');
  await page.getByRole('button', { name: '改用文件里的：示例文明单位' }).click();
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 0 条，更新 1 条');
  await commitImport(page);
  const present = await honors(page);
  expect(present).toHaveLength(2);
  expect(present.find(({ title }) => title === '示例文明单位')).toMatchObject({ date: { raw: '2023年5月' } });
});

test('a row that was put right in the file is asked about, and taken over as the file has it', async ({ page }) => {
  test.setTimeout(120_000);
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await commitImport(page);
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER.replace('2023年5月', '2021年5月') }]);
  await goToRecords(page);
  await expect(listCount(page, 'new')).toHaveText('将新增 0');
  await showList(page, 'probable-duplicate');
  const card = page.getByTestId('import-duplicate');
  await expect(card).toContainText('由同名文件的这张表导入，现在表里没有这一条了');
  await card.getByText('是同一条，把勾选的内容并入档案').click();
  await expect(card.getByRole('checkbox', { name: '用文件里的时间' })).toBeChecked();
  await commitImport(page);
  const present = await honors(page);
  expect(present).toHaveLength(2);
  expect(present.find(({ title }) => title === '示例文明单位')).toMatchObject({ date: { raw: '2021年5月' } });
});

test('the window asks before it is closed over a file, and other screens may be gone to', async ({ app, page }) => {
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await expect(page.getByTestId('import-next')).toBeVisible();
  await goTo(page, '#/bin');
  await expect(page.getByRole('heading', { level: 1, name: '回收站' })).toBeVisible();
  expect(await askedOnClosing(app)).toContain('还没有导入的文件');
  await goTo(page, '#/import');
  await goToRecords(page);
  await commitImport(page);
  // Nothing is held any more: the window goes without a question.
  await app.close();
});
