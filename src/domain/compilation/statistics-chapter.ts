import { appendTo } from '../append-to.ts';
import { windowWords, type DateWindow } from '../dates/date-window.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import type { Block, Table } from '../document/document-tree.ts';
import type { Honor } from '../records/honor.ts';
import type { Level } from '../vocabulary/levels.ts';
import { groupByLevel, levelName } from '../yearbook/honor-shares.ts';
import { COMPILATION_TERMS as T } from './compilation-terms.ts';

/** How many honours there are of each year and level, with sums both ways. Years and levels without any are left out. */
export function composeStatistics(honors: readonly Honor[], window: DateWindow): readonly Block[] {
  return [
    { kind: 'paragraph', text: T.statisticsIntroduction(windowWords(window)) },
    { kind: 'heading', level: 3, text: T.statisticsCaption },
    statistics(honors),
  ];
}

function statistics(honors: readonly Honor[]): Table {
  const levels = groupByLevel(honors).map(({ level }) => level);
  const years = new Map<number, Honor[]>();
  for (const honor of honors) appendTo(years, countingYear(honor.date) ?? 0, honor);
  const rows = [...years].toSorted(([a], [b]) => a - b).map(([year, held]) => countRow(String(year), levels, held));
  return {
    kind: 'table',
    columns: [T.yearColumn, ...levels.map(levelName), T.totalColumn].map((title) => ({
      title,
      width: 1,
      align: 'center',
    })),
    rows: [...rows, countRow(T.totalColumn, levels, honors)].map((cells) => ({ entryId: null, cells })),
  };
}

function countRow(name: string, levels: readonly (Level | null)[], honors: readonly Honor[]): readonly string[] {
  const counts = levels.map((level) => honors.filter((honor) => honor.level === level).length);
  return [name, ...counts.map((count) => (count === 0 ? T.none : String(count))), String(honors.length)];
}
