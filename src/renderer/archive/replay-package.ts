import type { ArchiveRecord } from '#domain/records/archive-record';
import type { RecordKind } from '#domain/records/record-base';
import { readChangeSet } from '#storage/read-change-set';
import { packageChangeSets } from './package-change-sets.ts';

/**
 * The records of a package that has only a journal, in their present form, by kind and id.
 * @throws PackageReadError, NewerFormatError
 */
export async function replayPackage(
  token: string,
): Promise<ReadonlyMap<RecordKind, ReadonlyMap<string, ArchiveRecord>>> {
  const byKind = new Map<RecordKind, Map<string, ArchiveRecord>>();
  for await (const text of packageChangeSets(token)) {
    for (const { after } of readChangeSet(text).changes) {
      const records = byKind.get(after.kind) ?? new Map<string, ArchiveRecord>();
      byKind.set(after.kind, records.set(after.id, after));
    }
  }
  return byKind;
}
