import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { trapLedger } from '../scripts/import-fixtures/trap-ledger.mjs';
import { test } from './support/archive-app.ts';
import { readDatabase } from './support/database-dump.ts';
import { oddFiles, refusedFiles } from './support/hostile-ledgers.ts';
import { importRecords } from './support/import-records.ts';
import { chooseLedgers, commitImport, goToRecords, listCount, showList } from './support/import-steps.ts';
import { docx } from './support/sample-files.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const HEAD = '荣誉名称,获奖时间,获奖单位,授予单位,级别,经办人\n';
const LEDGER = `${HEAD}示例文明单位,2023年5月,示例单位甲,示例授予机关,国家级,示例某
示例先进集体,2022.10,示例单位乙,示例省委,省级,示例某
`;

type Row = Readonly<Record<string, unknown>>;

async function recordsIn(page: Page, store: string): Promise<readonly Row[]> {
  const rows = ((await readDatabase(page)).stores[store]?.rows ?? []) as readonly Row[];
  return rows.filter(({ deletedAt }) => deletedAt === null);
}

const honors = (page: Page) => recordsIn(page, 'honors');
const changeSets = async (page: Page) => (await readDatabase(page)).stores['changeSets']?.rows;

test('a ledger comes in step by step, is known again, and is taken back', async ({ page }) => {
  test.setTimeout(120_000);
  await chooseLedgers(page, [{ name: '示例2023.csv', content: LEDGER }]);
  const column = page.getByTestId('import-column-F');
  await expect(column).toContainText('记入备注');
  // A column is given another field; the next file of these headings is read like that.
  await column.getByRole('combobox').click();
  await page.keyboard.type('存放位置');
  await page.keyboard.press('Enter');
  await expect(column).toContainText('您指定的');
  await goToRecords(page);
  await expect(listCount(page, 'new')).toHaveText('将新增 2');
  await expect(listCount(page, 'units')).toHaveText('新单位 4');
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 2 条');

  // One is left out, and taken in again.
  await page.getByRole('button', { name: '不导入：示例先进集体' }).click();
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 1 条');
  await page.getByRole('button', { name: '恢复：示例先进集体' }).click();
  await commitImport(page);
  await expect(page.getByTestId('import-done')).toContainText('新增 2 条记录，新建 4 个单位');
  expect(await honors(page)).toMatchObject([{ location: '示例某' }, { location: '示例某' }]);
  await expect(page.getByRole('row', { name: /示例2023\.csv/ })).toBeVisible();

  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await chooseLedgers(page, [{ name: '示例2023.csv', content: LEDGER }]);
  await expect(column).toContainText('按上次的对应');
  await expect(column).toContainText('存放位置');
  await goToRecords(page);
  await expect(listCount(page, 'unchanged')).toHaveText('已有 2');
  await expect(page.getByTestId('import-commit')).toBeDisabled();
  await expect(page.getByTestId('import-summary')).toContainText('没有可以导入的内容');

  await page.getByRole('button', { name: '放弃这个文件' }).click();
  await expect(page.getByTestId('import-drop')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：导入“示例2023.csv”')).toBeVisible();
  await expect.poll(() => honors(page)).toEqual([]);
});

test('what a file says otherwise than before is an update, and the undo of it puts back what was there', async ({
  page,
}) => {
  test.setTimeout(120_000);
  // The same place of the same file, whose column is mapped anew.
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await commitImport(page);
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await page.getByTestId('import-column-F').getByRole('combobox').click();
  await page.keyboard.type('存放位置');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('import-column-F')).toContainText('您指定的');
  await goToRecords(page);
  await expect(listCount(page, 'update')).toHaveText('将更新 2');
  await showList(page, 'update');
  await expect(page.getByRole('row', { name: /示例文明单位/ })).toContainText('存放位置');
  await commitImport(page);
  await expect(page.getByTestId('import-done')).toContainText('更新 2 条记录');
  await expect.poll(async () => (await honors(page)).map(({ location }) => location)).toEqual(['示例某', '示例某']);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await honors(page)).map(({ location }) => location)).toEqual(['', '']);
});

