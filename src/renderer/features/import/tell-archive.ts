import type { ArchiveRecord } from '#domain/records/archive-record';
import { ENTRY_KINDS } from '#domain/records/record-base';
import type { LiveRecords } from '../../archive/live-records.ts';
import type { ImportWorkerPort } from '../../jobs/start-import-worker.ts';
import type { KnownKind, KnownRecord } from '../../workers/import-messages.ts';

const NAME_KINDS = ['unit', 'importTemplate'] as const;
const KNOWN_KINDS = [...ENTRY_KINDS, ...NAME_KINDS, 'importBatch', 'notDuplicate'] as const satisfies KnownKind[];

export function isKnownRecord(record: ArchiveRecord): record is KnownRecord {
  return (KNOWN_KINDS as readonly string[]).includes(record.kind);
}

/** Tells a worker what it needs to understand a file: the units, and how tables were read before. */
export async function tellNames(worker: ImportWorkerPort, records: LiveRecords): Promise<void> {
  await worker.ask({ type: 'know', records: NAME_KINDS.flatMap((kind): readonly KnownRecord[] => records.list(kind)) });
}

/**
 * Tells it everything else that planning asks for, deleted records included: they say what a person did not want.
 *
 * @param portion how many records are handed over at once; the window draws and listens in between
 */
export async function tellEntries(worker: ImportWorkerPort, records: LiveRecords, portion: number): Promise<void> {
  const rest = [...ENTRY_KINDS, 'importBatch', 'notDuplicate'] as const;
  const all = [
    ...rest.flatMap((kind): readonly KnownRecord[] => records.list(kind)),
    ...records.deleted().filter(isKnownRecord),
  ];
  for (let from = 0; from < all.length; from += portion) {
    await worker.ask({ type: 'know', records: all.slice(from, from + portion) });
  }
}
