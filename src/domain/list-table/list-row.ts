import { formatFuzzyDate, UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { cellText, LIST_SEPARATOR } from '../ledger/cell-text.ts';
import { fieldMap } from '../ledger/field-map.ts';
import { isLedgerRecord, recordDate, recordTitle, type FindableRecord } from '../records/archive-record.ts';
import type { FindableKind } from '../records/record-base.ts';
import { bodiesOf, fieldValue } from '../records/record-fields.ts';
import type { DerivedColumn } from './list-columns.ts';
import type { ListCell } from './list-table.ts';

/** What a list has to be told, because the archive does not know it. */
export type ListWords = {
  readonly kindNames: Readonly<Record<FindableKind, string>>;
  /** An instant (ISO 8601, UTC) as the clock on the wall says it. */
  readonly minute: (instant: string) => string;
};

/** The cells of a record, one for each column; nothing stands where nothing is known. */
export function listRow(record: FindableRecord, columns: readonly string[], words: ListWords): readonly ListCell[] {
  return columns.map((name) => listCell(record, name, words));
}

function listCell(record: FindableRecord, name: string, words: ListWords): ListCell {
  if (name.startsWith('@')) return derivedCell(record, name as DerivedColumn, words);
  if (name === 'updatedAt') return words.minute(record.updatedAt);
  const field = fieldMap(record.kind).get(name);
  if (!field) return null;
  const value = fieldValue(record, name);
  if (field.type === 'date') return dateCell(value as FuzzyDate);
  if (field.type === 'count') return value as number | null;
  return textCell(cellText(field, value));
}

function derivedCell(record: FindableRecord, name: DerivedColumn, words: ListWords): ListCell {
  switch (name) {
    case '@kind':
      return words.kindNames[record.kind];
    case '@title':
      return textCell(recordTitle(record));
    case '@date':
      return dateCell(isLedgerRecord(record) ? recordDate(record) : UNKNOWN_DATE);
    case '@units':
      return textCell([...new Set(bodiesOf(record).map(({ printed }) => printed))].join(LIST_SEPARATOR));
    case '@level':
      return textCell((fieldValue(record, 'level') as string | null | undefined) ?? '');
    case '@documentNo':
      return textCell((fieldValue(record, 'documentNo') as string | undefined) ?? '');
    case '@otherNames':
      return textCell(otherNames(record).join(LIST_SEPARATOR));
  }
}

function otherNames(record: FindableRecord): readonly string[] {
  if (record.kind !== 'unit') return [];
  const listed = recordTitle(record);
  return [...new Set(record.names.map(({ name }) => name))].filter((name) => name !== listed);
}

/** A day only where the day is known: of a month no day is made up. */
function dateCell(date: FuzzyDate): ListCell {
  const text = formatFuzzyDate(date);
  return date.precision === 'day' && date.start !== null ? { day: date.start, text } : textCell(text);
}

function textCell(text: string): string | null {
  return text === '' ? null : text;
}
