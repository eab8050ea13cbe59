import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { ChangeSet, RecordCounts } from '#domain/changes/change-set';
import type { ArchiveRecord, RecordOf } from '#domain/records/archive-record';
import type { RecordKind } from '#domain/records/record-base';
import { MIGRATIONS } from './migrations/all-migrations.ts';
import type { EarlierRecord, Migration } from './migrations/migration.ts';

const DATABASE_NAME = 'rongdang';

/** A change set with its place in the journal. */
export type AppliedChangeSet = { readonly sequence: number; readonly hash: string; readonly changeSet: ChangeSet };

/** How far the journal has been applied here; compared with the journal at every start. */
export type AppliedHead = {
  readonly key: 'head';
  readonly archiveId: string;
  readonly sequence: number;
  readonly hash: string;
  readonly counts: RecordCounts;
};

/** The working copy of the archive in IndexedDB; the journal in the data folder is the truth. */
export class ArchiveDatabase extends Dexie {
  readonly changeSets!: EntityTable<AppliedChangeSet, 'sequence'>;
  readonly applied!: EntityTable<AppliedHead, 'key'>;

  /** @param upTo opens at an earlier version, as only the tests of migrations do */
  constructor(upTo: number = Number.MAX_SAFE_INTEGER, migrations: readonly Migration[] = MIGRATIONS) {
    // Strict: a commit is on disk before it is reported. Relaxed lost whole databases when processes were killed.
    super(DATABASE_NAME, { chromeTransactionDurability: 'strict', cache: 'immutable' });
    const stores = new Set<string>();
    for (const migration of migrations.filter(({ version }) => version <= upTo)) {
      for (const [name, schema] of Object.entries(migration.stores)) {
        if (schema === null) stores.delete(name);
        else stores.add(name);
      }
      declareVersion(this, migration, new Set(stores));
    }
  }
}

const RECORD_TABLES = {
  honor: 'honors',
  plan: 'plans',
  activity: 'activities',
  practice: 'practices',
  evaluation: 'evaluations',
  unit: 'units',
  person: 'people',
  programme: 'programmes',
  unitChange: 'unitChanges',
  link: 'links',
  attachment: 'attachments',
  photoGroup: 'photoGroups',
  filingItem: 'filingItems',
  savedView: 'savedViews',
  rulebook: 'rulebooks',
  importBatch: 'importBatches',
  notDuplicate: 'notDuplicates',
  importTemplate: 'importTemplates',
} as const satisfies Record<RecordKind, string>;

export function recordTable<K extends RecordKind>(database: ArchiveDatabase, kind: K): Table<RecordOf<K>, string> {
  return database.table(RECORD_TABLES[kind]);
}

export function recordTables(database: ArchiveDatabase): readonly Table<ArchiveRecord, string>[] {
  return Object.values(RECORD_TABLES).map((name) => database.table(name));
}

/** @param stores the tables that there are at this version; Dexie's transaction lists those of the last one */
function declareVersion(database: Dexie, migration: Migration, stores: ReadonlySet<string>): void {
  const version = database.version(migration.version).stores({ ...migration.stores });
  const { upgradeRecord, upgradeDatabase } = migration;
  if (!upgradeRecord && !upgradeDatabase) return;
  version.upgrade(async (transaction) => {
    if (upgradeRecord) {
      // A table that comes with a later version is not there yet.
      const names = Object.values(RECORD_TABLES).filter((name) => stores.has(name));
      for (const name of names) {
        const table = transaction.table<EarlierRecord>(name);
        const rows = await table.toArray();
        await table.bulkPut(rows.map((row) => upgradeRecord(row)));
      }
      await upgradeChangeSets(transaction, upgradeRecord, migration.version);
    }
    await upgradeDatabase?.(transaction);
  });
}

type EarlierChangeSet = {
  readonly sequence: number;
  readonly changeSet: {
    readonly changes: readonly { readonly before: EarlierRecord | null; readonly after: EarlierRecord }[];
  };
};

/** The change sets kept here are what undo brings back, so they go through every step like the rows. */
async function upgradeChangeSets(
  transaction: Transaction,
  upgradeRecord: (record: EarlierRecord) => EarlierRecord,
  format: number,
): Promise<void> {
  const table = transaction.table<EarlierChangeSet>('changeSets');
  const upgraded = (await table.toArray()).map((applied) => ({
    ...applied,
    changeSet: {
      ...applied.changeSet,
      format,
      changes: applied.changeSet.changes.map(({ before, after }) => ({
        before: before && upgradeRecord(before),
        after: upgradeRecord(after),
      })),
    },
  }));
  await table.bulkPut(upgraded);
}
