import type { ArchiveForImport } from '#domain/import/plan-context';
import type { Entry } from '#domain/records/archive-record';
import type { ImportTemplate } from '#domain/records/import-template';
import { ENTRY_KINDS } from '#domain/records/record-base';
import { recordTable, type ArchiveDatabase } from './database.ts';
import { readAuthorityRecords } from './read-authorities.ts';

/** Everything that planning an import asks of the archive. */
export async function readForImport(
  database: ArchiveDatabase,
): Promise<ArchiveForImport & { readonly templates: readonly ImportTemplate[] }> {
  const [{ units }, batches, pairs, templates, ...entries] = await Promise.all([
    readAuthorityRecords(database),
    recordTable(database, 'importBatch').toArray(),
    recordTable(database, 'notDuplicate').toArray(),
    recordTable(database, 'importTemplate').toArray(),
    ...ENTRY_KINDS.map((kind): PromiseLike<readonly Entry[]> => recordTable(database, kind).toArray()),
  ]);
  return { entries: entries.flat(), units, batches, pairs, templates };
}
