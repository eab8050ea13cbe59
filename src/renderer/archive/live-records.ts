import type { ArchiveRecord, RecordOf } from '#domain/records/archive-record';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import { createPartSharer } from '#domain/records/share-parts';
import type { ArchiveDatabase } from '#storage/database';
import { readInChunks } from '#storage/read-in-chunks';
import { watchChanges } from '#storage/watch-changes';

/** Every record of the open archive in memory, kept in step with every change set that is committed. */
export type LiveRecords = {
  /** The records of a kind that are not deleted; the same list until one of them changes. */
  readonly list: <K extends RecordKind>(kind: K) => readonly RecordOf<K>[];
  /** Deleted records of all kinds, for the bin; the same list until one is deleted or comes back. */
  readonly deleted: () => readonly ArchiveRecord[];
  /** A record of any kind, deleted or not. */
  readonly get: (id: string) => ArchiveRecord | null;
  /** The change set that it has come to. */
  readonly sequence: () => number;
  /** Calls back after each change with what was changed; answers how to stop. */
  readonly onChange: (listener: (changed: readonly ArchiveRecord[]) => void) => () => void;
};

export async function openLiveRecords(database: ArchiveDatabase): Promise<LiveRecords> {
  const head = await database.applied.get('head');
  const rows = new Map<RecordKind, Map<string, ArchiveRecord>>(RECORD_KINDS.map((kind) => [kind, new Map()]));
  const kindOf = new Map<string, RecordKind>();
  const lists = new Map<RecordKind, readonly ArchiveRecord[]>();
  let deleted: readonly ArchiveRecord[] | null = null;
  const listeners = new Set<(changed: readonly ArchiveRecord[]) => void>();
  let sequence = head?.sequence ?? 0;

  const put = (record: ArchiveRecord) => {
    rows.get(record.kind)?.set(record.id, record);
    kindOf.set(record.id, record.kind);
    lists.delete(record.kind);
  };
  const shareParts = createPartSharer();
  for (const kind of RECORD_KINDS) {
    for await (const chunk of readInChunks(database, kind)) {
      for (const record of chunk) {
        shareParts(record);
        put(record);
      }
    }
  }
  watchChanges(database, sequence, (applied) => {
    sequence = applied.at(-1)?.sequence ?? sequence;
    const changed = applied.flatMap(({ changeSet }) => changeSet.changes.map(({ after }) => after));
    for (const record of changed) put(record);
    deleted = null;
    for (const listener of listeners) listener(changed);
  });

  const list = <K extends RecordKind>(kind: K): readonly RecordOf<K>[] => {
    const known = lists.get(kind);
    const present = known ?? [...(rows.get(kind)?.values() ?? [])].filter((record) => record.deletedAt === null);
    if (!known) lists.set(kind, present);
    return present as unknown as readonly RecordOf<K>[];
  };
  return {
    list,
    deleted: () => {
      deleted ??= [...rows.values()].flatMap((ofKind) =>
        [...ofKind.values()].filter((record) => record.deletedAt !== null),
      );
      return deleted;
    },
    get: (id) => rows.get(kindOf.get(id) ?? 'honor')?.get(id) ?? null,
    sequence: () => sequence,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