test('rows that cannot come in are mended in place, or taken out and imported again', async ({
  app,
  page,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  const bad = `${LEDGER}示例先进个人,2023年13月,示例单位丙,示例省委,省级,示例某\n,2023年6月,示例单位丙,示例省委,省级,示例某\n`;
  await chooseLedgers(page, [{ name: '示例.csv', content: bad }]);
  await goToRecords(page);
  await expect(page.getByTestId('import-summary')).toContainText('还有 2 行不能导入');
  await expect(page.getByTestId('import-commit')).toBeDisabled();
  await showList(page, 'rejected');
  await expect(page.getByRole('row', { name: /2023年13月/ })).toContainText('示例 B4');

  const out = join(dataFolder, 'rejected.xlsx');
  await answerSaveDialog(app, out);
  await page.getByRole('button', { name: '导出这些行…' }).click();
  await expect(page.getByText('已导出', { exact: false }).first()).toBeVisible();
  // What tells of the file is not in the way of what comes next.
  await page.getByRole('checkbox', { name: '只导入无误的行' }).click({ trial: true, timeout: 5000 });

  const mend = async (row: RegExp, field: string, text: string) => {
    await page.getByRole('row', { name: row }).getByRole('button', { name: '改正…' }).click();
    await page.getByRole('dialog').getByLabel(field, { exact: true }).fill(text);
    await page.getByRole('dialog').getByRole('button', { name: '改好了' }).click();
  };
  await mend(/2023年13月/, '时间', '2023年12月');
  await expect(listCount(page, 'rejected')).toHaveText('不能导入 1');
  // What is typed is checked like any other row.
  await mend(/2023年6月/, '名称', ' ');
  await expect(listCount(page, 'rejected')).toHaveText('不能导入 1');
  await page.getByRole('checkbox', { name: '只导入无误的行' }).check();
  await commitImport(page);
  await expect(page.getByTestId('import-done')).toContainText('还有 1 行没有导入');
  expect(new Set((await honors(page)).map(({ title }) => title))).toEqual(
    new Set(['示例文明单位', '示例先进集体', '示例先进个人']),
  );

  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await chooseLedgers(page, [{ name: 'rejected.xlsx', content: await readFile(out) }]);
  await expect(page.getByTestId('import-kind')).toContainText('荣誉');
  await goToRecords(page);
  await showList(page, 'rejected');
  await mend(/2023年6月/, '名称', '示例补报荣誉');
  await expect(listCount(page, 'new')).toHaveText('将新增 1');
});

test('what may be the same is decided side by side, and a "no" is remembered', async ({ page }) => {
  test.setTimeout(120_000);
  await importRecords(page, [
    { kind: 'honor', title: '示例文明单位', date: '2023年5月4日', recipients: ['示例单位甲'], level: '国家级' },
    { kind: 'honor', title: '示例先进集体', date: '2022年10月3日', recipients: ['示例单位乙'], level: '省级' },
  ]);
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await expect(listCount(page, 'probable-duplicate')).toHaveText('疑似重复 2');
  await expect(page.getByTestId('import-commit')).toBeDisabled();
  const [first, second] = [page.getByTestId('import-duplicate').nth(0), page.getByTestId('import-duplicate').nth(1)];
  await expect(first).toContainText('时间一个较笼统');
  await first.getByText('是同一条，把勾选的内容并入档案').click();
  // What the archive lacks is proposed; what it knows better stays.
  await expect(first.getByRole('checkbox', { name: '用文件里的授予单位' })).toBeChecked();
  await expect(first.getByRole('checkbox', { name: '用文件里的时间' })).not.toBeChecked();
  await second.getByText('不是同一条，照样导入，以后不再提醒').click();
  await expect(page.getByText('已决定 2 条，共 2 条')).toBeVisible();
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 1 条，更新 1 条');
  await commitImport(page);
  const present = await honors(page);
  expect(present).toHaveLength(3);
  expect(present.find(({ title }) => title === '示例文明单位')).toMatchObject({
    date: { raw: '2023年5月4日' },
    awardedBy: [{ printed: '示例授予机关' }],
  });

  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await chooseLedgers(page, [{ name: '示例.csv', content: LEDGER }]);
  await goToRecords(page);
  await expect(listCount(page, 'unchanged')).toBeVisible();
  await expect(listCount(page, 'new')).toHaveText('将新增 0');
});

test('names of units are linked to known ones and to each other', async ({ page }) => {
  test.setTimeout(120_000);
  await importRecords(page, [{ kind: 'honor', title: '示例', recipients: ['示例市水务局'] }]);
  const rows = ['示例市水务务局', '示例新局', '示例新局', '示例新新局', '水利办'].map(
    (unit, index) => `示例荣誉${'甲乙丙丁戊'[index]},201${index}年,${unit},,,\n`,
  );
  await chooseLedgers(page, [{ name: '示例.csv', content: `${HEAD}${rows.join('')}` }]);
  await goToRecords(page);
  await showList(page, 'units');
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('cell', { name, exact: true }) });
  await row('示例市水务务局').getByRole('button', { name: '就是“示例市水务局”' }).click();
  await row('示例新新局').getByRole('button', { name: '就是“示例新局”' }).click();
  await expect(row('示例新新局')).toContainText('与“示例新局”是同一单位');
  // The same button takes it back, and keeps the cursor.
  await page.keyboard.press('Enter');
  await expect(row('示例新新局')).not.toContainText('是同一单位');
  await page.keyboard.press('Enter');
  await expect(row('示例新新局')).toContainText('与“示例新局”是同一单位');
  await row('水利办').getByRole('combobox').click();
  await page.keyboard.type('shuiwuju');
  await page.keyboard.press('Enter');
  await expect(row('水利办')).toContainText('示例市水务局');
  await commitImport(page);
  await expect(page.getByTestId('import-done')).toContainText('新增 5 条记录，新建 1 个单位');
  type Named = { readonly names: readonly { readonly name: string; readonly kind: string }[] };
  const units = (await recordsIn(page, 'units')) as unknown as readonly Named[];
  const names = units.map((unit) =>
    unit.names
      .map(({ name, kind }) => `${name} ${kind}`)
      .toSorted()
      .join('，'),
  );
  expect(names.toSorted()).toEqual([
    '水利办 alias，示例市水务务局 misspelling，示例市水务局 full',
    '示例新局 full，示例新新局 misspelling',
  ]);
});

