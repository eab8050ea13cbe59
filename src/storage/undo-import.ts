import { appendTo } from '#domain/append-to';
import { changeOf, type Change } from '#domain/changes/change-set';
import { DEPENDENT_KINDS, mentionsOf, ownersOf } from '#domain/changes/record-ties';
import { deleted, planImportUndo, type EditedSince, type ImportUndoTools } from '#domain/import/plan-import-undo';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { Stamp } from '#domain/records/build-record';
import type { ImportBatch } from '#domain/records/import-batch';
import type { RecordKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable, type ArchiveDatabase } from './database.ts';
import { findRowsById } from './find-records.ts';
import { countUses, findDependents } from './find-uses.ts';
import { readHistory, type RecordVersion } from './record-history.ts';

const DEPENDENTS: ReadonlySet<RecordKind> = new Set(DEPENDENT_KINDS);

/** What taking back an import does, or would do. */
export type ImportAccount = {
  readonly batch: ImportBatch;
  /** Records that are taken back, all that follow here included. */
  readonly takenBack: number;
  /** Units that the import founded and nothing else names; they go too. */
  readonly units: number;
  /** Records that were there before and say again what they said. */
  readonly putBack: number;
  /** What belongs to a record that goes, and goes with it: attachments, links, filing. */
  readonly along: number;
  /** Records that somebody worked on since: they stay when edited ones are kept, else they are among those taken back. */
  readonly edited: readonly EditedSince[];
  /** How many had been deleted already. */
  readonly gone: number;
};

export type UndoneImport = Committed & ImportAccount;

/**
 * Takes a whole import back by a new change set, at any later time. Its records are marked as deleted, those that it
 * changed say again what they said before, units that nothing else names go too. The batch goes with them, unless
 * edited records stay: then they can still be taken back by it.
 *
 * @param keepEdited leaves records that were edited since as they are
 */
export async function undoImport(
  archive: Archive,
  batchId: string,
  { keepEdited }: { readonly keepEdited: boolean },
): Promise<Result<UndoneImport, CommitFailure>> {
  return commitChanges(archive, async () => {
    const stamp = { at: archive.now(), by: archive.operator() };
    const planned = await planUndo(archive.database, batchId, keepEdited, stamp);
    if (!planned.ok) return planned;
    const { changes, sequence, account } = planned.value;
    return succeed({ ...account, action: 'undo', label: account.batch.title, changes, reverts: sequence } as const);
  });
}

/** What `undoImport` would do, for a person to decide on; nothing is changed. */
export async function inspectImport(
  archive: Archive,
  batchId: string,
  keepEdited: boolean,
): Promise<Result<ImportAccount, CommitFailure>> {
  const stamp = { at: archive.now(), by: archive.operator() };
  const planned = await planUndo(archive.database, batchId, keepEdited, stamp);
  return planned.ok ? succeed(planned.value.account) : planned;
}

/** The batch goes by itself, pairs of records with either of them, and how a table is read is not forgotten. */
const STAYING: ReadonlySet<RecordKind> = new Set(['importBatch', 'notDuplicate', 'importTemplate'] as const);

type PlannedUndo = { readonly sequence: number; readonly changes: readonly Change[]; readonly account: ImportAccount };

async function planUndo(
  database: ArchiveDatabase,
  batchId: string,
  keepEdited: boolean,
  stamp: Stamp,
): Promise<Result<PlannedUndo, CommitFailure>> {
  const batch = await recordTable(database, 'importBatch').get(batchId);
  if (!batch) return refuse({ code: 'gone', id: batchId });
  if (batch.deletedAt !== null) return refuse({ code: 'nothing-to-undo' });
  const made = await findMaking(database, batch);
  const applied = made?.action === 'import' ? await database.changeSets.get(made.sequence) : undefined;
  if (!applied) return refuse({ code: 'history-lost' });

  const imported = applied.changeSet.changes;
  const tools = await undoTools(database, imported, stamp);
  const isFounding = ({ before, after }: Change) => before === null && after.kind === 'unit';
  const entries = imported.filter((change) => !isFounding(change) && !STAYING.has(change.after.kind));
  const records = planImportUndo(entries, keepEdited, tools);
  const unused = await unusedUnits(database, imported.filter(isFounding), records.changes);
  const units = planImportUndo(unused, keepEdited, tools);
  const edited = [...records.edited, ...units.edited];
  const own = [...records.changes, ...units.changes];
  const isKept = keepEdited && edited.length > 0;
  if (isKept && own.length === 0) return refuse({ code: 'nothing-to-undo' });
  const changes = isKept ? own : [...own, changeOf<'importBatch'>(batch, deleted(batch, stamp) as ImportBatch)];
  const account = {
    batch,
    takenBack: own.length,
    units: units.changes.filter(({ after }) => after.kind === 'unit').length,
    putBack: own.filter(({ after }) => after.deletedAt === null).length,
    along: own.filter(({ after }) => DEPENDENTS.has(after.kind)).length,
    edited,
    gone: records.gone + units.gone,
  };
  return succeed({ sequence: applied.sequence, changes, account });
}

/** The change set that made the batch, by whatever action; null when the history does not go back so far. */
async function findMaking(database: ArchiveDatabase, batch: ImportBatch): Promise<RecordVersion | null> {
  let first: RecordVersion | null = null;
  for await (const version of readHistory(database, batch)) first = version;
  return first?.before === null ? first : null;
}

async function undoTools(
  database: ArchiveDatabase,
  imported: readonly Change[],
  stamp: Stamp,
): Promise<ImportUndoTools> {
  const rows = await findRowsById(database, imported);
  const added = new Set<string>(imported.flatMap(({ before, after }) => (before === null ? [after.id] : [])));
  const dependents = new Map<string, ArchiveRecord[]>();
  for (const record of await findDependents(database, added, ({ deletedAt }) => deletedAt === null)) {
    for (const id of ownersOf(record)) appendTo(dependents, id, record);
  }
  return {
    current: (id) => rows.get(id),
    dependentsOf: (id) => dependents.get(id) ?? [],
    isOwn: (id) => added.has(id),
    stamp,
  };
}

/** The units that were founded and that nothing will name when the changes have been made. */
async function unusedUnits(
  database: ArchiveDatabase,
  founded: readonly Change[],
  changes: readonly Change[],
): Promise<readonly Change[]> {
  if (founded.length === 0) return [];
  const changed = new Set<string>(changes.map(({ after }) => after.id));
  const uses = await countUses(database, new Set(founded.map(({ after }) => after.id)), changed);
  const stillNamed = new Set(changes.flatMap(({ after }) => (after.deletedAt === null ? mentionsOf(after) : [])));
  return founded.filter(({ after }) => !uses.has(after.id) && !stillNamed.has(after.id));
}
