import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAttachmentStore } from '../attachment-store.ts';
import { prepareDataFolder } from '../data-folder.ts';
import { genesisHash } from '../journal-line.ts';
import { openJournal } from '../journal.ts';
import { scanJournal } from '../scan-journal.ts';
import { openHeadKeeper } from '../stored-head.ts';
import { ARCHIVE_ID, sampleContents, sha256Of, temporaryFolder } from './backup-fixtures.ts';
import { completeRestore } from './complete-restore.ts';
import { openPackage } from './open-package.ts';
import { cutBehind, presentSource, type RestoreSource, type SourceFile } from './restore-source.ts';
import { stageRestore } from './stage-restore.ts';
import { UNWATCHED } from './watch-work.ts';
import { writePackage } from './write-package.ts';
import { PLAIN_LINES } from '../sealing/line-codec.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Restores into a folder of its own, and answers how the journal there goes. */
async function restored<File extends SourceFile>(source: RestoreSource<File>) {
  const into = join(folder, 'into');
  await mkdir(into);
  await stageRestore(source, into, await openAttachmentStore(join(into, 'attachments')), UNWATCHED);
  await completeRestore(into, new Date());
  const { archiveId, journal } = await prepareDataFolder(into);
  const scan = await scanJournal(journal, { sequence: 0, hash: genesisHash(archiveId) }, PLAIN_LINES);
  return { archiveId, scan, files: (await readdir(journal)).toSorted(), journal };
}

test.each([
  [1, ['2026-10.jsonl', 'archive.json']],
  [2, ['2026-10.jsonl', 'archive.json']],
  [3, ['2026-10.jsonl', '2026-11.jsonl', 'archive.json']],
])('a package cut behind line %i has a chain that holds as far as that', async (sequence, files) => {
  const path = join(folder, 'package.zip');
  await writePackage(path, await sampleContents(join(folder, 'archive')), UNWATCHED);
  const opened = await openPackage(path, UNWATCHED);
  const cut = await cutBehind(opened, sequence);
  expect(cut?.description.head.sequence).toBe(sequence);
  if (!cut) return;
  const there = await restored(cut);
  await opened.close();
  expect(there.archiveId).toBe(ARCHIVE_ID);
  expect(there.files).toEqual(files);
  expect(there.scan).toMatchObject({ status: 'intact', tear: null });
  expect(there.scan.status === 'intact' && there.scan.places.at(-1)).toMatchObject(cut.description.head);
  const whole = await readFile(join(folder, 'archive', 'journal', '2026-10.jsonl'), 'utf8');
  const first = await readFile(join(there.journal, '2026-10.jsonl'), 'utf8');
  expect(whole.startsWith(first)).toBe(true);
});

test('there is nothing behind a line that the journal does not have', async () => {
  const path = join(folder, 'package.zip');
  await writePackage(path, await sampleContents(join(folder, 'archive')), UNWATCHED);
  const opened = await openPackage(path, UNWATCHED);
  expect(await cutBehind(opened, 4)).toBeNull();
  await opened.close();
});

test('the archive that is open is restored beside without its rotted attachments, and stays as it is', async () => {
  const root = join(folder, 'present');
  await sampleContents(root);
  await writeFile(join(root, 'journal', 'archive.json'), JSON.stringify({ archiveId: ARCHIVE_ID }));
  const rotted = sha256Of('the first file');
  await writeFile(join(root, 'attachments', rotted.slice(0, 2), rotted), 'the worst file');
  const dataFolder = await prepareDataFolder(root);
  const now = () => new Date('2026-11-30T08:00:00Z');
  const keeper = await openHeadKeeper({ path: dataFolder.storedHead, archiveId: ARCHIVE_ID, now });
  const putAside = () => Promise.reject(new Error('nothing is torn here'));
  const journal = await openJournal({
    folder: dataFolder.journal,
    archiveId: ARCHIVE_ID,
    now,
    keeper,
    putAside,
    codec: PLAIN_LINES,
  });
  const store = await openAttachmentStore(join(root, 'attachments'));
  const state = journal.status();
  if (state.status !== 'intact') throw new Error('the sample is damaged');

  const files = { folder: dataFolder, journal, store, seal: () => null };
  const present = await presentSource(files, state.head, { madeAt: now().toISOString(), signal: UNWATCHED.signal });
  const cut = present && (await cutBehind(present, 2));
  if (!cut) throw new Error('the sample has two lines');
  const there = await restored(cut);
  expect(there.scan).toMatchObject({ status: 'intact', tear: null });
  expect(there.scan.status === 'intact' && there.scan.places).toHaveLength(2);
  expect(await (await openAttachmentStore(join(folder, 'into', 'attachments'))).list()).not.toContain(rotted);
  expect(journal.status()).toMatchObject({ head: state.head });
  await journal.close();
});
