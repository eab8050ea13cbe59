import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { startApp, test as appTest, type RunningApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test as folderTest } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { readDocxParagraphs } from './support/read-docx.ts';
import { readWordTable, readWorkbook } from './support/read-lists.ts';
import { answerSaveDialog, goTo, loadSample } from './support/window-steps.ts';

const WATER = '示例市水务局';
const IRRIGATION = '示例市水利局';

const national = (title: string, date: string, recipient: string | null, more: object = {}) => ({
  kind: 'honor',
  title,
  date,
  level: '国家级',
  recipients: recipient === null ? [] : [recipient],
  ...more,
});

/** What became of the units; the import takes ledgers alone. */
const UNITS = [
  ['unit', { names: [{ name: WATER }, { name: '水务局', kind: 'short' }] }],
  ['unitChange', { change: '更名', date: '2019年1月8日', from: [IRRIGATION], to: [WATER] }],
] as const;

/** Won by the unit, by the one that it was before, by both with others, taken back, without a year, and by others. */
const HONORS = [
  national('示例文明单位', '2021年5月', WATER, { documentNo: '示发〔2021〕1号', awardedBy: ['示例甲部', '示例乙部'] }),
  national('示例先进集体', '2016年3月4日', IRRIGATION),
  national('示例节水单位', '2022—2023年度', null, { recipients: [WATER, IRRIGATION, '示例市审计局'] }),
  national('示例先进个人', '2020年', null, {
    collective: false,
    recipients: [{ name: '示例甲某', unit: WATER, role: '' }],
  }),
  national('示例被撤荣誉', '2018年', WATER, { statusEvents: [{ event: '撤销', date: '2020年' }] }),
  national('示例无年荣誉', '5月', WATER),
  national('示例未定荣誉', '2017年', WATER, { level: null }),
  national('示例早年荣誉', '2013年12月31日', IRRIGATION),
  national('示例省级荣誉', '2022年', WATER, { level: '省部级' }),
  national('示例别家荣誉', '2022年', '示例市审计局'),
];

/** Starts an application with these units and honours. */
async function startWithRecords(dataFolder: string): Promise<RunningApp> {
  for (const [kind, record] of UNITS) {
    const words = ['add', '--kind', kind, '--file', '-', '--data', dataFolder, '--json'];
    const added = await runCommand(words, JSON.stringify(record));
    expect(added.exitCode, added.stdout).toBe(0);
  }
  const app = await startApp(dataFolder);
  await importRecords(app.page, HONORS);
  return app;
}

const test = folderTest.extend<{ readonly page: Page }>({
  page: async ({ dataFolder }, provide) => {
    const app = await startWithRecords(dataFolder);
    await provide(app.page);
    await app.kill();
  },
});

const count = (page: Page) => page.getByTestId('answer-count');
const sentence = (page: Page) => page.getByTestId('answer-sentence');
const titles = (page: Page) => page.getByTestId('answer-list').locator('.ag-row [col-id="title"]');

async function askAbout(page: Page, typed: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '单位' }).fill(typed);
  await page.locator('.ant-select-item-option', { hasText: name }).first().click();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).click();
}

test('a unit with its predecessor: number, list, years, rule, and what is not counted', async ({ page }) => {
  await goTo(page, '#/answer');
  await askAbout(page, 'swj', WATER);
  await expect(sentence(page)).toHaveText(
    `2014年以来，${WATER}（含前身${IRRIGATION}）共获国家级荣誉4项，其中集体3项、个人1项。`,
  );
  await expect(count(page)).toHaveText('4项');
  await expect(page.getByText('另有时间不详的1项、级别未定的1项、已撤销的1项未计入。')).toBeVisible();
  await expect(titles(page)).toHaveText(['示例先进集体', '示例先进个人', '示例文明单位', '示例节水单位']);
  const years = page.getByTestId('answer-years');
  await expect(years.locator('th').first()).toHaveText('2014');
  await expect(years.locator('td')).toHaveText(['0', '0', '1', '0', '0', '0', '1', '1', '0', '1']);

  await page.getByRole('button', { name: '未计入：级别未定' }).click();
  await expect(titles(page)).toHaveText(['示例未定荣誉']);
  await page.getByRole('button', { name: /^缺文号/ }).click();
  await expect(titles(page)).toHaveText(['示例先进集体', '示例先进个人', '示例节水单位']);
  await page.getByRole('button', { name: '回到计入的' }).click();

  await choose(page, '前身和后继', '只计本单位');
  await expect(count(page)).toHaveText('3项');
  await page.getByLabel('已撤销的也计').check();
  await expect(count(page)).toHaveText('4项');
  await page.getByLabel('级别未定的也计').check();
  await expect(count(page)).toHaveText('5项');
  await choose(page, '荣誉类别', '只计个人');
  await expect(sentence(page)).toHaveText(`2014年以来，${WATER}共获国家级个人荣誉1项。`);
});

test('the window follows what is typed, refuses what it cannot understand, and is remembered', async ({ page }) => {
  await goTo(page, '#/answer');
  await askAbout(page, IRRIGATION, IRRIGATION);
  await expect(sentence(page)).toContainText(`${IRRIGATION}（含后继${WATER}）共获国家级荣誉4项`);
  await page.getByLabel('到', { exact: true }).fill('2022');
  await expect(count(page)).toHaveText('3项');
  await expect(page.getByRole('button', { name: '未计入：延续到所问时段之后' })).toBeVisible();
  await choose(page, '日期跨时段的', '有一部分在内即计');
  await expect(count(page)).toHaveText('4项');
  await page.getByLabel('到', { exact: true }).fill('2013');
  await expect(page.getByRole('alert').filter({ hasText: '结束时间早于开始时间' }).first()).toBeVisible();
  await expect(count(page)).toHaveCount(0);
  await page.getByLabel('从', { exact: true }).fill('');
  await expect(sentence(page)).toHaveText(`截至2013年，${IRRIGATION}（含后继${WATER}）共获国家级荣誉1项，为集体荣誉。`);
  await goTo(page, '#/home');
  await goTo(page, '#/answer');
  await expect(sentence(page)).toContainText('截至2013年');

  await titles(page).first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '示例早年荣誉' })).toBeVisible();
});

