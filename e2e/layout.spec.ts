import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { canReadPages, readPages, whyNotHere, type PrintedPage } from './support/read-pages.ts';

test.skip(!canReadPages, whyNotHere);

const COUNT = 60;
/** Words without digits: which digits stand in for Times New Roman differs from machine to machine. */
const SUMMARY = '围绕中心服务大局交流典型做法部署下一步重点任务推动各项工作走在前列'.repeat(6);
const NUMERALS = Array.from('〇一二三四五六七八九');

function numbered(name: string, index: number): string {
  return `${name}${Array.from(String(index))
    .map((digit) => NUMERALS[Number(digit)])
    .join('')}`;
}

/** Two years, enough for a dozen full pages of text and of table. */
const ACTIVITIES = Array.from({ length: COUNT }, (_, index) =>
  [numbered('示例主题活动', index), `2023年${(index % 12) + 1}月`, numbered('示例单位', index % 7), SUMMARY].join(','),
);
const HONORS = Array.from({ length: COUNT }, (_, index) =>
  [
    numbered('示例荣誉', index),
    `${2022 + (index % 2)}年${(index % 12) + 1}月`,
    numbered('示例单位', index % 7),
    '示例授予机关',
    ['国家级', '省部级', '市厅级'][index % 3],
  ].join(','),
);
const LEDGERS = {
  活动台账: ['活动名称,时间,主办单位,活动内容', ...ACTIVITIES],
  荣誉台账: ['荣誉名称,获奖时间,获奖单位,授予单位,级别', ...HONORS],
};

async function importLedgers(dataFolder: string): Promise<void> {
  for (const [name, lines] of Object.entries(LEDGERS)) {
    const file = join(dataFolder, `${name}.csv`);
    await writeFile(file, `${lines.join('\n')}\n`);
    const imported = await runCommand(['import', file, '--data', dataFolder, '--json']);
    expect(imported.json, imported.stderr).toMatchObject({ ok: true, added: COUNT });
  }
}

/** Makes the document by the command, and reads its pages as LibreOffice prints them. */
async function printed(words: readonly string[], dataFolder: string): Promise<readonly PrintedPage[]> {
  const out = join(dataFolder, `${words[1]}.docx`);
  const made = await runCommand([...words, '--out', out, '--data', dataFolder, '--json']);
  expect(made.json, made.stderr).toMatchObject({ ok: true });
  return readPages(out);
}

function bodyOf(pages: readonly PrintedPage[]): readonly PrintedPage[] {
  return pages.slice(pages.findIndex(({ number }) => number === '1'));
}

/** Lines of contents as title and page. */
function contentsOf(pages: readonly PrintedPage[]): readonly (readonly [string, number])[] {
  return pages
    .filter(({ number }) => /^[IVXLC]+$/.test(number))
    .flatMap(({ lines }) => lines)
    .flatMap(({ text }) => {
      const [, title = '', page = ''] = /^(.+?)[.…]{3,}(\d+)$/.exec(text) ?? [];
      return title === '' ? [] : [[title, Number(page)] as const];
    });
}

/** That every line of the contents names the page that its heading is on, and each page is numbered at its outer edge. */
function expectRightNumbers(pages: readonly PrintedPage[], fewest: number): void {
  const body = bodyOf(pages);
  expect(body.map(({ number }) => number)).toEqual(body.map((_, index) => String(index + 1)));
  for (const [index, { numberAt }] of body.entries()) expect(numberAt).toBe(index % 2 === 0 ? 'right' : 'left');
  const contents = contentsOf(pages);
  expect(contents.length).toBeGreaterThanOrEqual(fewest);
  const found = contents.map(([title, page]) => [
    title,
    (body[page - 1]?.lines ?? []).some(({ text }) => text === title) ? page : null,
  ]);
  expect(found).toEqual(contents);
}

/** GB/T 9704-2012, 5.2.3. */
function expectFullPages(body: readonly PrintedPage[]): void {
  const text = body.filter(({ lines }) => lines.every((line) => /^[\p{Script=Han}〇【】，。、\d]+$/u.test(line.text)));
  const counts = text.map(({ lines }) => lines.length);
  expect(Math.max(...counts)).toBe(22);
  expect(counts.filter((count) => count === 22).length).toBeGreaterThan(3);
  const lines = text.flatMap((page) => page.lines.map((line) => line.text));
  expect(lines.filter((line) => Array.from(line).length === 28).length).toBeGreaterThan(50);
  // A stop may hang over the margin, and digits are half as wide; nothing else makes a line longer.
  for (const line of lines.filter((each) => !/\d/.test(each) && Array.from(each).length > 28)) {
    expect(line).toMatch(/^.{28}[，。、]$/u);
  }
}

/** That the index names the pages that a unit is on, all of them and no others. */
function expectRightIndex(body: readonly PrintedPage[], name: string): void {
  const entry = body.flatMap(({ lines }) => lines).findLast(({ text }) => text.startsWith(name) && /\d$/.test(text));
  const pages = (entry?.text ?? '')
    .slice(name.length)
    .replace(/^[.…]*/, '')
    .split('、');
  const named = pages.flatMap((stretch) => {
    const [from = 0, to = from] = stretch.split('—').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  expect(named.length, entry?.text).toBeGreaterThan(3);
  for (const page of named) {
    const text = body.slice(page - 1, page + 1).flatMap(({ lines }) => lines.map((line) => line.text));
    expect(text.join(''), `${name} on ${page}`).toContain(name);
  }
}

test('documents have full pages, and right page numbers when they are first opened', async ({ dataFolder }) => {
  test.setTimeout(300_000);
  await importLedgers(dataFolder);
  const yearbook = await printed(['export', 'yearbook', '--year', '2023'], dataFolder);
  expectRightNumbers(yearbook, 20);
  expectFullPages(bodyOf(yearbook));
  expectRightIndex(bodyOf(yearbook), '示例单位〇');
  const window = ['--from', '2022', '--to', '2023'];
  expectRightNumbers(await printed(['export', 'honors', ...window], dataFolder), 8);
  expectRightNumbers(await printed(['export', 'chronicle', ...window], dataFolder), 15);
});

test('a profile is numbered at its outer edges, a landscape document at the left of the sheet', async ({
  dataFolder,
}) => {
  test.setTimeout(300_000);
  await importLedgers(dataFolder);
  const window = ['--from', '2022', '--to', '2023'];
  const profile = await printed(['export', 'unit', '--unit', '示例单位〇', ...window], dataFolder);
  expect(profile.map(({ number, numberAt }) => [number, numberAt])).toEqual(
    profile.map((_, index) => [String(index + 1), index % 2 === 0 ? 'right' : 'left']),
  );
  for (const what of ['ledger', 'certificates']) {
    const pages = await printed(['export', what, ...window], dataFolder);
    expect(pages.length).toBeGreaterThan(2);
    // Turned: as on the sheet when it is held upright, where odd pages have it at the right.
    expect(pages.map(({ turned }) => turned)).toEqual(
      pages.map((_, index) => ({ number: String(index + 1), at: index % 2 === 0 ? 'below' : 'above' })),
    );
  }
});
