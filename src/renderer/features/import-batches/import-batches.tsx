import { Empty, Switch } from 'antd';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ImportBatch } from '#domain/records/import-batch';
import { useDeletedRecords, useLedgerRecords, useRecords } from '../../archive/use-records.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { batchRows } from './batch-rows.ts';
import { BatchTable } from './batch-table.tsx';
import styles from './import-batches.module.css';
import { messages } from './messages.ts';
import { RecordsDialog } from './records-dialog.tsx';
import { UndoDialog } from './undo-dialog.tsx';

type Opened = { readonly dialog: 'records' | 'undo'; readonly batch: ImportBatch };

/** Every file that records were imported from: what came of it, and the way to take it back. */
export function ImportBatches() {
  const { route } = useNavigation();
  const wanted = 'batch' in route ? route.batch : null;
  const [showsUndone, setShowsUndone] = useState(false);
  const { rows, present, undone } = useBatchRows(showsUndone, wanted);
  const [opened, setOpened] = useState<Opened | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const onUndone = useFocusWhenClosed(heading, opened);
  const close = () => setOpened(null);
  return (
    <section aria-label={messages.title}>
      <header className={styles['heading']}>
        <h2 ref={heading} tabIndex={-1} className={styles['title']}>
          {messages.title}
        </h2>
        {present > 0 && <span className={styles['hint']}>{messages.count(present)}</span>}
        <span className={styles['spacer']} />
        {undone > 0 && (
          <label className={styles['switch']}>
            <Switch
              size="small"
              checked={showsUndone}
              aria-label={messages.showUndone(undone)}
              onChange={setShowsUndone}
            />
            {messages.showUndone(undone)}
          </label>
        )}
      </header>
      {rows.length > 0 && (
        <BatchTable
          rows={rows}
          wanted={wanted}
          onView={(batch) => setOpened({ dialog: 'records', batch })}
          onUndo={(batch) => setOpened({ dialog: 'undo', batch })}
        />
      )}
      {rows.length === 0 && (undone > 0 ? <p className={styles['hint']}>{messages.allUndone}</p> : <NothingYet />)}
      {opened?.dialog === 'records' && <RecordsDialog batch={opened.batch} onClose={close} />}
      {opened?.dialog === 'undo' && (
        <UndoDialog
          batch={opened.batch}
          onClose={close}
          onUndone={() => {
            onUndone();
            close();
          }}
        />
      )}
    </section>
  );
}

function useBatchRows(showsUndone: boolean, wanted: string | null) {
  const present = useRecords('importBatch');
  const deleted = useDeletedRecords();
  const ledgers = useLedgerRecords();
  return useMemo(() => {
    const undone = deleted.filter((record) => record.kind === 'importBatch');
    // Who came for a file has to see it, whatever became of it.
    const shown = [...present, ...undone.filter(({ id }) => showsUndone || id === wanted)];
    return { rows: batchRows(shown, ledgers), present: present.length, undone: undone.length };
  }, [present, deleted, ledgers, showsUndone, wanted]);
}

/** Gives the cursor to something that stays once a dialog is closed, when the line that it came from goes with it. */
function useFocusWhenClosed(target: RefObject<HTMLElement | null>, opened: Opened | null): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (opened !== null || !isWanted.current) return;
    isWanted.current = false;
    target.current?.focus();
  }, [opened, target]);
  return () => {
    isWanted.current = true;
  };
}

function NothingYet() {
  return (
    <Empty
      className={styles['empty'] ?? ''}
      description={
        <>
          <div>{messages.empty}</div>
          <div className={styles['emptyHint']}>{messages.emptyHint}</div>
        </>
      }
    />
  );
}
