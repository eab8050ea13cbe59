import { Button, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import type { ImportBatch } from '#domain/records/import-batch';
import { localMinute } from '../../components/local-minute.ts';
import type { BatchRow } from './batch-rows.ts';
import styles from './import-batches.module.css';
import { messages } from './messages.ts';

type BatchTableProps = {
  readonly rows: readonly BatchRow[];
  /** The one that somebody came here for. */
  readonly wanted: string | null;
  readonly onView: (batch: ImportBatch) => void;
  readonly onUndo: (batch: ImportBatch) => void;
};

/** One line for each file. */
export function BatchTable({ rows, wanted, onView, onUndo }: BatchTableProps) {
  const { columns } = messages;
  return (
    <div className={styles['frame']}>
      <table className={styles['table']} data-testid="import-batches">
        <thead>
          <tr>
            <th scope="col">{columns.file}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col" className={styles['number']}>
              {columns.added}
            </th>
            <th scope="col" className={styles['number']}>
              {columns.changed}
            </th>
            <th scope="col" className={styles['number']}>
              {columns.founded}
            </th>
            <th scope="col" className={styles['number']} title={messages.presentHint}>
              {columns.present}
            </th>
            <th scope="col" className={styles['actions']}>
              {columns.actions}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Batch key={row.batch.id} row={row} isWanted={row.batch.id === wanted} onView={onView} onUndo={onUndo} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type BatchProps = Pick<BatchTableProps, 'onView' | 'onUndo'> & { readonly row: BatchRow; readonly isWanted: boolean };

function Batch({ row: { batch, present }, isWanted, onView, onUndo }: BatchProps) {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isWanted) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isWanted]);
  const isUndone = batch.deletedAt !== null;
  return (
    <tr ref={line} aria-current={isWanted ? 'true' : undefined} className={isUndone ? styles['undone'] : undefined}>
      <td className={styles['file']}>
        {batch.title}
        {isUndone && (
          <span className={styles['state']}>
            <Tag>{messages.undone}</Tag>
            {messages.undoneBy(localMinute(batch.updatedAt), batch.updatedBy)}
          </span>
        )}
      </td>
      <td className={styles['time']}>{localMinute(batch.createdAt)}</td>
      <td>{batch.createdBy}</td>
      <td className={styles['number']}>{batch.added ?? 0}</td>
      <td className={styles['number']}>{batch.changed ?? 0}</td>
      <td className={styles['number']}>{batch.founded ?? 0}</td>
      <td className={styles['number']}>{present}</td>
      <td className={styles['actions']}>
        <Button type="link" size="small" aria-label={messages.viewOf(batch.title)} onClick={() => onView(batch)}>
          {messages.view}
        </Button>
        {!isUndone && (
          <Button type="link" size="small" aria-label={messages.undoOf(batch.title)} onClick={() => onUndo(batch)}>
            {messages.undo}
          </Button>
        )}
      </td>
    </tr>
  );
}
