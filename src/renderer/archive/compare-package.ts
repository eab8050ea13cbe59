import type { PackageSummary } from '#contract/backup-contract';
import type { ResponseOf } from '#contract/archive-contract';
import { compareRecords, sumDifferences, type RecordDifferences } from '#domain/backup/compare-records';
import type { RecordKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import type { ArchiveDatabase } from '#storage/database';
import { readRecordLine } from '#storage/read-record-line';
import { readSnapshot } from '#storage/read-snapshot';
import { callMain } from './bridge.ts';

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
  { recordFormat }: Pick<PackageSummary, 'recordFormat'>,
): Promise<Result<PackageChanges, ReadFailure>> {
  const { records } = await readSnapshot(database);
  const byKind = new Map<RecordKind, RecordDifferences>();
  for (const [kind, rows] of records) {
    const comparison = compareRecords(rows);
    for (;;) {
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
