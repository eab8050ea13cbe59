import { createAuthorities, RULEBOOK_ID } from '#domain/records/authorities';
import type { Authorities } from '#domain/records/build-record';
import { createGrowingUnitDirectory, type GrowingUnitDirectory } from '#domain/units/unit-directory';
import { recordTable, type ArchiveDatabase } from './database.ts';
import { listRecords } from './find-records.ts';

/** What records are made with, as the archive is now; the directory of units grows as more are founded. */
export async function readAuthorities(
  database: ArchiveDatabase,
): Promise<Authorities & { readonly units: GrowingUnitDirectory }> {
  const [unitRows, people, programmes, rulebook] = await Promise.all([
    recordTable(database, 'unit').toArray(),
    listRecords(database, 'person'),
    listRecords(database, 'programme'),
    recordTable(database, 'rulebook').get(RULEBOOK_ID),
  ]);
  const units = createGrowingUnitDirectory(unitRows);
  return { ...createAuthorities({ units, people, programmes, rulebook: rulebook ?? null }), units };
}
