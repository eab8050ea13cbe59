import { createAuthorities, RULEBOOK_ID, type AuthorityRecords } from '#domain/records/authorities';
import type { ArchiveRecord, RecordOf } from '#domain/records/archive-record';
import type { Authorities } from '#domain/records/build-record';
import { byAge } from '#domain/records/by-age';
import { createGrowingUnitDirectory, type GrowingUnitDirectory } from '#domain/units/unit-directory';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** The kinds that other records refer to. */
const AUTHORITY_KINDS = ['unit', 'person', 'programme', 'rulebook'] as const;
type AuthorityKind = (typeof AUTHORITY_KINDS)[number];
type AuthorityRecord = RecordOf<AuthorityKind>;

/** Every record that others refer to, deleted ones included, as it was after a change set. */
type KnownAuthorities = { readonly records: Map<string, AuthorityRecord>; sequence: number };

/**
 * Each save needs all of them, and reading thousands of rows takes longer than the save itself. So they are read once,
 * and after that only the change sets that were committed since, by whichever window.
 */
const known = new WeakMap<ArchiveDatabase, KnownAuthorities>();

/** What records are made with, as the archive is now. */
export async function readAuthorities(database: ArchiveDatabase): Promise<Authorities> {
  return createAuthorities(await readAuthorityRecords(database));
}

/** The records that others refer to; the directory of units grows as more are founded. */
export async function readAuthorityRecords(
  database: ArchiveDatabase,
): Promise<AuthorityRecords & { readonly units: GrowingUnitDirectory }> {
  const records = [...(await followAuthorities(database)).values()].toSorted(byAge);
  const present = records.filter(({ deletedAt }) => deletedAt === null);
  return {
    units: createGrowingUnitDirectory(present.filter((record) => record.kind === 'unit')),
    people: present.filter((record) => record.kind === 'person'),
    programmes: present.filter((record) => record.kind === 'programme'),
    rulebook:
      (present.find((record) => record.kind === 'rulebook' && record.id === RULEBOOK_ID) as
        RecordOf<'rulebook'> | undefined) ?? null,
  };
}

async function followAuthorities(database: ArchiveDatabase): Promise<ReadonlyMap<string, AuthorityRecord>> {
  const authorities = known.get(database);
  if (!authorities) {
    const read = await readAll(database);
    known.set(database, read);
    return read.records;
  }
  const news = await database.changeSets.where('sequence').above(authorities.sequence).sortBy('sequence');
  for (const { sequence, changeSet } of news) {
    for (const { after } of changeSet.changes) if (isAuthority(after)) authorities.records.set(after.id, after);
    authorities.sequence = sequence;
  }
  return authorities.records;
}

/** In one transaction, so that rows and sequence belong together. */
function readAll(database: ArchiveDatabase): Promise<KnownAuthorities> {
  const tables = AUTHORITY_KINDS.map((kind) => recordTable(database, kind));
  return database.transaction('r', [...tables, database.applied], async () => {
    const [head, ...rows] = await Promise.all([
      database.applied.get('head'),
      ...AUTHORITY_KINDS.map((kind): PromiseLike<readonly AuthorityRecord[]> => recordTable(database, kind).toArray()),
    ]);
    return {
      records: new Map(rows.flat().map((record) => [String(record.id), record])),
      sequence: head?.sequence ?? 0,
    };
  });
}

function isAuthority(record: ArchiveRecord): record is AuthorityRecord {
  return (AUTHORITY_KINDS as readonly string[]).includes(record.kind);
}
