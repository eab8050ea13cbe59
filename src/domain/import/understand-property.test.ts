import { describe, expect, it } from 'vitest';
import { readRecordDraft } from '../records/record-draft.ts';
import { pick, seededRandom, type Random } from '../search/seeded-random.ts';
import { readTableRows } from './read-table-rows.ts';
import { bookOf, day, PLAIN, shown } from './source-fixtures.ts';
import type { SourceCell, SourceMerge, SourceSheet } from './source-book.ts';
import { understandBook } from './understand-book.ts';

const ROUNDS = 150;
const TODAY = '2026-11-23';
const HEADINGS =
  '序号 荣誉名称 获奖单位 级别 授奖单位 获奖时间 年 月 文号 备注 联系人 方案名称 活动主题 主办单位 人数'.split(' ');
const ALONE = [
  '示例市荣誉台账（2023年）',
  '一、国家级荣誉',
  '（一）2022年',
  '省级荣誉',
  '合计',
  '注：示例。',
  '2.示例续行',
  '填报单位：示例市水务局',
  '示例文明单位',
];
const CELLS: readonly SourceCell[] = [
  '',
  '',
  '1',
  '示例文明单位',
  '示例市水务局',
  '示例市\n水务局',
  '张示例',
  '国家级',
  '宇宙级',
  '2023年5月',
  '23.5',
  '示例〔2023〕5号',
  '小计',
  '约200人',
  '　',
  '示'.repeat(400),
  shown('2021.10', 2021.1),
  shown('45047', 45_047),
  day('2023年5月', 45_047),
  { text: '#N/A', number: null, type: 'error', formula: 'A1' },
  { text: 'TRUE', number: null, type: 'boolean', formula: null },
];

/** A row as offices make them, or as nobody does. */
function randomRow(random: Random, width: number): readonly SourceCell[] {
  const cells = Array.from({ length: width }, (): SourceCell => pick(random, CELLS));
  switch (random(6)) {
    case 0:
      return cells.map((_, column) => HEADINGS[(column + random(3)) % HEADINGS.length] ?? '');
    case 1:
      return cells.map((_, column) => (column === 0 ? pick(random, ALONE) : ''));
    case 2:
      return cells.map((_, column) => (column === random(width) ? pick(random, ALONE) : ''));
    default:
      return cells;
  }
}

function randomMerge(random: Random, width: number, height: number): SourceMerge {
  const [top, left] = [1 + random(height), random(width)];
  return { top, left, bottom: top + random(3), right: Math.min(width - 1, left + random(4)) };
}

/** Merged cells have their content in the first one only, as in a file. */
function randomSheet(random: Random): SourceSheet {
  const [width, height] = [1 + random(12), 1 + random(25)];
  const gap = random(3) === 0 ? random(width) : -1;
  const rows = Array.from({ length: height }, (_, index) => ({
    number: index + 1,
    isHidden: random(8) === 0,
    cells: randomRow(random, width).map((cell, column) => (column === gap ? '' : cell)),
  }));
  const merges = Array.from({ length: random(5) }, () => randomMerge(random, width, height));
  const filled = rows.filter(({ cells }) => random(6) > 0 && cells.some((cell) => cell !== ''));
  return {
    name: pick(random, ['2023年', '荣誉', '活动', '示例市水务局']),
    isHidden: false,
    dateSystem: 1900,
    rows: filled,
    merges,
  };
}

const sheets = Array.from({ length: ROUNDS }, (_, seed) => randomSheet(seededRandom(seed)));

function isShown(cell: SourceCell | undefined): boolean {
  return cell !== undefined && (typeof cell === 'string' ? cell : cell.text).trim() !== '';
}

it.each(['　', '和', '等', '、', '（', '\n', '局和', '示例市水务局\n', '张 '])(
  'a cell of 10,000 characters %j is read without trouble',
  (text) => {
    const long = text.repeat(Math.ceil(10_000 / text.length));
    const cells = ['示例单位', `示例${long}局`, `示例${long}奖`, '国家级'];
    const rows = [['荣誉名称', '获奖单位', '授奖单位', '级别'], cells, cells.toReversed(), [long], [`一、${long}`]].map(
      (each, index) => ({
        number: index + 1,
        isHidden: false,
        cells: each,
      }),
    );
    const book = bookOf({ name: '荣誉', isHidden: false, dateSystem: 1900, rows, merges: [] });
    const [table] = understandBook(book, PLAIN).sheets[0]?.tables ?? [];
    const read = table ? readTableRows(book, table, { today: TODAY, isKnownUnit: () => false }) : [];
    expect(read.map(({ row }) => row)).toEqual(expect.arrayContaining([2, 3]));
  },
);

describe('of any sheet', () => {
  it('every cell is in one row of one table, and no row of a table stands twice', () => {
    for (const sheet of sheets) {
      const tables = understandBook(bookOf(sheet), PLAIN).sheets[0]?.tables ?? [];
      for (const { rows } of tables) expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
      const homes = sheet.rows.flatMap(({ number, cells }) =>
        cells.flatMap((cell, column) =>
          isShown(cell)
            ? [
                tables.filter(
                  ({ region, rows }) =>
                    region.left <= column && column <= region.right && rows.some((row) => row.number === number),
                ).length,
              ]
            : [],
        ),
      );
      expect(new Set(homes).size === 0 || homes.every((count) => count === 1)).toBe(true);
    }
  });

  it('every data row is read once, with all its texts, and told to be good only when a record can be made of it', () => {
    let good = 0;
    for (const sheet of sheets) {
      const book = bookOf(sheet);
      for (const table of understandBook(book, PLAIN).sheets[0]?.tables ?? []) {
        const rows = readTableRows(book, table, { today: TODAY, isKnownUnit: () => false });
        expect(rows.map(({ row }) => row)).toEqual(
          table.rows.filter(({ is }) => is === 'data').map(({ number }) => number),
        );
        for (const { status, records, originals, row, problems } of rows) {
          const texts = sheet.rows.find(({ number }) => number === row)?.cells ?? [];
          const { left, right } = table.region;
          const lost = texts.findIndex(
            (cell, column) => left <= column && column <= right && isShown(cell) && originals[column] === '',
          );
          expect(lost).toBe(-1);
          expect(status === 'rejected').toBe(problems.length > 0);
          if (status === 'rejected') continue;
          good += 1;
          for (const { kind, fields } of records) {
            const read = readRecordDraft(kind, fields, TODAY);
            expect(read.ok ? [] : read.error).toEqual([]);
          }
        }
      }
    }
    expect(good).toBeGreaterThan(ROUNDS);
  });
});