appTest('the sample has no years: nothing is counted since 2014, all of it without a window', async ({ page }) => {
  await loadSample(page);
  await goTo(page, '#/answer');
  await expect(sentence(page)).toHaveText('2014年以来，全部单位没有国家级荣誉的记录。');
  await expect(page.getByText(/^另有时间不详的\d+项未计入。$/)).toBeVisible();
  await page.getByLabel('从', { exact: true }).fill('');
  await expect(sentence(page)).toHaveText(/^全部单位共获国家级荣誉\d+项/);
});

appTest('an archive without honours says what the screen is for', async ({ page }) => {
  await goTo(page, '#/answer');
  await expect(page.getByText('还没有荣誉记录', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: '新增荣誉' })).toBeVisible();
});

folderTest('Word, Excel, the clipboard and the command line say what the window says', async ({ dataFolder }) => {
  folderTest.setTimeout(180_000);
  const app = await startWithRecords(dataFolder);
  const { page } = app;
  await goTo(page, '#/answer');
  await askAbout(page, WATER, WATER);
  await expect(count(page)).toHaveText('4项');
  const said = (await sentence(page).textContent()) ?? '';
  const listed = await titles(page).allTextContents();

  await page.getByRole('button', { name: '复制这句话' }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe(`${said}另有时间不详的1项、级别未定的1项、已撤销的1项未计入。`);

  const word = join(dataFolder, '答询.docx');
  await answerSaveDialog(app, word);
  await page.getByRole('button', { name: 'Word 答询单…' }).click();
  await expect(page.locator('.ant-notification-notice').filter({ hasText: '答询单已生成' })).toContainText(word);
  await expectSheet(word, said, listed);

  const excel = join(dataFolder, '答询.xlsx');
  await answerSaveDialog(app, excel);
  await page.getByRole('button', { name: 'Excel 清单…' }).click();
  await expect(page.getByText('已导出 4 条记录')).toBeVisible();
  const [sheet] = await readWorkbook(excel);
  expect(sheet?.rows[1]?.[0]).toContain(said);
  expect(sheet?.rows.slice(3).map((row) => row[1])).toEqual(listed);

  await app.close();
  const data = ['--data', dataFolder, '--json'];
  const question = ['--unit', '水务局', '--level', '国家', '--from', '2014'];
  const answered = await runCommand(['answer', ...question, ...data]);
  expect(answered.exitCode, answered.stdout).toBe(0);
  expect(answered.json).toMatchObject({
    ok: true,
    count: 4,
    collective: 3,
    individual: 1,
    sentence: said,
    rule: { line: 'all', levels: ['国家级'], dates: 'end', revoked: false },
    units: [
      { name: WATER, relation: 'asked' },
      { name: IRRIGATION, relation: 'predecessor' },
    ],
    leftOut: { undated: [expect.any(String)], later: [] },
  });
  const records = answered.json['records'] as readonly { readonly title: string }[];
  expect(records.map(({ title }) => title)).toEqual(listed);

  const file = join(dataFolder, '命令.docx');
  const exported = await runCommand(['export', 'answer', ...question, '--out', file, ...data]);
  expect(exported.json, exported.stdout).toMatchObject({ ok: true, file, entries: 4, count: 4, sentence: said });
  await expectSheet(file, said, listed);

  for (const [words, code, where] of [
    [['--unit', '示例没有的局'], 'unknown-unit', '--unit'],
    [['--level', '宇宙级'], 'bad-level', '--level'],
    [['--from', '某日'], 'bad-date', '--from'],
    [['--from', '2020', '--to', '2019'], 'reversed-window', '--to'],
    [['--line', 'siblings'], 'bad-option', '--line'],
  ] as const) {
    const refused = await runCommand(['answer', ...words, ...data]);
    expect([refused.exitCode, refused.json], words.join(' ')).toMatchObject([2, { ok: false, error: { code, where } }]);
  }
});

/** The sheet as readers show it that are not ours: the answer before the table, and each honour once. */
async function expectSheet(file: string, said: string, listed: readonly string[]): Promise<void> {
  const paragraphs = await readDocxParagraphs(file);
  expect(paragraphs.slice(0, 3)).toEqual([
    `${WATER}国家级荣誉答询单`,
    '2014年以来共获多少项国家级荣誉？',
    `${said}另有时间不详的1项、级别未定的1项、已撤销的1项未计入。`,
  ]);
  expect(paragraphs.find((text) => text.startsWith('统计口径：'))).toContain(`计${WATER}及其前身${IRRIGATION}`);
  expect(paragraphs.find((text) => text.startsWith('未计入：'))).toContain('时间不详的1项（示例无年荣誉）');
  expect(paragraphs.find((text) => text.startsWith('待补：'))).toContain('缺文号3项（序号1至2、4）');
  expect(paragraphs.at(-1)).toMatch(/^中共菏泽市委市直机关工作委员会　\d{4}年\d{1,2}月\d{1,2}日$/);
  const [heading, ...rows] = await readWordTable(file);
  expect(heading).toEqual(['序号', '时间', '荣誉名称', '获奖单位或个人', '授予单位和文号']);
  expect(rows.map((row) => row[2])).toEqual(listed);
  expect(rows[2]?.[4]).toBe('示例甲部、示例乙部示发〔2021〕1号');
}
