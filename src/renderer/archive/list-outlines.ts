import { COMMON_COLUMNS, listColumn, listColumns, pageColumns } from '#domain/list-table/list-columns';
import type { FindableRecord } from '#domain/records/archive-record';
import { FINDABLE_KINDS, type FindableKind } from '#domain/records/record-base';
import { cleanText } from '#domain/text/clean-text';
import { KIND_NAMES } from '../components/kind-names.ts';
import type { ListToProduce } from '../jobs/produce-list.ts';
import type { ListFile } from '../workers/list-messages.ts';
import { fieldLabel } from './field-labels.ts';
import { listMessages } from './list-messages.ts';

export type ListType = 'xlsx' | 'docx';

/** What stands above a list. */
export type ListHead = {
  readonly title: string;
  /** What the records were chosen by, in words; empty when all are there. */
  readonly about: readonly string[];
};

type Column = { readonly name: string; readonly heading: string };

/** A Word table that is longer takes minutes to be laid out, and more paper than anybody wants. */
export const MOST_WORD_ROWS = 5000;
/** More columns on a page would have room for two characters each. */
const MOST_WORD_COLUMNS = 16;

/** A list of one kind with the columns of a ledger. */
export function listOfKind(
  kind: FindableKind,
  records: readonly FindableRecord[],
  type: ListType,
  head: ListHead,
  columns: readonly Column[] = headed(kind, type === 'xlsx' ? listColumns(kind) : pageColumns(kind)),
): ListToProduce {
  return listWith(kind, columns, records, headOf(type, KIND_NAMES[kind], head));
}

/** Records of any kinds: a sheet for each kind in Excel, in Word one table of what they have in common. */
export function listsOf(records: readonly FindableRecord[], type: ListType, head: ListHead): readonly ListToProduce[] {
  const byKind = FINDABLE_KINDS.map((kind) => ({ kind, ofKind: records.filter((record) => record.kind === kind) }));
  const present = byKind.filter(({ ofKind }) => ofKind.length > 0);
  const isMixed = present.length > 1;
  if (type === 'docx' && isMixed) {
    return [listWith(null, headed(null, COMMON_COLUMNS), records, headOf(type, head.title, head))];
  }
  return present.map(({ kind, ofKind }) => {
    const counted = isMixed ? [listMessages.countOf(ofKind.length, records.length)] : [];
    return listOfKind(kind, ofKind, type, { ...head, about: [...head.about, ...counted] });
  });
}

/** When a list is made, as it is said above it. */
export function exportMoment(): string {
  return listMessages.exportedAt(new Date().toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' }));
}

/** The kind of file that is wanted. @param today ISO 8601 calendar day */
export function listFile(type: ListType, creator: string, today: string): ListFile {
  return type === 'xlsx' ? { type } : { type, creator, compiledOn: today, numberHeading: listMessages.number };
}

/** Why Word cannot take a list, or null when it can. */
export function refuseForWord([list]: readonly ListToProduce[]): string | null {
  const rows = list?.records.length ?? 0;
  const columns = list?.outline.columns.length ?? 0;
  if (rows > MOST_WORD_ROWS) return listMessages.tooManyRows(rows, MOST_WORD_ROWS);
  return columns > MOST_WORD_COLUMNS ? listMessages.tooManyColumns(columns, MOST_WORD_COLUMNS) : null;
}

function headed(kind: FindableKind | null, names: readonly string[]): readonly Column[] {
  return names.map((name) => ({ name, heading: columnHeading(kind, name) }));
}

/** What a column is called; the same in lists and in templates, so that a list can be imported again. */
export function columnHeading(kind: FindableKind | null, name: string): string {
  const derived: Readonly<Record<string, string>> = listMessages.derived;
  return derived[name] ?? fieldLabel(name, kind);
}

function listWith(
  kind: FindableKind | null,
  columns: readonly Column[],
  records: readonly FindableRecord[],
  { name, notes }: { readonly name: string; readonly notes: readonly string[] },
): ListToProduce {
  return {
    records,
    outline: {
      name,
      // What was searched for may hold anything that can be typed or pasted.
      notes: notes.map((note) => cleanText(note, 'single').text),
      columns: columns.map((column) => listColumn(kind, column.name, column.heading)),
      fields: columns.map((column) => column.name),
      rows: [],
    },
  };
}

/** A sheet has a short name and its title above it; a page has the title. */
function headOf(type: ListType, sheet: string, { title, about }: ListHead) {
  const said = about.join('；');
  return type === 'xlsx' ? { name: sheet, notes: [title, said] } : { name: title, notes: [said] };
}
