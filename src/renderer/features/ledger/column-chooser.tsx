import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import type { LedgerGridApi } from './grid-reading.ts';
import { messages } from './messages.ts';
import styles from './ledger-screen.module.css';

type ColumnChooserProps = {
  /** The grid, once it is ready. */
  readonly grid: () => LedgerGridApi | null;
};

/** Shows and hides the columns of a ledger; at least one stays. What is chosen is kept with the widths. */
export function ColumnChooser({ grid }: ColumnChooserProps) {
  const [shown, setShown] = useState<readonly string[]>([]);
  const columns = (grid()?.getColumns() ?? []).filter((column) => column.getColDef().headerName !== undefined);
  const readShown = () => setShown((grid()?.getAllDisplayedColumns() ?? []).map((column) => column.getColId()));
  const choose = (chosen: readonly string[]) => {
    if (chosen.length === 0) return;
    const hidden = columns.map((column) => column.getColId()).filter((id) => !chosen.includes(id));
    grid()?.setColumnsVisible([...chosen], true);
    grid()?.setColumnsVisible(hidden, false);
    setShown(chosen);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      onOpenChange={(isOpen) => isOpen && readShown()}
      content={
        <Checkbox.Group
          className={styles['columns'] ?? ''}
          value={[...shown]}
          onChange={choose}
          options={columns.map((column) => ({
            value: column.getColId(),
            label: column.getColDef().headerName ?? '',
          }))}
        />
      }
    >
      <Button icon={<TableOutlined aria-hidden />}>{messages.chooseColumns}</Button>
    </Popover>
  );
}
