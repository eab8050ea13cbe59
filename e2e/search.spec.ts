import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { startApp, test as appTest } from './support/archive-app.ts';
import { test as folderTest } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { goTo } from './support/window-steps.ts';

/** Made up: honours of two years and two levels, a plan, an activity of a series. */
const RECORDS = [
  {
    kind: 'honor',
    title: '示例先进集体',
    date: '2019年6月',
    level: '国家级',
    recipients: ['示例市检察院'],
    documentNo: '示发〔2019〕5号',
  },
  { kind: 'honor', title: '示例先进个人', date: '2019年7月', level: '省部级', recipients: ['示例市水务局'] },
  { kind: 'honor', title: '示例先进 集体称号', date: '2021年', level: '国家级', recipients: ['示例市水务局'] },
  { kind: 'honor', title: '示例模范机关', date: '2021年3月', level: '市厅级', recipients: ['示例市检察院'] },
  { kind: 'plan', title: '示例创建方案', issued: '2020年1月', status: '现行' },
  { kind: 'activity', title: '示例故事汇', date: '2020年4月', series: '示例系列' },
];

const box = (page: Page) => page.getByRole('combobox', { name: '搜索全部记录' });
const hits = (page: Page) => page.locator('[data-search-hit]');
const total = (page: Page, count: number) => page.getByText(`找到 ${count} 条`, { exact: true });
const chips = (page: Page) => page.getByRole('list', { name: '已识别的条件' }).getByRole('button');
const suggestions = (page: Page) => page.getByRole('listbox', { name: '输入建议' }).getByRole('option');
const kind = (page: Page, name: string) => page.getByRole('group', { name: '类型' }).getByRole('button', { name });
const palette = (page: Page) => page.getByRole('dialog', { name: '快速查找' });

async function openSearch(page: Page): Promise<void> {
  await importRecords(page, RECORDS);
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('heading', { name: '搜索' })).toBeVisible();
  await expect(box(page)).toBeFocused();
}

async function search(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
}

/** Chooses an entry of a select of the interface kit. */
async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
}

const clipboardText = (app: { readonly electron: ElectronApplication }) =>
  app.electron.evaluate(({ clipboard }) => clipboard.readText());

appTest('an input method composes in peace; then the hits say why they were found', async ({ page }) => {
  await openSearch(page);
  const devTools = await page.context().newCDPSession(page);
  await expect(hits(page).first()).toBeVisible();
  const before = await hits(page).count();
  await devTools.send('Input.imeSetComposition', { text: 'nian', selectionStart: 4, selectionEnd: 4 });
  await page.waitForTimeout(200);
  expect(await hits(page).count()).toBe(before);
  await expect(suggestions(page)).toHaveCount(0);
  await devTools.send('Input.insertText', { text: '模范' });
  await expect(total(page, 1)).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('模范');
  await expect(hits(page)).toHaveAttribute('title', '“模范”：在名称中，在中间');
});

appTest('conditions are chips, removed by mouse and by key', async ({ page }) => {
  await openSearch(page);
  await search(page, '先进 年:2019 "示例" -个人');
  await expect(chips(page)).toHaveText(['年：2019×', '“示例”×', '不含 个人×']);
  await expect(total(page, 1)).toBeVisible();
  await page.getByRole('button', { name: '去掉条件：不含 个人' }).click();
  await expect(box(page)).toHaveValue('先进 年:2019 "示例"');
  await expect(total(page, 2)).toBeVisible();
  await page.getByRole('button', { name: '去掉条件：年：2019' }).focus();
  await page.keyboard.press('Delete');
  await expect(box(page)).toHaveValue('先进 "示例"');
  await expect(total(page, 3)).toBeVisible();
});

appTest('words, phrases, exclusion and OR', async ({ page }) => {
  await openSearch(page);
  await search(page, '先进集体');
  await expect(total(page, 2)).toBeVisible();
  await expect(page.getByRole('heading', { name: '以下为忽略空格、标点和繁简后的结果' })).toBeVisible();
  await expect(hits(page).nth(1)).toContainText('近似');
  await page.getByRole('switch', { name: '精确' }).click();
  await expect(total(page, 1)).toBeVisible();
  await page.getByRole('switch', { name: '精确' }).click();
  await search(page, '"先进集体"');
  await expect(total(page, 1)).toBeVisible();
  await search(page, '先进 -个人');
  await expect(total(page, 2)).toBeVisible();
  await search(page, '模范 或 故事汇');
  await expect(total(page, 2)).toBeVisible();
});

