import type { Block, Column, Row, Table } from '../document/document-tree.ts';
import type { Honor } from '../records/honor.ts';
import { numberedSection, subsectionHeading } from '../document/chapter-numbering.ts';
import { dateWords } from './date-words.ts';
import { nameList, phrase, printed } from '../document/sentence.ts';
import { groupByLevel, honorTotals, levelName } from './honor-shares.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/**
 * In millimetres of the 156 mm type area, so that in 五号 ten, eight and six characters of a name fit on a line, and
 * 〔2023〕150号 and 12月30日 on one each, also where wider digits stand in for the right font.
 */
const COLUMN_WIDTHS = [10, 38.2, 30.2, 24.5, 31.3, 21.8] as const;
const COLUMNS: readonly Column[] = T.honorColumns.map((title, index) => ({
  title,
  width: COLUMN_WIDTHS[index] ?? 20,
  align: index === 0 || index >= 4 ? 'center' : 'left',
}));

/**
 * The year's honours in tables by level, collective before individual, numbered through the chapter so that the last
 * number is the total. A joint award is one row.
 */
export function composeHonors(honors: readonly Honor[], year: number): readonly Block[] {
  if (honors.length === 0) return [{ kind: 'paragraph', text: T.noHonors(year) }];
  const groups = groupByLevel(honors);
  const blocks: Block[] = [{ kind: 'paragraph', text: honorTotals(T.honorsTotal(year, honors.length), honors) }];
  let firstNumber = 1;
  for (const [index, group] of groups.entries()) {
    blocks.push(numberedSection(index + 1, levelName(group.level)));
    blocks.push(...levelTables(group.honors, firstNumber));
    firstNumber += group.honors.length;
  }
  return blocks;
}

function levelTables(honors: readonly Honor[], firstNumber: number): readonly Block[] {
  const collective = honors.filter((honor) => honor.collective);
  const individual = honors.filter((honor) => !honor.collective);
  const parts = [
    { name: T.collectiveHonors, honors: collective, from: firstNumber },
    { name: T.individualHonors, honors: individual, from: firstNumber + collective.length },
  ].filter((part) => part.honors.length > 0);
  return parts.flatMap((part, index) => [subsectionHeading(index + 1, part.name), honorTable(part.honors, part.from)]);
}

function honorTable(honors: readonly Honor[], firstNumber: number): Table {
  return {
    kind: 'table',
    columns: COLUMNS,
    rows: honors.map((honor, index) => honorRow(honor, firstNumber + index)),
  };
}

function honorRow(honor: Honor, number: number): Row {
  const cells = [
    String(number),
    printed(honor.title),
    nameList(honor.recipients),
    nameList(honor.awardedBy),
    documentNoLines(phrase(honor.documentNo)),
    dateLines(dateWords(honor.date)),
  ];
  return { entryId: honor.id, cells: cells.map((cell) => (cell === '' ? T.missing : cell)) };
}

/** Breaks where a reader would: 菏直工发 | 〔2023〕5号, so that 号 never stands alone. */
export function documentNoLines(number: string): string {
  return number.replace(/(?<=.)(?=〔\d{4}〕[^〔]*$)/, '\n');
}

/** 2023年 | 12月30日. */
export function dateLines(date: string): string {
  return date.replace(/^(\d{4}年)(?=\d)/, '$1\n');
}
