import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openAttachmentStore } from '../attachment-store.ts';
import { prepareDataFolder } from '../data-folder.ts';
import { openJournal } from '../journal.ts';
import { openHeadKeeper } from '../stored-head.ts';
import { temporaryFolder } from './backup-fixtures.ts';
import { createBackupNotes } from './backup-notes.ts';
import { createBackupShelf, ownBackups } from './backup-shelf.ts';
import { openPackage } from './open-package.ts';
import { noteOpenedBy } from './opened-by.ts';
import { backUpBeforeUpgrade, type UpgradeServices } from './upgrade-backup.ts';
import { UNWATCHED } from './watch-work.ts';
import { PLAIN_LINES } from '../sealing/line-codec.ts';

const FIXTURES = join(import.meta.dirname, '../../../../e2e/fixtures/archives');
const NOW = new Date('2026-11-30T08:00:00Z');

/** The archive that an earlier version left, or an empty one. */
async function open(version: string | null): Promise<UpgradeServices & { readonly root: string }> {
  const root = await temporaryFolder();
  if (version !== null) await cp(join(FIXTURES, version), root, { recursive: true });
  const folder = await prepareDataFolder(root);
  const { archiveId } = folder;
  const now = () => NOW;
  const keeper = await openHeadKeeper({ path: folder.storedHead, archiveId, now });
  const putAside = () => Promise.reject(new Error('nothing is torn here'));
  const journal = await openJournal({ folder: folder.journal, archiveId, now, keeper, putAside, codec: PLAIN_LINES });
  onTestFinished(async () => {
    await journal.close();
    await rm(root, { recursive: true });
  });
  const notes = createBackupNotes(root);
  const store = await openAttachmentStore(join(root, 'attachments'));
  const shelf = createBackupShelf(ownBackups(root), notes);
  return { root, files: { folder, journal, store, seal: () => null }, notes, shelf, application: '2.0.0', now };
}

test.each(['version-1', 'version-2', 'version-3'])('what %s left is put on the shelf once', async (version) => {
  const services = await open(version);
  const before = await backUpBeforeUpgrade(services);
  expect(before).toMatchObject({ ok: true, path: expect.stringContaining('-before-upgrade.zip') as unknown });
  const path = before.ok ? (before.path ?? '') : '';
  const opened = await openPackage(path, UNWATCHED);
  expect(opened.description).toMatchObject({ reason: 'before-upgrade', recordFormat: 0, records: {} });
  const [month] = opened.journal;
  const packed: Buffer[] = [];
  if (month) for await (const piece of opened.read(month)) packed.push(Buffer.from(piece));
  await opened.close();
  expect(Buffer.concat(packed)).toEqual(await readFile(join(services.root, 'journal', month?.name ?? '')));

  expect(await services.notes.list()).toMatchObject([{ path, reason: 'before-upgrade', state: 'unproven' }]);
  expect(await backUpBeforeUpgrade(services)).toEqual({ ok: true, path: null });
  expect(await backUpBeforeUpgrade({ ...services, application: '2.1.0' })).toMatchObject({
    path: expect.stringContaining('before-upgrade') as unknown,
  });
});

test('an empty archive, and one that was just restored, have nothing to lose', async () => {
  const empty = await open(null);
  expect(await backUpBeforeUpgrade(empty)).toEqual({ ok: true, path: null });
  const restored = await open('version-3');
  await noteOpenedBy(restored.root, null);
  expect(await backUpBeforeUpgrade(restored)).toEqual({ ok: true, path: null });
  expect(await readdir(restored.root)).not.toContain('backups');
});

test('one that cannot be made is a value, and is made at the next start', async () => {
  const services = await open('version-2');
  await writeFile(join(services.root, 'backups'), 'a file where the folder should be');
  expect(await backUpBeforeUpgrade(services)).toMatchObject({ ok: false });
  await rm(join(services.root, 'backups'));
  expect(await backUpBeforeUpgrade(services)).toMatchObject({ ok: true, path: expect.any(String) as unknown });
});

test('a journal that is damaged is left alone', async () => {
  const services = await open('version-2');
  const damaged: UpgradeServices = {
    ...services,
    files: {
      ...services.files,
      journal: { ...services.files.journal, status: () => ({ status: 'damaged', file: '2026-11.jsonl', line: 1 }) },
    },
  };
  expect(await backUpBeforeUpgrade(damaged)).toEqual({ ok: true, path: null });
  expect(await backUpBeforeUpgrade(services)).toMatchObject({ path: expect.any(String) as unknown });
});
