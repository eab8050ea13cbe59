import { csvSafe } from '../clipboard/csv-safe.ts';
import { writeTabularText } from '../clipboard/tabular-text.ts';
import type { LedgerRecord } from '../records/archive-record.ts';
import { fieldValue } from '../records/record-fields.ts';
import { cellText } from './cell-text.ts';
import { fieldMap } from './field-map.ts';

export type CopiedColumn = { readonly name: string; readonly heading: string };

/** Rows as Excel and WPS take them from the clipboard; no cell is run as a formula there. */
export function copyRows(
  records: readonly LedgerRecord[],
  columns: readonly CopiedColumn[],
  withHeadings: boolean,
): string {
  const headings = withHeadings ? [columns.map(({ heading }) => heading)] : [];
  const rows = records.map((record) => columns.map(({ name }) => csvSafe(columnText(record, name))));
  return writeTabularText([...headings, ...rows]);
}

/** What a column of a record, a field or when it was changed last, says where nothing is said of what is not known: to Excel, and to filters. */
export function columnText(record: LedgerRecord, name: string): string {
  const field = fieldMap(record.kind).get(name);
  if (field) return cellText(field, fieldValue(record, name));
  return name === 'updatedAt' ? record.updatedAt : '';
}
