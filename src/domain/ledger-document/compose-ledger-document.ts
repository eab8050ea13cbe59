import { windowWords } from '../dates/date-window.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import { selectInScope } from '../document/document-scope.ts';
import type { Block, Table, TextRow } from '../document/document-tree.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { landscapeMatter, tableColumns } from '../document/landscape-document.ts';
import { withNamesOfTheDay } from '../document/names-of-the-day.ts';
import { printed, sentence } from '../document/sentence.ts';
import { cellText } from '../ledger/cell-text.ts';
import { fieldMap } from '../ledger/field-map.ts';
import type { Entry } from '../records/archive-record.ts';
import { fieldValue } from '../records/record-fields.ts';
import { cleanText } from '../text/clean-text.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import { PLAN_KINDS } from '../vocabulary/plan-terms.ts';
import { dateWords, undatedWords } from '../yearbook/date-words.ts';
import { honorTotals } from '../yearbook/honor-shares.ts';
import { documentNoLines } from '../yearbook/honors-chapter.ts';
import { YEARBOOK_TERMS } from '../yearbook/yearbook-terms.ts';
import type { LedgerDocumentOptions, LedgerOrder } from './ledger-document-options.ts';
import { LEDGER_DOCUMENT_TERMS as T } from './ledger-document-terms.ts';

/**
 * A ledger (台账) for paper: one table on A4 on its side, a row for each record, with totals below it. Pure: the same
 * records and options always make the same document.
 */
export function composeLedgerDocument(
  entries: readonly Entry[],
  options: LedgerDocumentOptions,
  units: UnitDirectory | null = null,
): ComposedDocument {
  const wanted = entries.filter(({ kind }) => kind === options.ledger);
  const named = units ? wanted.map((entry) => withNamesOfTheDay(entry, units)) : wanted;
  const { dated, undated } = selectInScope(named, options);
  const appended = options.includeUndated ? undated : [];
  const chosen = [...inOrder(dated, options.order), ...appended];
  const volume = windowWords(options.window);
  const { title, editor, compiledOn } = options;
  const blocks: readonly Block[] =
    chosen.length === 0
      ? [{ kind: 'paragraph', text: T.none }]
      : [{ kind: 'note', text: aboutOf(chosen, appended.length, options) }, ledgerTable(chosen, options)];
  return {
    tree: {
      ...landscapeMatter({ title, volume, subject: T.subject(volume, title), editor, compiledOn }, blocks),
      chapters: [],
    },
    chosen,
    perChapter: { [options.ledger]: dated.length, undated: appended.length },
    omittedUndated: undated.length - appended.length,
  };
}

/** @param entries in chronicle order */
function inOrder(entries: readonly Entry[], order: LedgerOrder): readonly Entry[] {
  switch (order) {
    case 'date':
      return entries;
    case 'newest':
      return entries.toReversed();
    case 'level':
      return entries.toSorted((a, b) => levelRank(a) - levelRank(b));
  }
}

/** Highest first; what nobody has settled comes last. */
function levelRank(entry: Entry): number {
  const level = entry.kind === 'honor' ? entry.level : null;
  return level === null ? LEVELS.length : LEVELS.indexOf(level);
}

/** Totals stand above the table: below it they would be alone on a page one time out of ten. */
function aboutOf(chosen: readonly Entry[], undated: number, { ledger, unit, level }: LedgerDocumentOptions): string {
  const scope = sentence([
    unit === null ? '' : DOCUMENT_TERMS.scopeOfUnit(unit.name, unit.ids.length > 1),
    level === null || ledger !== 'honor' ? '' : DOCUMENT_TERMS.scopeOfLevel(level),
  ]);
  return `${kindTotals(chosen, T.totals[ledger](chosen.length))}${sentence([undated > 0 ? T.undated(undated) : ''])}${scope}`;
}

function ledgerTable(entries: readonly Entry[], { columns }: LedgerDocumentOptions): Table {
  const rows = entries.map((entry, index): TextRow => ({
    entryId: entry.id,
    cells: [String(index + 1), ...columns.map(({ name }) => ledgerCell(entry, name))],
  }));
  const centred = columns.map(({ name }) => {
    const type = fieldMap(entries[0]?.kind ?? 'honor').get(name)?.type;
    return type !== undefined && CENTRED.has(type);
  });
  const headings = [T.numberColumn, ...columns.map(({ heading }) => printed(heading))];
  return { kind: 'table', columns: tableColumns(headings, rows, [true, ...centred]), rows };
}

/** Types of fields whose values are short and of about the same length. */
const CENTRED: ReadonlySet<string> = new Set(['date', 'count', 'flag', 'choice', 'level']);

function ledgerCell(entry: Entry, name: string): string {
  const field = fieldMap(entry.kind).get(name);
  if (!field) return '';
  if (name === 'title') return printed(entry.title) || DOCUMENT_TERMS.untitled;
  const value = fieldValue(entry, name);
  if (field.type === 'date') {
    const date = value as FuzzyDate;
    return date.start === null && date.raw !== '' ? undatedWords(date) : dateWords(date);
  }
  const text = cleanText(cellText(field, value), 'many').text;
  return name === 'documentNo' ? documentNoLines(text) : text;
}

function kindTotals(chosen: readonly Entry[], total: string): string {
  const honors = chosen.filter((entry) => entry.kind === 'honor');
  if (honors.length > 0) return honorTotals(total, honors);
  const plans = chosen.filter((entry) => entry.kind === 'plan');
  const kinds = PLAN_KINDS.map((kind) => ({ kind, count: plans.filter(({ planKind }) => planKind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => YEARBOOK_TERMS.planKindCount(kind, count));
  const counted = chosen.flatMap((entry) => (entry.kind === 'activity' ? (entry.headcount ?? []) : []));
  const people = counted.reduce((sum, count) => sum + count, 0);
  return sentence([
    total,
    kinds.length > 1 ? YEARBOOK_TERMS.including(kinds.join('、')) : '',
    counted.length > 0 ? T.headcount(people, counted.length) : '',
  ]);
}
