import * as v from 'valibot';
import { changeSetSchema, RECORD_FORMAT, type ChangeSet } from '#domain/changes/change-set';
import { upgradeRecord } from './migrations/all-migrations.ts';
import type { EarlierRecord } from './migrations/migration.ts';

type WrittenChangeSet = {
  readonly format: number;
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
  return v.parse(changeSetSchema, { ...written, format: RECORD_FORMAT, changes });
}
