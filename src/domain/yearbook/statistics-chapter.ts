import { appendTo } from '../append-to.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import { numberedSections, type Section } from '../document/chapter-numbering.ts';
import type { Block, Table } from '../document/document-tree.ts';
import { phrase } from '../document/sentence.ts';
import type { Honor } from '../records/honor.ts';
import { WORKS } from '../vocabulary/works.ts';
import { groupByLevel, levelName } from './honor-shares.ts';
import type { SelectedEntries } from './select-entries.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

const YEARS_COMPARED = 5;
/** Of the units, those with the most honours; all of them stand in the chapter before. */
const MOST_UNITS = 20;

/**
 * The year in numbers (统计资料), each table with a chart where one says more: honours by level, over five years, by unit,
 * and everything by the works of the programme. Empty for a year that has nothing to be counted.
 *
 * @param allHonors of any year, by which the years are compared
 */
export function composeStatistics(
  selected: SelectedEntries,
  allHonors: readonly Honor[],
  year: number,
): readonly Block[] {
  const sections = [
    levelSection(selected.honors),
    yearSection(allHonors, year),
    unitSection(selected.honors),
    workSection(selected),
  ].filter((section) => section !== null);
  return numberedSections(sections);
}

function levelSection(honors: readonly Honor[]): Section | null {
  if (honors.length === 0) return null;
  const levels = groupByLevel(honors).map(({ level, honors: ofLevel }) => {
    const collective = ofLevel.filter((honor) => honor.collective).length;
    return { name: levelName(level), counts: [collective, ofLevel.length - collective] };
  });
  const columns = [T.levelColumn, T.collectiveColumn, T.individualColumn, T.totalColumn];
  const sums = [0, 1].map((at) => levels.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  const rows = [...levels, { name: T.totalColumn, counts: sums }].map(({ name, counts }) => [
    name,
    ...counts,
    total(counts),
  ]);
  return {
    name: T.honorsByLevel,
    blocks: [
      { kind: 'paragraph', text: T.honorsByLevelOf(honors.length) },
      countTable(columns, rows),
      {
        kind: 'chart',
        caption: T.honorsByLevelChart,
        categories: levels.map(({ name }) => name),
        series: [T.collectiveColumn, T.individualColumn].map((name, at) => ({
          name,
          values: levels.map(({ counts }) => counts[at] ?? 0),
        })),
        isStacked: false,
      },
    ],
  };
}

function yearSection(honors: readonly Honor[], year: number): Section | null {
  const years = Array.from({ length: YEARS_COMPARED }, (_, index) => year - YEARS_COMPARED + 1 + index);
  const compared = honors.filter(({ date }) => years.includes(countingYear(date) ?? Number.NaN));
  const held = new Set(compared.map(({ date }) => countingYear(date)));
  // Of one year alone there is nothing to compare.
  if (held.size < 2) return null;
  const levels = groupByLevel(compared).map(({ level }) => level);
  const counts = years.map((each) => {
    const ofYear = compared.filter(({ date }) => countingYear(date) === each);
    return levels.map((level) => ofYear.filter((honor) => honor.level === level).length);
  });
  const rows = years.map((each, index) => [T.plainYear(each), ...(counts[index] ?? []), total(counts[index] ?? [])]);
  return {
    name: T.honorsByYear,
    blocks: [
      { kind: 'paragraph', text: T.honorsByYearOf(years[0] ?? year, year) },
      countTable([T.yearColumn, ...levels.map(levelName), T.totalColumn], rows),
      {
        kind: 'chart',
        caption: T.honorsByYearChart(years[0] ?? year, year),
        categories: years.map(T.plainYear),
        series: levels.map((level, at) => ({ name: levelName(level), values: counts.map((row) => row[at] ?? 0) })),
        isStacked: true,
      },
    ],
  };
}

/** Collective honours by who received them; one that several units share is counted for each of them, and said so. */
function unitSection(honors: readonly Honor[]): Section | null {
  const units = new Map<string, Honor[]>();
  for (const honor of honors.filter(({ collective }) => collective)) {
    const names = new Set(honor.recipients.map(({ printed }) => phrase(printed)).filter((name) => name !== ''));
    for (const name of names) appendTo(units, name, honor);
  }
  if (units.size < 2) return null;
  const levels = groupByLevel([...units.values()].flat()).map(({ level }) => level);
  const { compare } = new Intl.Collator('zh-CN-u-co-pinyin');
  const sorted = [...units].toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compare(a, b));
  const rows = sorted.slice(0, MOST_UNITS).map(([name, held]) => {
    const counts = levels.map((level) => held.filter((honor) => honor.level === level).length);
    return [name, ...counts, held.length];
  });
  return {
    name: T.honorsByUnit,
    blocks: [
      { kind: 'paragraph', text: T.honorsByUnitOf(sorted.length) },
      countTable([T.unitColumn, ...levels.map(levelName), T.totalColumn], rows, 4),
      { kind: 'paragraph', text: T.unitNote(sorted.length, MOST_UNITS) },
    ],
  };
}

/** A record that is filed under several works is counted for each. */
function workSection({ plans, activities, practices, honors }: SelectedEntries): Section | null {
  const lists = [plans, activities, practices, honors];
  const columns = [T.planColumn, T.activityColumn, T.practiceColumn, T.honorColumn];
  const rows = WORKS.map((work) => [
    work,
    ...lists.map((list) => list.filter(({ works }) => works.includes(work)).length),
  ]).filter(([, ...counts]) => total(counts) > 0);
  if (rows.length < 2) return null;
  return {
    name: T.byWork,
    blocks: [
      { kind: 'paragraph', text: T.byWorkOf },
      countTable([T.workColumn, ...columns], rows, 2),
      { kind: 'paragraph', text: T.workNote },
    ],
  };
}

function total(counts: readonly (string | number)[]): number {
  return counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
}

/** @param nameWidth how many times as wide the column of names is as those of numbers */
function countTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  nameWidth = 1.5,
): Table {
  return {
    kind: 'table',
    columns: columns.map((title, index) => ({
      title,
      width: index === 0 ? nameWidth : 1,
      align: index === 0 && nameWidth > 2 ? 'left' : 'center',
    })),
    rows: rows.map((row) => ({ entryId: null, cells: row.map((cell) => (cell === 0 ? T.missing : String(cell))) })),
  };
}
