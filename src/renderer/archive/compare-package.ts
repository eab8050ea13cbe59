import type { PackageSummary } from '#contract/backup-contract';
import type { ResponseOf } from '#contract/archive-contract';
import { compareRecords, sumDifferences, type RecordDifferences } from '#domain/backup/compare-records';
import type { RecordKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import type { ArchiveDatabase } from '#storage/database';
import { NewerFormatError } from '#storage/read-change-set';
import { readRecordLine } from '#storage/read-record-line';
import { readSnapshot } from '#storage/read-snapshot';
import { callMain } from './bridge.ts';
import { PackageReadError } from './package-change-sets.ts';
import { replayPackage } from './replay-package.ts';

export type PackageChanges = {
  readonly total: RecordDifferences;
  /** Kinds in which something differs. */
  readonly byKind: ReadonlyMap<RecordKind, RecordDifferences>;
};

type ReadFailure = Extract<ResponseOf<'package:records'>, { ok: false }>;

/** What restoring an opened package would change in the records that are here. */
export async function comparePackage(
  database: ArchiveDatabase,
  token: string,
  { recordFormat, records: listed }: Pick<PackageSummary, 'recordFormat' | 'records'>,
): Promise<Result<PackageChanges, ReadFailure>> {
  const { records } = await readSnapshot(database);
  // Made by main before an upgrade: it lists no kind at all, not even empty ones.
  const replayed = Object.keys(listed).length === 0 ? await replay(token) : succeed(null);
  if (!replayed.ok) return replayed;
  const byKind = new Map<RecordKind, RecordDifferences>();
  for (const [kind, rows] of records) {
    const comparison = compareRecords(rows);
    for (const record of replayed.value?.get(kind)?.values() ?? []) comparison.add(record);
    while (!replayed.value) {
      const next = await callMain('package:records', { token, kind });
      if (!next.ok) return refuse(next);
      if (next.text === null) break;
      for (const line of next.text.split('\n')) {
        if (line === '') continue;
        const record = readRecordLine(line, recordFormat);
        if (!record) return refuse({ ok: false, code: 'damaged', detail: `${kind}: ${line.slice(0, 100)}` } as const);
        comparison.add(record);
      }
    }
    byKind.set(kind, comparison.differences());
  }
  const total = sumDifferences(byKind.values());
  const differing = [...byKind].filter(([, { added, changed, gone }]) => added + changed + gone > 0);
  return succeed({ total, byKind: new Map(differing) });
}

async function replay(token: string): Promise<Result<Awaited<ReturnType<typeof replayPackage>>, ReadFailure>> {
  try {
    return succeed(await replayPackage(token));
  } catch (error) {
    if (error instanceof PackageReadError) return refuse(error.failure);
    if (error instanceof NewerFormatError) return refuse({ ok: false, code: 'newer-package', detail: error.message });
    throw error;
  }
}
