import { expect, type Page } from '@playwright/test';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readLedgerFile } from '#formats/ledger-file/read-ledger-file';
import { test as appTest } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { readWordTable, readWorkbook } from './support/read-lists.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const HONORS = [
  { kind: 'honor', title: '=1+1', date: '2023年5月4日', level: '省级', awardedBy: ['示例甲厅', '示例乙厅'] },
  { kind: 'honor', title: '示例荣誉二', date: '2023.10', level: '市级', documentNo: '示发〔2023〕2号' },
  { kind: 'honor', title: '示例荣誉三', note: '一行\n两行' },
];
const OTHERS = [
  { kind: 'plan', title: '示例办法', issued: '2022年上半年', issuers: ['示例甲厅'] },
  { kind: 'activity', title: '示例故事汇', date: '2021年6月1日', headcount: 120 },
];

async function exportAs(page: Page, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const told = (page: Page, text: string) => page.locator('.ant-notification-notice').filter({ hasText: text });

appTest(
  'a ledger goes out as it is shown: columns, order, filters, and selected rows alone',
  async ({ app, page, dataFolder }) => {
    appTest.setTimeout(120_000);
    await importRecords(page, HONORS);
    await goTo(page, '#/ledger/honor');
    const file = join(dataFolder, '示例.xlsx');
    await answerSaveDialog(app, file);
    await exportAs(page, /^Excel/);
    await expect(told(page, '已导出 3 条记录')).toContainText(file);
    await expect(told(page, '已导出 3 条记录').getByRole('button', { name: '在文件夹中显示' })).toBeVisible();

    const [sheet, ...none] = await readWorkbook(file);
    expect(none).toEqual([]);
    expect(sheet?.name).toBe('荣誉');
    expect(sheet?.rows[0]?.[0]).toBe('荣誉台账');
    expect(sheet?.rows[1]?.[0]).toMatch(/^共 3 条；导出时间：\d{4}年/);
    const shown = await page.locator('.ag-header-cell-text').allTextContents();
    expect(sheet?.rows[2]).toEqual(shown.filter((heading) => heading !== ''));
    expect(sheet?.rows.slice(3).map((row) => row.slice(0, 5))).toEqual([
      ['2023年10月', '示例荣誉二', '市厅级', '', ''],
      ['2023-05-04', '=1+1', '省部级', '', '示例甲厅、示例乙厅'],
      ['', '示例荣誉三', '', '', ''],
    ]);
    // A month is text, a day is a number with the format of a date, and what looks like a formula is text.
    expect(['A4', 'A5', 'B5'].map((address) => sheet?.typeOf(address))).toEqual(['s', 'n', 's']);
    expect(sheet?.formulas).toBe(0);

    await page.locator('.ag-row').filter({ hasText: '=1+1' }).getByRole('checkbox').check();
    const word = join(dataFolder, '所选.docx');
    await answerSaveDialog(app, word);
    await exportAs(page, /^所选 1 条：Word/);
    await expect(told(page, '已导出 1 条记录')).toContainText(word);
    const table = await readWordTable(word);
    expect(table.map((row) => row.slice(0, 4))).toEqual([
      ['序号', '时间', '名称', '级别'],
      ['1', '2023年5月4日', '=1+1', '省部级'],
    ]);
  },
);

appTest(
  'a search goes out whole: a sheet for each kind, or what all kinds have in common',
  async ({ app, page, dataFolder }) => {
    appTest.setTimeout(120_000);
    const many = Array.from({ length: 60 }, (_, index) => ({ kind: 'honor', title: `示例先进${index}`, date: '2020' }));
    await importRecords(page, [...HONORS, ...OTHERS, ...many]);
    await page
      .getByPlaceholder(/搜索|查找/)
      .first()
      .fill('示例');
    await page.keyboard.press('Enter');
    await goTo(page, '#/search');
    await expect(page.getByText(/^找到 \d+ 条$/)).toBeVisible();
    const total = Number(/\d+/.exec((await page.getByText(/^找到 \d+ 条$/).textContent()) ?? '')?.[0]);
    expect(total).toBeGreaterThan(60);

    const file = join(dataFolder, '搜索.xlsx');
    await answerSaveDialog(app, file);
    await exportAs(page, /^Excel/);
    await expect(told(page, `已导出 ${total} 条记录`)).toContainText(file);
    const sheets = await readWorkbook(file);
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['荣誉', '方案', '活动', '单位']));
    expect(sheets.reduce((sum, { rows }) => sum + rows.length - 3, 0)).toBe(total);
    const activities = sheets.find(({ name }) => name === '活动');
    expect(activities?.rows[1]?.[0]).toContain('搜索：示例');
    expect(activities?.rows[2]).toEqual(expect.arrayContaining(['系列', '人数', '结果']));
    expect(activities?.rows[3]?.slice(0, 2)).toEqual(['2021-06-01', '示例故事汇']);

    const word = join(dataFolder, '搜索.docx');
    await answerSaveDialog(app, word);
    await exportAs(page, /^Word/);
    await expect(told(page, `已导出 ${total} 条记录`).filter({ hasText: word })).toBeVisible({ timeout: 20_000 });
    const table = await readWordTable(word);
    expect(table[0]).toEqual(['序号', '类别', '名称', '时间', '单位', '级别', '文号']);
    expect(table).toHaveLength(total + 1);
    expect(table.find((row) => row.includes('示例办法'))?.slice(1, 5)).toEqual([
      '方案',
      '示例办法',
      '2022年上半年',
      '示例甲厅',
    ]);
  },
);

