import type { ArchiveRecord } from '#domain/records/archive-record';
import { RECORD_KINDS } from '#domain/records/record-base';
import {
  recordTable,
  recordTables,
  type AppliedChangeSet,
  type AppliedHead,
  type ArchiveDatabase,
} from './database.ts';

/** What a working copy holds, as far as it can be told without the journal. */
export type CopyState = {
  readonly applied: AppliedHead | null;
  readonly rows: number;
  readonly changeSets: number;
  /** Change sets 1 to n without a gap, and as many rows as the last of them says there are. */
  readonly isSound: boolean;
};

export async function inspectCopy(database: ArchiveDatabase): Promise<CopyState> {
  const [applied, changeSets, last, ...counts] = await Promise.all([
    database.applied.get('head'),
    database.changeSets.count(),
    database.changeSets.orderBy('sequence').last(),
    ...RECORD_KINDS.map((kind) => recordTable(database, kind).count()),
  ]);
  const isContiguous = (last?.sequence ?? 0) === changeSets && (applied?.sequence ?? 0) === changeSets;
  const countsAgree = RECORD_KINDS.every((kind, index) => counts[index] === (applied?.counts[kind] ?? 0));
  return {
    applied: applied ?? null,
    rows: counts.reduce((sum, count) => sum + count, 0),
    changeSets,
    isSound: isContiguous && countsAgree,
  };
}

/** The change sets of a working copy in order, as long as none is missing; what lies behind a gap is left out. */
export async function leadingChangeSets(database: ArchiveDatabase): Promise<readonly AppliedChangeSet[]> {
  const all = await database.changeSets.orderBy('sequence').toArray();
  const gap = all.findIndex((applied, index) => applied.sequence !== index + 1);
  return gap === -1 ? all : all.slice(0, gap);
}

export async function allRows(database: ArchiveDatabase): Promise<readonly ArchiveRecord[]> {
  const tables = await Promise.all(recordTables(database).map((table) => table.toArray()));
  return tables.flat();
}