appTest('what is chosen by mouse is written into the text, and its counts follow', async ({ page }) => {
  await openSearch(page);
  await expect(kind(page, '荣誉')).toHaveText('荣誉4');
  await kind(page, '荣誉').click();
  await expect(box(page)).toHaveValue('类型:荣誉');
  await expect(total(page, 4)).toBeVisible();
  await kind(page, '方案').click();
  await expect(box(page)).toHaveValue('类型:荣誉,方案');
  await expect(total(page, 5)).toBeVisible();
  await choose(page, '年份', /^2019年（2）/);
  await expect(box(page)).toHaveValue('类型:荣誉,方案 年:2019');
  await expect(total(page, 2)).toBeVisible();
  await expect(kind(page, '荣誉')).toHaveText('荣誉2');
  await choose(page, '级别', /^国家级（1）/);
  await expect(total(page, 1)).toBeVisible();
  await search(page, '级别:国家级');
  await expect(total(page, 2)).toBeVisible();
  await page.keyboard.press('Escape');
  await search(page, '系列:示例系列');
  await expect(total(page, 1)).toBeVisible();
  await expect(chips(page)).toHaveText(['系列：示例系列×']);
});

appTest('several years are chosen by mouse and by keys, one by one and as a range', async ({ page }) => {
  await openSearch(page);
  const years = page.getByRole('combobox', { name: '年份', exact: true });
  const option = (text: string) => page.locator('.ant-select-item-option').filter({ hasText: text });
  await years.click();
  await option('2019年（2）').click();
  await option('2021年（2）').click();
  await expect(box(page)).toHaveValue('年:2019,2021');
  await expect(chips(page)).toHaveText(['年：2019,2021×']);
  await expect(total(page, 4)).toBeVisible();
  // What is not chosen can be, with what it would add.
  await expect(option('2020年（2）')).toHaveAttribute('aria-selected', 'false');
  await option('2020年（2）').click();
  await expect(box(page)).toHaveValue('年:2019..2021');
  await expect(total(page, 6)).toBeVisible();
  await expect(kind(page, '荣誉')).toHaveText('荣誉4');
  await option('2020年（2）').click();
  await expect(box(page)).toHaveValue('年:2019,2021');
  await option('2019年（2）').click();
  await option('2021年（2）').click();
  await expect(box(page)).toHaveValue('');
  await option('2021年（2）').click();
  await option('2019年（2）').click({ modifiers: ['Shift'] });
  await expect(box(page)).toHaveValue('年:2019..2021');
  await page.keyboard.press('Escape');

  await search(page, '示例 年:2020..');
  await expect(page.getByText('2020年起')).toBeVisible();
  await years.click();
  await option('2021年（2）').click();
  await expect(box(page)).toHaveValue('示例 年:2020');
  await expect(total(page, 2)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await expect(box(page)).toHaveValue('示例 年:2020..2021');
  await expect(total(page, 4)).toBeVisible();
});

appTest('the box completes fields and values, by pinyin too', async ({ page }) => {
  await openSearch(page);
  await page.keyboard.type('ji');
  await expect(suggestions(page).filter({ hasText: '级别' }).first()).toBeVisible();
  await search(page, '');
  await page.keyboard.type('级别:');
  await expect(suggestions(page).first()).toHaveText(/国家级2 条/);
  await page.keyboard.press('ArrowDown');
  await expect(suggestions(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('级别:国家级');
  await expect(total(page, 2)).toBeVisible();
  await page.keyboard.type(' 单位:sw');
  await expect(suggestions(page).first()).toContainText('示例市水务局');
  await page.keyboard.press('Tab');
  await expect(box(page)).toHaveValue('级别:国家级 单位:示例市水务局');
  await expect(total(page, 1)).toBeVisible();
  await page.keyboard.type(' 年');
  await expect(suggestions(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions(page)).toHaveCount(0);
  await expect(box(page)).toHaveValue('级别:国家级 单位:示例市水务局 年');
});

appTest('arrows go from the box through the hits and back, Enter opens', async ({ page }) => {
  await openSearch(page);
  await search(page, '先进');
  await expect(total(page, 3)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('entry-details')).toBeVisible();
});

/** Types into the box that has the cursor and presses Enter within one task: no answer can arrive in between. */
async function typeAndEnterAtOnce(page: Page, text: string, presses = 1): Promise<void> {
  await page.evaluate(
    ({ value, times }) => {
      const input = document.activeElement as HTMLInputElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      for (let press = 0; press < times; press += 1) {
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      }
    },
    { value: text, times: presses },
  );
}

appTest('Enter that is quicker than the answer waits for it', async ({ page }) => {
  await openSearch(page);
  await search(page, '模范');
  await expect(total(page, 1)).toBeVisible();
  await typeAndEnterAtOnce(page, '先进个人');
  await expect(hits(page)).toHaveText(/示例先进个人/);
  await expect(hits(page)).toBeFocused();
  await box(page).focus();
  await typeAndEnterAtOnce(page, '故事汇', 2);
  await expect(page.getByRole('heading', { name: '示例故事汇', exact: true })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('模范');
  await expect(palette(page).getByRole('option').first()).toContainText('示例模范机关');
  await typeAndEnterAtOnce(page, '先进个人');
  await expect(page.getByRole('heading', { name: '示例先进个人', exact: true })).toBeVisible();
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press('Control+f');
  await expect(box(page)).toBeFocused();
  await search(page, '模范');
  await expect(total(page, 1)).toBeVisible();
  await typeAndEnterAtOnce(page, '没有的词', 2);
  await expect(page.getByText(/^没有符合/)).toBeVisible();
  await expect(box(page)).toBeFocused();
});

appTest('bad input is answered in plain words and injects nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await openSearch(page);
  await search(page, '<img src=x onerror=alert(1)><b>示例</b>');
  await expect(page.getByText(/^没有符合/)).toBeVisible();
  expect(await page.locator('main img, main b').count()).toBe(0);
  await search(page, '长'.repeat(10_000));
  await expect(page.getByText(/只读了前 4000 个字/)).toBeVisible();
  await search(page, '"先进 （示例');
  await expect(page.getByText('引号没有成对，按到末尾为止查找')).toBeVisible();
  await search(page, '）先进 年:20');
  await expect(page.getByText('多出的右括号没有起作用')).toBeVisible();
  await expect(page.getByText(/“20”：年份没有看懂/)).toBeVisible();
  await expect(total(page, 3)).toBeVisible();
  for (const text of [
    '.*+?[](){}|\\^$',
    '，。！？',
    '\u0000\u0007',
    Array.from({ length: 210 }, () => '先').join(' '),
  ]) {
    await search(page, text);
    await expect(page.getByRole('heading', { name: '搜索' })).toBeVisible();
  }
  await expect(page.getByText(/只读了前 200 个词/)).toBeVisible();
  expect(errors).toEqual([]);
});

appTest('what was found is copied as a table that runs nothing', async ({ app, page }) => {
  await openSearch(page);
  await search(page, '类型:荣誉 年:2019');
  await expect(total(page, 2)).toBeVisible();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name: '复制为表格' }).click();
  await expect(page.getByText('已复制 2 条')).toBeVisible();
  const rows = (await clipboardText(app)).trimEnd().split('\r\n');
  expect(rows[0]).toBe('类型\t名称\t时间\t单位\t级别\t文号');
  expect(rows[2]).toBe('荣誉\t示例先进集体\t2019年6月\t示例市检察院\t国家级\t示发〔2019〕5号');
});

appTest('what was found of one kind is opened in its ledger, to be changed in batches', async ({ page }) => {
  await openSearch(page);
  await search(page, '先进');
  await expect(total(page, 3)).toBeVisible();
  await page.getByRole('button', { name: '在台账中打开' }).click();
  await expect(page.getByText('只显示搜索结果中的 3 条')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '示例先进个人', exact: true })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '示例模范机关', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(page.getByRole('gridcell', { name: '示例模范机关', exact: true })).toBeVisible();
  await goTo(page, '#/search');
  await search(page, '示例');
  await expect(total(page, 8)).toBeVisible();
  await expect(page.getByRole('button', { name: '在台账中打开' })).toHaveCount(0);
});

appTest('nothing found leads on', async ({ page }) => {
  await openSearch(page);
  await search(page, '先进 年:1999');
  await page.getByRole('button', { name: '去掉“年：1999”' }).click();
  await expect(total(page, 3)).toBeVisible();
  await search(page, '没有的词');
  await page.getByRole('button', { name: '清空重来' }).click();
  await expect(page.getByText('全部', { exact: false }).first()).toBeVisible();
  await expect(box(page)).toHaveValue('');
});

folderTest(
  'recent and saved searches outlive the program; saved ones count live and can be undone',
  async ({ dataFolder }) => {
    const first = await startApp(dataFolder);
    await openSearch(first.page);
    await search(first.page, '先进 年:2019');
    await expect(total(first.page, 2)).toBeVisible();
    await first.page.getByRole('button', { name: '保存这个搜索' }).click();
    await first.page.getByLabel('名称').fill('示例近年先进');
    await first.page.keyboard.press('Enter');
    await expect(first.page.getByText(/^已保存/)).toBeVisible();
    await search(first.page, '模范');
    await expect(total(first.page, 1)).toBeVisible();
    await first.page.keyboard.press('Enter');
    await first.close();

    const second = await startApp(dataFolder);
    const { page } = second;
    await goTo(page, '#/search');
    const saved = page.getByRole('region', { name: '保存的搜索' });
    await expect(saved.getByRole('button', { name: /示例近年先进/ }).first()).toHaveText('示例近年先进2');
    await expect(page.getByRole('region', { name: '最近搜索' }).getByRole('button')).toHaveText([
      '模范',
      '先进 年:2019',
      '清除记录',
    ]);
    await saved
      .getByRole('button', { name: /示例近年先进/ })
      .first()
      .click();
    await expect(box(page)).toHaveValue('先进 年:2019');
    await expect(total(page, 2)).toBeVisible();
    await search(page, '');
    await saved.getByRole('button', { name: '“示例近年先进”的操作' }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await expect(saved).toHaveCount(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(saved).toBeVisible();
    await page.getByRole('button', { name: '清除记录' }).click();
    await expect(page.getByRole('region', { name: '最近搜索' })).toHaveCount(0);
    await second.kill();
  },
);

appTest('the palette finds records, units and commands, and gives the cursor back', async ({ page }) => {
  await openSearch(page);
  await page.keyboard.press('Control+k');
  const input = palette(page).getByRole('combobox');
  await expect(input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(box(page)).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('hsz');
  await expect(palette(page).getByRole('option').first()).toContainText('回收站');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '回收站' })).toBeVisible();
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('示例模范机关');
  await expect(
    palette(page)
      .getByRole('option', { name: /示例模范机关/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '示例模范机关' })).toBeVisible();
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('shuiwuju');
  await palette(page)
    .getByRole('option', { name: /示例市水务局/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: '示例市水务局' })).toBeVisible();

  const devTools = await page.context().newCDPSession(page);
  await page.keyboard.press('Control+k');
  await devTools.send('Input.imeSetComposition', { text: 'ziji', selectionStart: 4, selectionEnd: 4 });
  await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
  await expect(palette(page)).toBeVisible();
  await devTools.send('Input.insertText', { text: '先进' });
  await palette(page).getByRole('option', { name: '在全部记录中搜索“先进”' }).click();
  await expect(box(page)).toHaveValue('先进');
  await expect(total(page, 3)).toBeVisible();
});

appTest('pinyin finds names, apart from what was found as typed', async ({ page }) => {
  await openSearch(page);
  await search(page, 'jianchayuan');
  await expect(page.getByRole('heading', { name: '以下为按拼音找到的结果' })).toBeVisible();
  await expect(total(page, 3)).toBeVisible();
  await search(page, 'sjcy -2019年');
  await expect(total(page, 2)).toBeVisible();
});

appTest('a typing slip is offered as one, and one click corrects it', async ({ page }) => {
  await openSearch(page);
  await search(page, '市检查院');
  await expect(page.getByText('没有找到所输入的文字，下面是相近的结果')).toBeVisible();
  await expect(hits(page).first()).toBeVisible();
  await page.getByRole('button', { name: '市检察院', exact: true }).click();
  await expect(box(page)).toHaveValue('市检察院');
  await expect(total(page, 3)).toBeVisible();
  await search(page, '完全没有的甲乙丙丁');
  await expect(page.getByText('没有符合“完全没有的甲乙丙丁”的记录')).toBeVisible();
});
