import { Button, Result, Spin } from 'antd';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { isLedgerRecord, type LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import type { ArchiveDatabase } from '#storage/database';
import { findRecord } from '#storage/find-records';
import { useSession } from '../../archive/session-context.tsx';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { EntryForm } from './entry-form.tsx';
import styles from './entry-form.module.css';
import type { FormValues } from './form-values.ts';
import { carryOver, DEFAULT_KEPT } from './kept-fields.ts';
import { messages } from './messages.ts';

type EntryFormScreenProps = { readonly kind: LedgerKind; readonly id: string | null };

/** Adds a record, or edits one that is loaded first. */
export function EntryFormScreen({ kind, id }: EntryFormScreenProps) {
  return id === null ? <NewEntries kind={kind} /> : <EditedEntry kind={kind} id={id} />;
}

const keptSchema: v.GenericSchema<unknown, readonly string[]> = v.array(v.string());

/** One new record after another, each taking over from the one before what is to be kept. */
function NewEntries({ kind }: { readonly kind: LedgerKind }) {
  const [kept, setKept] = useRemembered(`kept-fields:${kind}`, keptSchema, DEFAULT_KEPT[kind]);
  const [{ round, carried }, setNext] = useState<{ readonly round: number; readonly carried: FormValues }>({
    round: 0,
    carried: {},
  });
  const onNext = (saved: FormValues) => setNext({ round: round + 1, carried: carryOver(kind, saved, kept) });
  return <EntryForm key={round} kind={kind} entry={null} series={{ carried, kept, onKeep: setKept, onNext }} />;
}

function EditedEntry({ kind, id }: { readonly kind: LedgerKind; readonly id: string }) {
  const { archive } = useSession();
  const { go } = useNavigation();
  const loaded = useLoadedEntry(archive.database, id);
  if (loaded === null) return <Spin className={styles['loading'] ?? ''} />;
  if (loaded === 'missing') {
    const back = <Button onClick={() => go({ screen: 'ledger', kind })}>{messages.backToLedger}</Button>;
    return <Result status="404" title={messages.notFound} extra={back} />;
  }
  return <EntryForm kind={kind} entry={loaded} series={null} />;
}

/** Reads a record once: what changes meanwhile must not change under the person's hands; saving finds it out. */
function useLoadedEntry(database: ArchiveDatabase, id: string): LedgerRecord | 'missing' | null {
  const [loaded, setLoaded] = useState<LedgerRecord | 'missing' | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      try {
        const found = await findRecord(database, id);
        if (isWanted) setLoaded(found && isLedgerRecord(found) ? found : 'missing');
      } catch (error) {
        // Thrown while rendering, it reaches the error boundary.
        setLoaded(() => {
          throw error;
        });
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [database, id]);
  return loaded;
}
