import { saidFields } from '#domain/import/compare-sides';
import { columnLetters } from '#domain/import/sheet-grid';
import { fieldLabel } from '../../archive/field-labels.ts';
import { FieldList } from '../../components/field-list.tsx';
import type { BookView } from '../../workers/import-messages.ts';
import type { EntryView } from '#domain/import/plan-lists';
import styles from './import.module.css';
import { messages } from './messages.ts';

/** Everything that an entry would bring, and the row of the file as it stands there. */
export function EntryDetails({ view, book }: { readonly view: EntryView; readonly book: BookView }) {
  const { entry, originals } = view;
  return (
    <div className={styles['entry']}>
      <FieldList
        columns={2}
        rows={saidFields(entry.draft).map(({ name, text }) => ({ label: fieldLabel(name, entry.kind), value: text }))}
      />
      <span className={styles['quiet']}>{messages.mend.original}</span>
      <OriginalRow sheet={entry.place.sheet} row={entry.place.row} originals={originals} book={book} />
    </div>
  );
}

type OriginalRowProps = {
  readonly sheet: string;
  readonly row: number;
  readonly originals: readonly string[];
  readonly book: BookView;
};

/** The cells of a row under their headings. */
export function OriginalRow({ sheet, row, originals, book }: OriginalRowProps) {
  const headings = headingsAt(book, sheet, row);
  const cells = originals.flatMap((text, column) => (text === '' ? [] : [{ text, column }]));
  return (
    <p className={styles['original']}>
      {cells.map(({ text, column }) => (
        <span key={column} className={styles['originalCell']}>
          <span className={styles['quiet']}>{headings.get(column) || columnLetters(column)}</span> {text}
        </span>
      ))}
    </p>
  );
}

function headingsAt(book: BookView, sheet: string, row: number): ReadonlyMap<number, string> {
  const tables = book.type === 'tables' ? (book.sheets.find(({ name }) => name === sheet)?.tables ?? []) : [];
  const columns = tables
    .filter(({ region }) => row >= region.top && row <= region.bottom)
    .flatMap((table) => table.columns);
  return new Map(columns.map(({ column, headerText }) => [column, headerText]));
}
