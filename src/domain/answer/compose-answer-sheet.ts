import { breakTitle } from '../document/break-title.ts';
import type { Block, Column, DocumentProperties, DocumentTree, Row } from '../document/document-tree.ts';
import type { Honor } from '../records/honor.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import type { Level } from '../vocabulary/levels.ts';
import { numberedSections } from '../document/chapter-numbering.ts';
import { dateWords } from '../yearbook/date-words.ts';
import { dateLines } from '../yearbook/honors-chapter.ts';
import { withNamesOfTheDay } from '../document/names-of-the-day.ts';
import { nameList, phrase, printed } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from '../yearbook/yearbook-terms.ts';
import { ANSWER_GAPS, LEFT_OUT, type Answer, type AnswerGap, type LeftOut } from './answer-question.ts';

/** Characters that the type of the title holds on a line. */
const TITLE_CAPACITY = 18;
/**
 * In millimetres of the 156 mm type area: 12月30日 fits on a line, and most names and numbers need no more than two, so that
 * eight honours stand on the page with the answer.
 */
const COLUMN_WIDTHS = [10, 23, 45, 32, 46] as const;

export type LeftOutGroup = { readonly reason: LeftOut; readonly honors: readonly Honor[] };
/** Of the honours with these numbers in the list. */
export type GapGroup = { readonly gap: AnswerGap; readonly numbers: readonly number[] };

/** What a sheet says of an answer beside its honours. */
export type AnswerSheetWords = {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  /** What is said smaller, below the answer: shares, counting rule. */
  readonly remarks: readonly string[];
  /** Number, date, title, recipients, awarding bodies with document number. */
  readonly columns: readonly string[];
  readonly level: (level: Level | null, count: number) => string;
  readonly leftOut: (groups: readonly LeftOutGroup[]) => string;
  readonly lacking: (groups: readonly GapGroup[]) => string;
  /** Who made the sheet, and when. */
  readonly signature: string;
};

/**
 * The answer for paper: question, number and rule first, so that the first page holds them however long the list is; then
 * the honours in tables by level, what may have been meant, what evidence is missing, and who made it and when.
 *
 * @param units make it print the official names that units had on the date of each record, as the yearbook does
 */
export function composeAnswerSheet(
  answer: Answer,
  words: AnswerSheetWords,
  properties: DocumentProperties,
  units: UnitDirectory,
): DocumentTree {
  const groups = answer.levels.map(({ level }) => answer.honors.filter((honor) => honor.level === level));
  return {
    properties,
    cover: null,
    contentsTitle: null,
    opening: {
      titleLines: [...breakTitle(words.title, TITLE_CAPACITY), words.question],
      blocks: [
        { kind: 'paragraph', text: words.answer },
        ...words.remarks.map(note),
        ...listBlocks(groups, words, units),
        ...evidenceBlocks(answer, groups.flat(), words),
        { kind: 'signature', text: words.signature },
      ],
    },
    chapters: [],
  };
}

function listBlocks(
  groups: readonly (readonly Honor[])[],
  words: AnswerSheetWords,
  units: UnitDirectory,
): readonly Block[] {
  const columns = words.columns.map((title, index): Column => ({
    title,
    width: COLUMN_WIDTHS[index] ?? 20,
    align: index < 2 ? 'center' : 'left',
  }));
  let number = 0;
  const row = (honor: Honor): Row => {
    number += 1;
    return honorRow(withNamesOfTheDay(honor, units), number);
  };
  return numberedSections(
    groups.map((honors) => ({
      name: words.level(honors[0]?.level ?? null, honors.length),
      blocks: [{ kind: 'table', columns, rows: honors.map(row) }],
    })),
  );
}

function honorRow(honor: Honor, number: number): Row {
  const award = [nameList(honor.awardedBy), phrase(honor.documentNo)].filter((line) => line !== '').join('\n');
  const cells = [
    String(number),
    dateLines(dateWords(honor.date)),
    printed(honor.title),
    nameList(honor.recipients),
    award,
  ];
  return { entryId: honor.id, cells: cells.map((cell) => (cell === '' ? T.missing : cell)) };
}

/** @param listed the honours in the order in which they are numbered */
function evidenceBlocks(
  { leftOut, lacking }: Answer,
  listed: readonly Honor[],
  words: AnswerSheetWords,
): readonly Block[] {
  const numbers = new Map(listed.map((honor, index) => [honor, index + 1]));
  const left = LEFT_OUT.map((reason) => ({ reason, honors: leftOut[reason] })).filter(
    ({ honors }) => honors.length > 0,
  );
  const gaps = ANSWER_GAPS.map((gap) => ({
    gap,
    numbers: lacking[gap].flatMap((honor) => numbers.get(honor) ?? []).toSorted((a, b) => a - b),
  })).filter((group) => group.numbers.length > 0);
  return [
    ...(left.length > 0 ? [note(words.leftOut(left))] : []),
    ...(gaps.length > 0 ? [note(words.lacking(gaps))] : []),
  ];
}

function note(text: string): Block {
  return { kind: 'note', text };
}
