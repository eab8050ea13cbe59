import type { BoundaryRecipient } from '../records/reference-fields.ts';
import { rereadTable, understandBook } from './understand-book.ts';
import { readTableRows } from './read-table-rows.ts';
import type { AnnexName } from './read-annex-names.ts';
import type { SourceBook } from './source-book.ts';
import type { KnownName } from './split-names.ts';

export type TableName = {
  readonly row: number;
  readonly text: string;
  readonly title: string;
  readonly name: AnnexName;
};

/** The recipients in a table of a decision that has headings; null when its columns do not say who they are. */
export function readDecisionTable(book: SourceBook, name: string, isKnown: KnownName): readonly TableName[] | null {
  const context = { fileName: '', sheets: [name], isKnownUnit: isKnown };
  const read = understandBook(book, context).sheets.find((sheet) => sheet.name === name)?.tables ?? [];
  const tables = read.map((table) => rereadTable(book, table, { kind: 'honor' }, context));
  const names = tables.some(
    ({ headerRows, columns }) =>
      headerRows.length > 0 && columns.some(({ target }) => target.field.startsWith('recipients')),
  );
  if (!names) return null;
  // Titles come from the headings of the annex; a day is not needed to read names.
  return tables.flatMap((table) =>
    readTableRows(book, table, { today: '', isKnownUnit: isKnown }).flatMap(({ row, records, originals }) =>
      records.flatMap(({ fields }) => {
        const recipients = (fields['recipients'] ?? []) as readonly BoundaryRecipient[];
        const title = typeof fields['title'] === 'string' ? fields['title'] : '';
        const text = originals.filter((each) => each !== '').join(' ');
        return recipients.map((each) => ({ row, text, title, name: nameOf(each, fields['collective'] !== false) }));
      }),
    ),
  );
}

function nameOf(recipient: BoundaryRecipient, collective: boolean): AnnexName {
  const { name, role, unit } = typeof recipient === 'string' ? { name: recipient, role: '', unit: '' } : recipient;
  return { collective, printed: name, unit, role, andOthers: null };
}
