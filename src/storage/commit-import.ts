import { buildImport, type BuiltImport } from '#domain/import/build-import';
import type { ImportCommit } from '#domain/import/import-commit';
import { createAuthorities } from '#domain/records/authorities';
import { succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';
import { findRowsOfIds } from './find-rows-of-ids.ts';
import { readAuthorityRecords } from './read-authorities.ts';

export type CommittedImport = Committed & Omit<BuiltImport, 'changes'>;

/** Imports from a file as one change set: all of it or nothing, and `undoImport` takes it back at any later time. */
export async function commitImport(
  archive: Archive,
  commit: ImportCommit,
): Promise<Result<CommittedImport, CommitFailure>> {
  return commitChanges(archive, async () => {
    const authorityRecords = await readAuthorityRecords(archive.database);
    const templates = await recordTable(archive.database, 'importTemplate').toArray();
    const rows = await findRowsOfIds(archive.database, idsIn(commit));
    const current = new Map(rows.flatMap((row) => (row.deletedAt === null ? [[String(row.id), row] as const] : [])));
    const made = buildImport(commit, {
      current: (id) => current.get(id) ?? null,
      units: authorityRecords.units,
      authorities: createAuthorities(authorityRecords),
      templates: templates.filter(({ deletedAt }) => deletedAt === null),
      stamp: { at: archive.now(), by: archive.operator() },
      newId: archive.newId,
    });
    if (!made.ok) return made;
    return succeed({ ...made.value, action: 'import', label: commit.file.name } as const);
  });
}

/** The records of the archive that an import changes or tells apart from new ones. */
function idsIn({ additions, updates, unitNames }: ImportCommit): readonly string[] {
  const twins = additions.flatMap(({ differsFrom }) => (differsFrom?.in === 'archive' ? [differsFrom.id] : []));
  const named = unitNames.flatMap(({ unit }) => (unit.in === 'archive' ? [unit.id] : []));
  return [...new Set([...updates.map(({ id }) => id), ...named, ...twins])];
}
