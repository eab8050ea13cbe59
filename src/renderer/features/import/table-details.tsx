import { Select } from 'antd';
import { ROW_CLASSES, type KindReason } from '#domain/import/book-reading';
import { columnLetters } from '#domain/import/sheet-grid';
import type { TableView } from '#domain/import/table-view';
import type { TableChange } from '#domain/import/change-table';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { KIND_NAMES } from '../../components/kind-names.ts';
import type { TablePlace } from '../../workers/import-messages.ts';
import { ColumnTable } from './column-table.tsx';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { useImportStore } from './use-import.tsx';

const words = messages.tables;

type TableDetailsProps = { readonly place: TablePlace; readonly table: TableView };

/** One table: what it is, what its columns mean, and how its first rows were taken. */
export function TableDetails({ place, table }: TableDetailsProps) {
  const store = useImportStore();
  const change = (what: TableChange) => store.changeReading({ type: 'change-table', place, change: what });
  const { kind, kindReasons, context } = table;
  const told = [
    context.year && words.context.year(context.year),
    context.level && words.context.level(context.level),
    context.unit && words.context.unit(context.unit),
  ].filter((text) => text !== null);
  return (
    <>
      <div className={styles['kind']}>
        <label htmlFor="import-kind">{words.kind}</label>
        <Select<EntryKind>
          id="import-kind"
          value={kind}
          options={ENTRY_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
          onChange={(next) => change({ what: 'kind', kind: next })}
          data-testid="import-kind"
        />
        <span className={styles['quiet']}>{reasonsInWords(kindReasons, kind)}</span>
      </div>
      <p className={styles['quiet']}>{countsInWords(table)}</p>
      {told.length > 0 && (
        <p className={styles['quiet']}>
          {words.contextLabel}
          {told.join('，')}
        </p>
      )}
      <h2 className={styles['heading']}>{words.columns}</h2>
      <ColumnTable table={table} onChange={change} />
      <h2 className={styles['heading']}>{words.sample}</h2>
      <Sample table={table} onHeader={(rows) => change({ what: 'header', rows })} />
    </>
  );
}

const MOST_REASONS = 3;

function reasonsInWords(reasons: readonly KindReason[], kind: EntryKind): string {
  const said = reasons
    .filter((reason) => reason.kind === kind)
    .slice(0, MOST_REASONS)
    .map(({ code, value }) => words.kindReason[code](value));
  return said.length === 0 ? '' : words.because([...new Set(said)].join('、'));
}

function countsInWords({ counts, hiddenRows }: TableView): string {
  const parts = ROW_CLASSES.filter((each) => counts[each] > 0 && each !== 'blank').map((each) =>
    words.classCount(words.class[each], counts[each]),
  );
  return words.counts(hiddenRows > 0 ? [...parts, words.hiddenRows(hiddenRows)] : parts);
}

type SampleProps = { readonly table: TableView; readonly onHeader: (rows: readonly number[]) => void };

/** The first rows as they stand in the file. What is no heading can be made one, and the reverse. */
function Sample({ table, onHeader }: SampleProps) {
  const { sample, columns, headerRows } = table;
  return (
    <div className={styles['scrolled']}>
      <table className={styles['sample']}>
        <thead>
          <tr>
            <th scope="col">{words.rowNumber}</th>
            <th scope="col">{words.rowClass}</th>
            {columns.map(({ column }) => (
              <th key={column} scope="col">
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample
            .filter(({ is }) => is !== 'blank')
            .map(({ number, is, texts }) => (
              <tr key={number} className={styles[is]}>
                <th scope="row">{number}</th>
                <td className={styles['rowClass']}>
                  {words.class[is]}
                  {is === 'header' ? (
                    <button
                      type="button"
                      className={styles['link']}
                      aria-label={words.notHeaderOf(number)}
                      onClick={() => onHeader(headerRows.filter((row) => row !== number))}
                    >
                      {words.notHeader}
                    </button>
                  ) : (
                    <button
                      type="button"
                      className={styles['link']}
                      aria-label={words.makeHeaderOf(number)}
                      onClick={() => onHeader([number])}
                    >
                      {words.makeHeader}
                    </button>
                  )}
                </td>
                {texts.map((text, index) => (
                  <td key={columns[index]?.column} title={text}>
                    <span className={styles['cell']}>{text}</span>
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
