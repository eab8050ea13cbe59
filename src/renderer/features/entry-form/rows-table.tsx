import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { isComposing } from '../../hooks/is-composing.ts';
import { fieldId, focusField, type FormHandle } from './form-handle.ts';
import { messages } from './messages.ts';
import { RowCell, type Row, type RowColumn } from './row-cell.tsx';
import { moveRow } from './move-row.ts';
import styles from './entry-form.module.css';

type RowsTableProps = {
  readonly form: FormHandle;
  readonly name: string;
  readonly label: string;
  readonly columns: readonly RowColumn[];
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  /** Rows come in by another input; here they are only changed and taken out. */
  readonly hasFixedRows?: boolean;
};

/**
 * Rows of a field, edited in place. Enter goes to the row below, adding one after the last; Alt+↑ and Alt+↓ move a row,
 * Alt+Delete takes it out.
 */
export function RowsTable({ form, name, label, columns, rows, onChange, hasFixedRows = false }: RowsTableProps) {
  const goTo = (next: readonly Row[], row: number, column: string) => {
    flushSync(() => onChange(next));
    focusField(form, `${name}[${row}].${column}`);
  };
  const first = columns[0]?.name ?? '';
  const add = () => {
    const empty = Object.fromEntries(columns.map((column) => [column.name, column.field.empty]));
    goTo([...rows, empty], rows.length, first);
  };
  const remove = (index: number) => {
    const rest = rows.filter((_, at) => at !== index);
    flushSync(() => onChange(rest));
    if (rest.length > 0) focusField(form, `${name}[${Math.min(index, rest.length - 1)}].${first}`);
    else document.getElementById(fieldId(form, name))?.focus();
  };
  const press = (event: KeyboardEvent, index: number, column: string) => {
    if (event.defaultPrevented || isComposing(event.nativeEvent)) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step !== undefined) {
      event.preventDefault();
      const to = Math.max(0, Math.min(rows.length - 1, index + step));
      goTo(moveRow(rows, index, to), to, column);
    } else if (event.altKey && event.key === 'Delete') {
      event.preventDefault();
      remove(index);
    } else if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (index + 1 < rows.length) focusField(form, `${name}[${index + 1}].${column}`);
      else if (!hasFixedRows) add();
    }
  };
  return (
    <>
      {rows.length > 0 && (
        <table className={styles['rows']} aria-label={messages.rows.table(label)}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={styles[`column-${column.field.type}`]}>
                  {column.label}
                </th>
              ))}
              <th scope="col" className={styles['row-actions']}>
                <span className={styles['hidden']}>{messages.rows.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column.name} onKeyDown={(event) => press(event, index, column.name)}>
                    <RowCell
                      form={form}
                      list={name}
                      index={index}
                      column={column}
                      value={row[column.name]}
                      onChange={(value) =>
                        onChange(rows.map((each, at) => (at === index ? { ...each, [column.name]: value } : each)))
                      }
                    />
                  </td>
                ))}
                <td className={styles['row-actions']}>
                  <RowActions
                    index={index}
                    count={rows.length}
                    onMove={(to) => onChange(moveRow(rows, index, to))}
                    onRemove={() => remove(index)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!hasFixedRows && (
        <Button
          id={fieldId(form, name)}
          type="dashed"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          aria-label={messages.rows.addTo(label)}
          onClick={add}
        >
          {messages.rows.add}
        </Button>
      )}
    </>
  );
}

type RowActionsProps = {
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
};

/** By keyboard rows are moved and removed from within their cells, so these are no stops for the Tab key. */
function RowActions({ index, count, onMove, onRemove }: RowActionsProps) {
  const actions = [
    { name: messages.rows.up, icon: <ArrowUpOutlined aria-hidden />, isOff: index === 0, run: () => onMove(index - 1) },
    {
      name: messages.rows.down,
      icon: <ArrowDownOutlined aria-hidden />,
      isOff: index === count - 1,
      run: () => onMove(index + 1),
    },
    { name: messages.rows.remove, icon: <DeleteOutlined aria-hidden />, isOff: false, run: onRemove },
  ];
  return actions.map(({ name, icon, isOff, run }) => (
    <Button
      key={name}
      type="text"
      size="small"
      tabIndex={-1}
      icon={icon}
      disabled={isOff}
      aria-label={messages.rows.ofRow(name, index + 1)}
      title={name}
      onClick={run}
    />
  ));
}
