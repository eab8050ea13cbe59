import { firstWalk } from './0001-first-walk.ts';
import { completeRecords } from './0002-complete-records.ts';
import { importOrigins } from './0003-import-origins.ts';
import type { EarlierRecord, Migration } from './migration.ts';

/** Every step from the first version to the present one, in order. */
export const MIGRATIONS: readonly Migration[] = [firstWalk, completeRecords, importOrigins];

/** Brings a record written at an earlier format to the present one. */
export function upgradeRecord(
  record: EarlierRecord,
  fromFormat: number,
  migrations: readonly Migration[] = MIGRATIONS,
): EarlierRecord {
  return migrations
    .filter((migration) => migration.version > fromFormat)
    .reduce((upgraded, migration) => migration.upgradeRecord?.(upgraded) ?? upgraded, record);
}
