import type { ArchiveRecord } from '#domain/records/archive-record';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import { recordTable, recordTables, type ArchiveDatabase } from './database.ts';
import type { JournalHead } from './journal-port.ts';

/** Every record, deleted ones too, and the journal's line that they are the outcome of. */
export type Snapshot = {
  readonly head: JournalHead;
  readonly records: ReadonlyMap<RecordKind, readonly ArchiveRecord[]>;
};

/** Reads the whole working copy in one transaction, so that all of it is of one moment, whoever is writing. */
export async function readSnapshot(database: ArchiveDatabase): Promise<Snapshot> {
  const tables = [...recordTables(database), database.applied];
  return database.transaction('r', tables, async () => {
    const applied = await database.applied.get('head');
    if (!applied) throw new Error('The archive was used before it was opened.');
    const records = new Map<RecordKind, readonly ArchiveRecord[]>();
    for (const kind of RECORD_KINDS) records.set(kind, await recordTable(database, kind).toArray());
    return { head: { sequence: applied.sequence, hash: applied.hash }, records };
  });
}