appTest(
  'an export that is cancelled writes nothing, and one that cannot be written says why',
  async ({ app, page, dataFolder }) => {
    await importRecords(page, HONORS);
    await goTo(page, '#/ledger/honor');
    await answerSaveDialog(app, null);
    await exportAs(page, /^Excel/);
    await expect(page.getByText('已取消，没有写出文件')).toBeVisible();
    await answerSaveDialog(app, join(dataFolder, 'nowhere', '示例.docx'));
    await exportAs(page, /^Word/);
    await expect(told(page, '没有导出，已有文件没有改动')).toBeVisible();
  },
);

appTest(
  'an empty ledger offers a template that is read back with its choices and example',
  async ({ app, page, dataFolder }) => {
    await goTo(page, '#/ledger/honor');
    const file = join(dataFolder, '模板.xlsx');
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: '导入模板（Excel）…' }).click();
    await expect(told(page, '导入模板已保存')).toContainText(file);
    const read = await readLedgerFile(await readFile(file), '模板.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const [table, how, ...choices] = read.value.book.sheets;
    expect(table?.rows).toHaveLength(1);
    expect(table?.rows[0]?.cells.slice(0, 4)).toEqual(['时间', '名称', '级别', '获奖单位或个人']);
    expect(how?.name).toBe('填写说明');
    const explained = how?.rows.slice(3).map(({ cells }) => cells[0]);
    expect(explained).toEqual(table?.rows[0]?.cells);
    expect(how?.rows.slice(3).every(({ cells }) => cells[1] !== '' && (cells[2] ?? '') !== '')).toBe(true);
    expect(choices.map(({ isHidden }) => isHidden)).toEqual([true]);
  },
);

test('lists and templates from the command line', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  for (const honor of HONORS) {
    const added = await runCommand(['add', '--kind', 'honor', '--file', '-', ...data], JSON.stringify(honor));
    expect(added.exitCode, added.stderr).toBe(0);
  }
  const file = join(dataFolder, '荣誉.xlsx');
  const all = await runCommand(['export', 'list', '--kind', 'honor', '--out', file, ...data]);
  expect(all.json).toMatchObject({ ok: true, file, rows: 3, kind: 'honor', query: null });
  const [sheet] = await readWorkbook(file);
  expect(sheet?.rows.slice(3).map((row) => row[1])).toEqual(['=1+1', '示例荣誉二', '示例荣誉三']);
  expect(sheet?.rows[2]).toEqual(expect.arrayContaining(['备注', '来源', '证书编号']));

  const word = join(dataFolder, '荣誉.docx');
  const query = ['--query', '示例荣誉 年:2023'];
  const some = await runCommand(['export', 'list', '--kind', 'honor', '--out', word, ...query, ...data]);
  expect(some.json).toMatchObject({ ok: true, file: word, rows: 1 });
  expect((await readWordTable(word))[1]?.slice(0, 3)).toEqual(['1', '2023年10月', '示例荣誉二']);

  const template = join(dataFolder, '模板.xlsx');
  const written = await runCommand(['export', 'template', '--kind', 'plan', '--out', template, ...data]);
  expect(written.json).toMatchObject({ ok: true, file: template, rows: 0 });
  expect(written.json['bytes']).toBe((await stat(template)).size);

  for (const [words, code, where] of [
    [['list', '--kind', 'honor', '--out', 'x.csv'], 'bad-option', '--out'],
    [['list', '--out', 'x.xlsx'], 'bad-option', '--kind'],
    [['list', '--kind', 'honor', '--out', 'x.xlsx', '--year', '2023'], 'unknown-option', '--year'],
    [['template', '--kind', 'person', '--out', 'x.xlsx'], 'bad-kind', '--kind'],
    [['nothing'], 'bad-argument', 'nothing'],
  ] as const) {
    const run = await runCommand(['export', ...words, ...data]);
    expect([run.exitCode, run.json], words.join(' ')).toMatchObject([2, { ok: false, error: { code, where } }]);
  }
});