test('a decision gives an honour for each of its recipients, its facts put right once for all', async ({ page }) => {
  const decision = docx([
    '示例市委办公室',
    '关于表彰示例先进集体和先进个人的决定',
    '示发〔2023〕8号',
    '各单位：',
    '决定予以表彰。',
    '附件：名单',
    '一、先进集体（2个）',
    '示例单位甲',
    '示例单位乙',
    '二、先进个人（3名）',
    '张示例　　示例市水务局科长',
    '李示例　　示例市财政局主任',
  ]);
  await chooseLedgers(page, [{ name: '示例决定.docx', content: decision }]);
  await expect(page.getByText('没有找到决定的日期')).toBeVisible();
  await expect(page.getByText(/找到 2 个，标题说有 3 个/)).toBeVisible();
  await page.getByLabel('决定日期').fill('2023年13月');
  await expect(page.getByRole('button', { name: '按改过的重新读取' })).toBeDisabled();
  await page.getByLabel('决定日期').fill('2023年7月1日');
  await page.getByLabel('授予单位（几个单位用“、”隔开）').fill('示例市委、示例市政府');
  await page.getByRole('button', { name: '按改过的重新读取' }).click();
  await expect(page.getByText('没有找到决定的日期')).toBeHidden();
  await goToRecords(page);
  await expect(listCount(page, 'new')).toHaveText('将新增 4');
  await commitImport(page);
  const present = await honors(page);
  expect(present.filter(({ collective }) => collective === true)).toHaveLength(2);
  for (const honor of present) {
    expect(honor).toMatchObject({
      date: { raw: '2023年7月1日' },
      awardedBy: [{ printed: '示例市委' }, { printed: '示例市政府' }],
      documentNo: '示发〔2023〕8号',
    });
  }
});

