import type { Archive } from './archive.ts';
import { emptyHead, latestRecords, putRecords } from './commit-changes.ts';
import { recordTables, type AppliedHead } from './database.ts';
import type { JournalHead } from './journal-port.ts';
import { readWholeJournal } from './read-journal.ts';

/**
 * Makes the working copy anew from the whole journal, in one transaction: everything is read and understood before
 * anything is cleared, so a journal that this version cannot read leaves the database as it was. Answers how many
 * change sets there were.
 */
export async function rebuildFromJournal(archive: Archive, archiveId: string, empty: JournalHead): Promise<number> {
  const { database, journal } = archive;
  const changeSets = await readWholeJournal(journal);
  const byKind = latestRecords(changeSets);
  const last = changeSets.at(-1);
  const head: AppliedHead = last
    ? { key: 'head', archiveId, sequence: last.sequence, hash: last.hash, counts: last.changeSet.counts }
    : emptyHead(archiveId, empty.hash);
  const tables = [...recordTables(database), database.changeSets, database.applied];
  await database.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
    for (const [kind, records] of byKind) await putRecords(database, kind, records);
    await database.changeSets.bulkPut([...changeSets]);
    await database.applied.put(head);
  });
  return changeSets.length;
}
