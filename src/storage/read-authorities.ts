import { createAuthorities, RULEBOOK_ID, type AuthorityRecords } from '#domain/records/authorities';
import type { Authorities } from '#domain/records/build-record';
import { createGrowingUnitDirectory, type GrowingUnitDirectory } from '#domain/units/unit-directory';
import { recordTable, type ArchiveDatabase } from './database.ts';
import { listRecords } from './find-records.ts';

/** What records are made with, as the archive is now. */
export async function readAuthorities(database: ArchiveDatabase): Promise<Authorities> {
  return createAuthorities(await readAuthorityRecords(database));
}

/** The records that others refer to; the directory of units grows as more are founded. */
export async function readAuthorityRecords(
  database: ArchiveDatabase,
): Promise<AuthorityRecords & { readonly units: GrowingUnitDirectory }> {
  const [unitRows, people, programmes, rulebook] = await Promise.all([
    recordTable(database, 'unit').toArray(),
    listRecords(database, 'person'),
    listRecords(database, 'programme'),
    recordTable(database, 'rulebook').get(RULEBOOK_ID),
  ]);
  return { units: createGrowingUnitDirectory(unitRows), people, programmes, rulebook: rulebook ?? null };
}
