import type { ReactNode } from 'react';
import styles from './field-list.module.css';

export type FieldRow = {
  readonly label: string;
  /** Empty text stands for what is not known; it is shown as a dash, so that gaps can be seen. */
  readonly value: ReactNode;
  /** Takes the whole width where fields stand in two columns. */
  readonly isWide?: boolean;
};

type FieldListProps = { readonly rows: readonly FieldRow[]; readonly columns: 1 | 2; readonly testId?: string };

const NOTHING = '—';

/** What a record says, field by field, to be read and selected. */
export function FieldList({ rows, columns, testId }: FieldListProps) {
  return (
    <dl className={columns === 2 ? styles['two'] : styles['one']} data-testid={testId}>
      {rows.map(({ label, value, isWide }) => (
        <div key={label} className={isWide ? styles['wide'] : styles['row']}>
          <dt>{label}</dt>
          <dd>{value === '' || value === null ? <Nothing /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Stands where nothing is known. */
export function Nothing() {
  return <span className={styles['nothing']}>{NOTHING}</span>;
}