test('several files wait for each other; other headings are a choice; a block is pasted', async ({ page }) => {
  test.setTimeout(120_000);
  await chooseLedgers(page, [
    { name: '甲.csv', content: LEDGER },
    { name: '乙.csv', content: '没有意义的东西\n' },
    { name: '丙.csv', content: LEDGER.replaceAll('2023年5月', '2019年1月').replaceAll('2022.10', '2018.1') },
  ]);
  await expect(page.getByText('后面还有 2 个文件')).toBeVisible();
  await goToRecords(page);
  // The import goes on while another screen is looked at.
  await goTo(page, '#/units');
  await goTo(page, '#/import');
  await expect(page.getByTestId('import-summary')).toHaveText('将新增 2 条');
  await commitImport(page);
  await page.getByRole('button', { name: '导入下一个文件（还有 2 个）' }).click();
  await expect(page.getByText('乙.csv')).toBeVisible();
  await page.getByRole('button', { name: '放弃这个文件' }).click();
  await expect(page.getByText('丙.csv')).toBeVisible();
  await page.getByRole('button', { name: '第 1 行不是表头' }).click();
  await expect(page.getByText('（没有表头）').first()).toBeVisible();
  await page.getByRole('button', { name: '把第 1 行改作表头' }).click();
  await goToRecords(page);
  await commitImport(page);
  await page.getByRole('button', { name: '再导入一个文件' }).click();

  await page.getByTestId('import-drop').evaluate((element) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', '荣誉名称\t获奖时间\t获奖单位\n示例粘贴荣誉\t2017年\t示例单位甲\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
  });
  await expect(page.getByText(/^粘贴的内容（/).first()).toBeVisible();
  await goToRecords(page);
  await commitImport(page);
  expect(await honors(page)).toHaveLength(5);
});

test('a ledger of every trap: its sheets, the hidden one a choice, and each row of it accounted for', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { name, bytes, truth } = trapLedger(7);
  await chooseLedgers(page, [{ name, content: bytes }]);
  const hidden = page.getByRole('checkbox', { name: '导入“旧稿”' });
  await expect(hidden).not.toBeChecked();
  await hidden.click();
  await expect(page.getByRole('button', { name: /^旧稿 荣誉 \d+ 行$/ })).toBeVisible();
  await hidden.click();
  await expect(page.getByRole('button', { name: /^旧稿/ })).toHaveCount(0);
  await goToRecords(page);
  await expect(listCount(page, 'rejected')).toHaveText(`不能导入 ${truth.invalid.length}`);
  await page.getByRole('checkbox', { name: '只导入无误的行' }).check();
  await commitImport(page);
  const done = await page.getByTestId('import-done').textContent();
  const added = Number(/新增 (\d+) 条记录/.exec(done ?? '')?.[1]);
  const records = truth.valid.reduce((sum, row) => sum + row.records.length, 0);
  // What stands twice in the file, or may, stays out: those that the archive has in the truth come in here.
  expect(added).toBeGreaterThan(records - truth.exact.length - truth.probable.length - 1);
  expect(added).toBeLessThanOrEqual(records);
  const stores = await Promise.all(['honors', 'plans', 'activities'].map((store) => recordsIn(page, store)));
  expect(stores.flat()).toHaveLength(added);
  for (const { origin } of stores.flat())
    expect(origin).toMatchObject({ sheet: expect.stringMatching(/./), row: expect.any(Number) });
});

test('files that cannot be read say why, nothing is changed, and the window goes on', async ({ page }) => {
  test.setTimeout(300_000);
  await importRecords(page, [{ kind: 'honor', title: '示例荣誉' }]);
  const before = await changeSets(page);
  for (const { name, bytes } of refusedFiles()) {
    await chooseLedgers(page, [{ name, content: bytes }]);
    const fault = page.getByTestId('import-fault').filter({ hasText: name });
    await expect(fault, name).toContainText(/档案没有变化/, { timeout: 20_000 });
    // The window answers at once.
    await page.getByRole('link', { name: '回收站' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '回收站' })).toBeVisible({ timeout: 1000 });
  }
  expect(await changeSets(page)).toEqual(before);
  for (const { name, bytes } of oddFiles()) {
    await chooseLedgers(page, [{ name, content: bytes }]);
    await expect(page.getByTestId('import-next'), name).toBeEnabled({ timeout: 20_000 });
    await page.getByRole('button', { name: '放弃这个文件' }).click();
  }
});
