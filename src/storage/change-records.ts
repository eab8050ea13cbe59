import { changeOf, type Change, type ChangeAction } from '#domain/changes/change-set';
import { draftWithChanges, staleRecord, type RecordChanges } from '#domain/ledger/record-changes';
import type { ArchiveRecord, RecordOf } from '#domain/records/archive-record';
import { createAuthorities } from '#domain/records/authorities';
import { buildRecord } from '#domain/records/build-record';
import type { LedgerKind } from '#domain/records/record-base';
import type { Unit } from '#domain/records/unit';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';
import { readAuthorityRecords } from './read-authorities.ts';

/** How a change of many fields is recorded. */
export type ChangedBy = Extract<ChangeAction, 'update' | 'batch' | 'paste'>;

/** What was committed, and the units that had to be founded for it. */
export type ChangedRecords = Committed & { readonly foundedUnits: readonly string[] };

/**
 * Changes fields of many records, and adds others, as one change set: all of it or nothing, and one undo takes it
 * back. A record that was changed since it was decided on refuses the whole, so that nobody's work is overwritten.
 */
export async function changeRecords(
  archive: Archive,
  { kind, edits, additions }: RecordChanges,
  action: ChangedBy,
  label: string,
): Promise<Result<ChangedRecords, CommitFailure>> {
  return commitChanges(archive, async () => {
    const current = await readCurrent(archive, kind, edits);
    const missing = edits.find(({ id }) => !current.has(id));
    if (missing) return refuse({ code: 'gone', id: missing.id } as const);
    const stale = staleRecord(edits, current);
    if (stale) return refuse({ code: 'conflict', current: stale } as const);

    const present = await readAuthorityRecords(archive.database);
    const authorities = createAuthorities(present);
    const stamp = { at: archive.now(), by: archive.operator() };
    const changes: Change[] = [];
    const founded: Unit[] = [];
    const build = (draft: Parameters<typeof buildRecord>[0], before: RecordOf<LedgerKind> | null) => {
      const { record, newUnits } = buildRecord(draft, before, authorities, stamp, archive.newId);
      present.units.add(newUnits);
      founded.push(...newUnits);
      changes.push(...newUnits.map((unit) => changeOf(null, unit)), changeOf<LedgerKind>(before, record as never));
    };
    for (const { id, fields } of edits) {
      const before = current.get(id);
      if (before) build(draftWithChanges<LedgerKind>(before, fields), before);
    }
    for (const draft of additions) build(draft, null);
    const foundedUnits = founded.map((unit) => unit.names[0]?.name ?? '');
    return succeed({ action, label, changes, foundedUnits } as const);
  });
}

/** The records to be edited as they are now, without those that have been deleted. */
async function readCurrent(
  { database }: Archive,
  kind: LedgerKind,
  edits: RecordChanges['edits'],
): Promise<ReadonlyMap<string, RecordOf<LedgerKind>>> {
  const rows: readonly (ArchiveRecord | undefined)[] = await recordTable(database, kind).bulkGet(
    edits.map(({ id }) => id),
  );
  return new Map(
    rows.flatMap((row) => (row?.deletedAt === null ? [[String(row.id), row as RecordOf<LedgerKind>] as const] : [])),
  );
}
