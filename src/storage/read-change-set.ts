import * as v from 'valibot';
import { changeSetSchema, NO_RECORDS, RECORD_FORMAT, type ChangeSet } from '#domain/changes/change-set';
import type { ArchiveDatabase } from './database.ts';
import { upgradeRecord } from './migrations/all-migrations.ts';
import type { EarlierRecord } from './migrations/migration.ts';

type WrittenChangeSet = {
  readonly format: number;
  readonly counts: object;
  readonly changes: readonly { readonly before: EarlierRecord | null; readonly after: EarlierRecord }[];
};

/** The journal holds change sets that this version of the program is too old to read. */
export class NewerFormatError extends Error {
  override readonly name = 'NewerFormatError';
}

/** Reads a change set from the journal, whatever version wrote it. */
export function readChangeSet(text: string): ChangeSet {
  const written = JSON.parse(text) as WrittenChangeSet;
  if (written.format > RECORD_FORMAT) throw new NewerFormatError(`change set of format ${written.format}`);
  if (written.format === RECORD_FORMAT) return v.parse(changeSetSchema, written);
  const upgrade = (record: EarlierRecord) => upgradeRecord(record, written.format);
  const changes = written.changes.map(({ before, after }) => ({
    before: before && upgrade(before),
    after: upgrade(after),
  }));
  // A kind that came with a later version had no rows before it.
  const counts = { ...NO_RECORDS, ...written.counts };
  return v.parse(changeSetSchema, { ...written, format: RECORD_FORMAT, counts, changes });
}

/**
 * Refuses a database that a newer version of the program has written, before anything is read or written: Dexie opens
 * one without a word, and rows of two formats would stand side by side.
 *
 * @throws NewerFormatError
 */
export async function assertNotNewer(database: ArchiveDatabase): Promise<void> {
  const stored = database.backendDB().version / DEXIE_VERSION_FACTOR;
  if (stored > database.verno) throw new NewerFormatError(`database of version ${stored}`);
  const last = await database.changeSets.orderBy('sequence').last();
  const format = last?.changeSet.format ?? 0;
  if (format > RECORD_FORMAT) throw new NewerFormatError(`change set of format ${format}`);
}

/** Dexie keeps its version times ten in IndexedDB. */
export const DEXIE_VERSION_FACTOR = 10;
