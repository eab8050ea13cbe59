import type { Transaction } from 'dexie';

/** A record of some earlier shape, on its way to the present one. */
export type EarlierRecord = Readonly<Record<string, unknown>>;

/**
 * One step of the database's history. Steps are never edited once released; a new shape is a new file, numbered one
 * higher, with a fixture of the version before it (`npm run fixture`, e2e/fixtures/archives).
 */
export type Migration = {
  /** The database version that this step arrives at, and the RECORD_FORMAT of change sets written from then on. */
  readonly version: number;
  /** Dexie's schema text by table; null removes a table. Tables that are not named stay as they are. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Brings one record from the version before to this one; used on stored rows and on replayed change sets alike. */
  readonly upgradeRecord?: (record: EarlierRecord) => EarlierRecord;
  /** Whatever else has to change in the database itself. */
  readonly upgradeDatabase?: (transaction: Transaction) => Promise<void>;
};
