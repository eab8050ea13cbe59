import type { PackageSummary } from '#contract/backup-contract';
import type { ResponseOf } from '#contract/archive-contract';
import {
  compareRecords,
  sumDifferences,
  type DifferenceExamples,
  type RecordDifferences,
} from '#domain/backup/compare-records';
import { FINDABLE_KINDS, type RecordKind } from '#domain/records/record-base';
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
  /** Some of those that differ, by what becomes of them. */
  readonly examples: readonly ChangeExample[];
};

export type ChangeExample = {
  readonly change: keyof RecordDifferences;
  readonly kind: RecordKind;
  readonly title: string;
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
  const examples: ChangeExample[] = [];
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
    examples.push(...titledExamples(kind, comparison.examples()));
  }
  const total = sumDifferences(byKind.values());
  const differing = [...byKind].filter(([, { added, changed, gone }]) => added + changed + gone > 0);
  return succeed({ total, byKind: new Map(differing), examples });
}

const CHANGES = ['added', 'changed', 'gone'] as const;

/** Only what people look for by its title; a package may hold rows that are no records of ours. */
function titledExamples(kind: RecordKind, examples: DifferenceExamples): readonly ChangeExample[] {
  if (!(FINDABLE_KINDS as readonly RecordKind[]).includes(kind)) return [];
  return CHANGES.flatMap((change) =>
    examples[change].flatMap((record) => {
      const title = titleOf(record);
      return typeof title === 'string' && title !== '' ? [{ change, kind, title }] : [];
    }),
  );
}

/** A unit is called by the first of its names. */
function titleOf({ title, names }: Readonly<Record<string, unknown>>): unknown {
  if (!Array.isArray(names)) return title;
  const [first] = names as readonly unknown[];
  return typeof first === 'object' && first !== null && 'name' in first ? first.name : null;
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
