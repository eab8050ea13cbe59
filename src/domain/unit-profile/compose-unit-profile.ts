import { ANSWER_GAPS } from '../answer/answer-question.ts';
import { certifiedIds } from '../attachments/certified-ids.ts';
import { composeStatistics } from '../compilation/statistics-chapter.ts';
import { windowWords } from '../dates/date-window.ts';
import { breakTitle } from '../document/break-title.ts';
import { chapterTitle } from '../document/chapter-numbering.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import { selectInScope } from '../document/document-scope.ts';
import type { Block, Chapter, Column, Row } from '../document/document-tree.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { fullDate } from '../document/front-matter.ts';
import { withNamesOfTheDay } from '../document/names-of-the-day.ts';
import { nameList, phrase, printed, sentence } from '../document/sentence.ts';
import { hasGap } from '../ledger/ledger-filters.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import type { Honor } from '../records/honor.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { dateWords } from '../yearbook/date-words.ts';
import { honorTotals } from '../yearbook/honor-shares.ts';
import { dateLines } from '../yearbook/honors-chapter.ts';
import { YEARBOOK_TERMS } from '../yearbook/yearbook-terms.ts';
import { lineOfNames } from './line-of-names.ts';
import type { UnitProfileOptions } from './unit-profile-options.ts';
import { UNIT_PROFILE_TERMS as T } from './unit-profile-terms.ts';

/** Characters that the type of the title holds on a line. */
const TITLE_CAPACITY = 18;
/** In millimetres of the 156 mm type area: 12月30日 and 省部级 fit on a line. */
const COLUMN_WIDTHS = [10, 23, 39, 18, 30, 36] as const;

/**
 * What one unit has won (单位荣誉简介), as a neutral document: the line of its names, how many honours of each year and
 * level, the honours in chronicle order, and on request the evidence that is missing. Pure: the same records and options
 * always make the same one.
 *
 * @param records living ones: honours, units, their changes, attachments
 */
export function composeUnitProfile(records: readonly ArchiveRecord[], options: UnitProfileOptions): ComposedDocument {
  const units = createUnitDirectory(records.filter((record) => record.kind === 'unit'));
  const all = records.filter((record) => record.kind === 'honor').map((honor) => withNamesOfTheDay(honor, units));
  const { dated, undated } = selectInScope(all, options);
  const appended = options.includeUndated ? undated : [];
  const honors = [...dated, ...appended];
  const title = printed(options.title);
  const editor = printed(options.editor);
  const volume = windowWords(options.window);
  const parts = [
    { name: T.names, blocks: lineOfNames(options.unit.ids, records) },
    { name: T.honors, blocks: overview(dated, appended.length, options) },
    ...(honors.length === 0 ? [] : [{ name: T.list, blocks: [honorTable(honors)] }]),
    ...(options.includeGaps && honors.length > 0 ? [{ name: T.gaps, blocks: gaps(honors, records) }] : []),
  ].filter(({ blocks }) => blocks.length > 0);
  return {
    tree: {
      properties: {
        title: `${title}（${volume}）`,
        subject: T.subject(options.unit.name),
        creator: editor,
        compiledOn: options.compiledOn,
      },
      cover: null,
      contentsTitle: null,
      opening: { titleLines: [...breakTitle(title, TITLE_CAPACITY), `（${volume}）`], blocks: [] },
      chapters: parts.map(({ name, blocks }, index): Chapter => ({
        title: chapterTitle(index + 1, name),
        startsNewPage: false,
        blocks: index < parts.length - 1 ? blocks : [...blocks, signature(editor, options.compiledOn)],
      })),
    },
    chosen: honors,
    perChapter: { honor: dated.length, undated: appended.length },
    omittedUndated: undated.length - appended.length,
  };
}

function signature(editor: string, compiledOn: string): Block {
  return { kind: 'signature', text: `${editor}　${fullDate(compiledOn)}` };
}

function overview(
  dated: readonly Honor[],
  undated: number,
  { unit, window, level }: UnitProfileOptions,
): readonly Block[] {
  const words = windowWords(window);
  const total = dated.length === 0 ? sentence([T.none(words)]) : honorTotals(T.total(words, dated.length), dated);
  const scope = sentence([
    unit.ids.length > 1 ? T.withPredecessors : '',
    level === null ? '' : DOCUMENT_TERMS.scopeOfLevel(level),
    undated > 0 ? T.undated(undated) : '',
  ]);
  return [
    { kind: 'paragraph', text: `${total}${scope}` },
    ...(dated.length > 1 ? composeStatistics(dated, window).filter(({ kind }) => kind !== 'paragraph') : []),
  ];
}

function honorTable(honors: readonly Honor[]): Block {
  const columns = T.columns.map((title, index): Column => ({
    title,
    width: COLUMN_WIDTHS[index] ?? 20,
    align: index === 0 || index === 1 || index === 3 ? 'center' : 'left',
  }));
  const rows = honors.map((honor, index): Row => {
    const award = [nameList(honor.awardedBy), phrase(honor.documentNo)].filter((line) => line !== '').join('\n');
    const cells = [
      String(index + 1),
      dateLines(dateWords(honor.date)),
      printed(honor.title),
      honor.level ?? YEARBOOK_TERMS.unsettledLevel,
      nameList(honor.recipients),
      award,
    ];
    return { entryId: honor.id, cells: cells.map((cell) => (cell === '' ? YEARBOOK_TERMS.missing : cell)) };
  });
  return { kind: 'table', columns, rows };
}

/** Of which honours, by their numbers in the table, what is missing. */
function gaps(honors: readonly Honor[], records: readonly ArchiveRecord[]): readonly Block[] {
  const certified = certifiedIds(records.filter((record) => record.kind === 'attachment'));
  const lines = ANSWER_GAPS.flatMap((gap) => {
    const numbers = honors.flatMap((honor, index) => (hasGap(honor, gap, certified) ? [index + 1] : []));
    if (numbers.length === 0) return [];
    return [numbers.length === honors.length ? T.everyGap(gap) : T.gap(gap, runs(numbers).join('、'))];
  });
  return (lines.length === 0 ? [T.noGaps] : lines).map((line): Block => ({
    kind: 'paragraph',
    text: sentence([line]),
  }));
}

/** Numbers in a row as 3—7, two of them as they are. */
function runs(numbers: readonly number[]): readonly string[] {
  const found: number[][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else found.push([number]);
  }
  return found.flatMap((run) => (run.length > 2 ? [`${run[0]}—${run.at(-1)}`] : run.map(String)));
}
