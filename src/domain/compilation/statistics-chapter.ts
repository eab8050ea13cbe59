import { windowWords, type DateWindow } from '../dates/date-window.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import type { Block, Table } from '../document/document-tree.ts';
import type { Honor } from '../records/honor.ts';
import type { Level } from '../vocabulary/levels.ts';
import { groupByLevel, levelName } from '../yearbook/honor-shares.ts';
import { COMPILATION_TERMS as T } from './compilation-terms.ts';

/** How many honours there are of each year and level, with sums both ways. Years and levels without any are left out. */
export function composeStatistics(
  dated: readonly Honor[],
  undated: readonly Honor[],
  window: DateWindow,
): readonly Block[] {
  return [
    { kind: 'paragraph', text: T.statisticsIntroduction(windowWords(window)) },
    { kind: 'heading', level: 3, text: T.statisticsCaption },
    statistics(dated, undated),
  ];
}

function statistics(dated: readonly Honor[], undated: readonly Honor[]): Table {
  const all = [...dated, ...undated];
  const levels = groupByLevel(all).map(({ level }) => level);
  const years = [...new Set(dated.map(({ date }) => countingYear(date)))].toSorted((a, b) => (a ?? 0) - (b ?? 0));
  const rows = years.map((year) =>
    countRow(
      String(year),
      levels,
      dated.filter(({ date }) => countingYear(date) === year),
    ),
  );
  if (undated.length > 0) rows.push(countRow(T.undatedRow, levels, undated));
  return {
    kind: 'table',
    columns: [T.yearColumn, ...levels.map(levelName), T.totalColumn].map((title) => ({
      title,
      width: 1,
      align: 'center',
    })),
    rows: [...rows, countRow(T.totalColumn, levels, all)].map((cells) => ({ entryId: null, cells })),
  };
}

function countRow(name: string, levels: readonly (Level | null)[], honors: readonly Honor[]): readonly string[] {
  const counts = levels.map((level) => honors.filter((honor) => honor.level === level).length);
  return [name, ...counts.map((count) => (count === 0 ? T.none : String(count))), String(honors.length)];
}
