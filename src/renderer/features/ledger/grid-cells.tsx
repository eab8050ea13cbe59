import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import type { CustomCellRendererProps, CustomHeaderProps } from 'ag-grid-react';
import { useEffect, useRef } from 'react';
import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import type { LedgerGridContext } from './ledger-grid-context.ts';
import { messages } from './messages.ts';
import { useChosenIds } from './row-selection.ts';
import styles from './ledger-screen.module.css';

type CellProps = CustomCellRendererProps<LedgerItem, unknown, LedgerGridContext>;

/** Chooses a row; with Shift all rows from the last one chosen to it. */
export function SelectCell({ node, context }: CellProps) {
  const chosen = useChosenIds(context.selection);
  const index = node.rowIndex;
  const item = context.itemAt(index);
  if (index === null || !item || isGroup(item)) return null;
  return (
    <input
      type="checkbox"
      className={styles['select'] ?? ''}
      // The grid moves between cells by the arrow keys; Space chooses the row.
      tabIndex={-1}
      aria-label={messages.selectRow(item.title)}
      checked={chosen.has(item.id)}
      onChange={(event) => {
        const { nativeEvent } = event;
        context.chooseAt(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
      }}
    />
  );
}

/** Chooses all records that pass the filters, or none. */
export function SelectAllHeader({ context }: CustomHeaderProps<LedgerItem, LedgerGridContext>) {
  const chosen = useChosenIds(context.selection);
  const box = useRef<HTMLInputElement>(null);
  const shown = context.shownIds();
  const isAll = shown.length > 0 && chosen.size >= shown.length && shown.every((id) => chosen.has(id));
  const isSome = chosen.size > 0 && !isAll;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles['select'] ?? ''}
      aria-label={messages.selectAll}
      checked={isAll}
      onChange={() => (isAll ? context.selection.clear() : context.selection.choose(shown, true))}
    />
  );
}

/** The heading of a group with its count; Enter, Space and the arrow keys fold it. */
export function GroupRow({ node, context }: CellProps) {
  const item = context.itemAt(node.rowIndex);
  if (!item || !isGroup(item)) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['group'] ?? ''}
      aria-expanded={!item.isCollapsed}
      onClick={() => context.toggleGroup(item.id)}
    >
      {item.isCollapsed ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
      <span className={styles['groupLabel']}>{item.label || messages.groups.unknown}</span>
      <span className={styles['groupCount']}>{messages.groups.count(item.count)}</span>
    </button>
  );
}
