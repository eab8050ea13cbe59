import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAttachmentStore } from '../attachment-store.ts';
import { prepareDataFolder } from '../data-folder.ts';
import { openJournal, type JournalOptions } from '../journal.ts';
import { openHeadKeeper } from '../stored-head.ts';
import { ARCHIVE_ID, sampleContents, sha256Of, temporaryFolder } from './backup-fixtures.ts';
import { completeRestore } from './complete-restore.ts';
import { openPackage } from './open-package.ts';
import { restoreFolder } from './restore-folder.ts';
import { isFreeForRestore, stageRestore } from './stage-restore.ts';
import { UNWATCHED, type Watch } from './watch-work.ts';
import { writePackage } from './write-package.ts';
import { PLAIN_LINES } from '../sealing/line-codec.ts';

const NOW = new Date('2026-11-30T09:00:00.000Z');
let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function samplePackage(): Promise<string> {
  const target = join(folder, 'package.zip');
  await writePackage(target, await sampleContents(join(folder, 'source')), UNWATCHED);
  return target;
}

async function stage(root: string, watch: Watch = UNWATCHED): Promise<void> {
  await mkdir(root, { recursive: true });
  const opened = await openPackage(await samplePackage(), UNWATCHED);
  try {
    await stageRestore(opened, root, await openAttachmentStore(join(root, 'attachments')), watch);
  } finally {
    await opened.close();
  }
}

/** Another archive with one change set and a working copy. */
async function presentArchive(root: string): Promise<string> {
  await mkdir(root, { recursive: true });
  const data = await prepareDataFolder(root);
  const journal = await openJournal(await journalOptions(data.journal, data.archiveId));
  const status = journal.status();
  if (status.status === 'damaged') throw new Error('unexpected');
  await journal.append(status.head, '{"present":true}');
  // It writes its head in a while otherwise, into what was restored meanwhile.
  await journal.close();
  await mkdir(join(root, 'profile', 'IndexedDB'), { recursive: true });
  await writeFile(join(root, 'profile', 'IndexedDB', 'rows'), 'rows');
  return data.archiveId;
}

async function journalOptions(at: string, archiveId: string): Promise<JournalOptions> {
  const now = () => NOW;
  const keeper = await openHeadKeeper({ path: join(at, '..', 'head.json'), archiveId, now });
  const torn = () => Promise.reject(new Error('nothing is torn'));
  return { folder: at, archiveId, now, putAside: torn, keeper, codec: PLAIN_LINES };
}

/** Which archive a start would find, and how many change sets it has. */
async function whatIsThere(root: string): Promise<readonly [string, number]> {
  await completeRestore(root, NOW);
  const data = await prepareDataFolder(root);
  const journal = await openJournal(await journalOptions(data.journal, data.archiveId));
  const status = journal.status();
  await journal.close();
  return [data.archiveId, status.status === 'intact' ? status.head.sequence : -1];
}

test('settings and the list of exports come along into an empty folder, and never replace those that are there', async () => {
  const [empty, present] = [join(folder, 'empty'), join(folder, 'present')];
  await stage(empty);
  await completeRestore(empty, NOW);
  expect(await readFile(join(empty, 'settings.json'), 'utf8')).toBe('{"theme":"dark"}');
  expect(await readFile(join(empty, 'exports.jsonl'), 'utf8')).toBe('{"name":"示例年鉴.docx"}\n');

  await presentArchive(present);
  await writeFile(join(present, 'settings.json'), '{"theme":"light"}');
  await writeFile(join(present, 'exports.jsonl'), '{"name":"示例汇编.docx"}\n');
  await stage(present);
  await completeRestore(present, NOW);
  expect(await readFile(join(present, 'settings.json'), 'utf8')).toBe('{"theme":"light"}');
  expect(await readFile(join(present, 'exports.jsonl'), 'utf8')).toBe('{"name":"示例汇编.docx"}\n');
});

test('into an empty folder: journal, archive and attachments are those of the package', async () => {
  const root = join(folder, 'into');
  await stage(root);
  expect(await completeRestore(root, NOW)).toBe(true);
  expect(await whatIsThere(root)).toEqual([ARCHIVE_ID, 3]);
  const store = await openAttachmentStore(join(root, 'attachments'));
  expect(await store.list()).toHaveLength(3);
  expect(await readFile(store.pathOf(sha256Of('the first file')), 'utf8')).toBe('the first file');
  expect(await readdir(root)).not.toContain(restoreFolder(root).name);
});

test('into a present archive: nothing changes until it is completed, and what was there is put aside whole', async () => {
  const root = join(folder, 'present');
  const present = await presentArchive(root);
  const before = await readFile(join(root, 'journal', '2026-11.jsonl'));
  await writeFile(join(root, 'head.json'), 'the head of the journal before');
  await stage(root);
  expect(await readFile(join(root, 'journal', '2026-11.jsonl'))).toEqual(before);
  expect(await completeRestore(root, NOW)).toBe(true);
  // Before the journal is opened, which writes one of its own in a while.
  expect(await readdir(root)).not.toContain('head.json');
  expect(await whatIsThere(root)).toEqual([ARCHIVE_ID, 3]);
  const [aside = ''] = await readdir(join(root, 'set-aside'));
  expect(await readFile(join(root, 'set-aside', aside, 'journal', '2026-11.jsonl'))).toEqual(before);
  expect(await readFile(join(root, 'set-aside', aside, 'archive.json'), 'utf8')).toContain(present);
  expect(await readdir(join(root, 'set-aside', aside, 'IndexedDB'))).toEqual(['rows']);
});

test('what was not ready is removed at the next start, and the archive is as it was', async () => {
  const root = join(folder, 'present');
  const present = await presentArchive(root);
  await stage(root);
  await rm(restoreFolder(root).ready);
  expect(await whatIsThere(root)).toEqual([present, 1]);
  expect(await readdir(root)).not.toContain(restoreFolder(root).name);
});

describe('killed in the middle of completing', () => {
  /** Each step that completing takes, done by hand; the next start finds what a kill behind it has left. */
  const steps: readonly ((root: string, aside: string) => Promise<unknown>)[] = [
    (root, aside) => rename(join(root, 'profile', 'IndexedDB'), join(aside, 'IndexedDB')),
    (root, aside) => rename(join(root, 'archive.json'), join(aside, 'archive.json')),
    (root, aside) => rename(join(root, 'journal'), join(aside, 'journal')),
    (root) => cp(join(restoreFolder(root).journal, 'archive.json'), join(root, 'archive.json')),
    (root) => rename(restoreFolder(root).journal, join(root, 'journal')),
  ];
  const cases = Array.from({ length: steps.length + 1 }, (_, done) => [done, true] as const).flatMap(
    ([done]) =>
      [
        [done, false],
        [done, true],
      ] as const,
  );

  test.each(cases)(
    'behind step %i, prepared first: %s: the next start has the restored archive',
    async (done, first) => {
      const root = join(folder, 'present');
      await presentArchive(root);
      await stage(root);
      const aside = join(root, 'set-aside', 'by-hand');
      await mkdir(aside, { recursive: true });
      for (const step of steps.slice(0, done)) await step(root, aside);
      // The program looks at the folder before it may complete anything.
      if (first) await prepareDataFolder(root);
      expect(await whatIsThere(root)).toEqual([ARCHIVE_ID, 3]);
    },
  );
});

test('a cancelled restoring leaves the archive as it was', async () => {
  const root = join(folder, 'present');
  const present = await presentArchive(root);
  const stop = new AbortController();
  const watch = { signal: stop.signal, onProgress: () => stop.abort() };
  await expect(stage(root, watch)).rejects.toMatchObject({ code: 'cancelled' });
  expect(await whatIsThere(root)).toEqual([present, 1]);
});

test('an attachment that was damaged here is mended by the one of the package', async () => {
  const root = join(folder, 'present');
  await stage(root);
  const store = await openAttachmentStore(join(root, 'attachments'));
  const path = store.pathOf(sha256Of('the first file'));
  await rm(path);
  await writeFile(path, 'the first fily');
  await stage(root);
  expect(await readFile(path, 'utf8')).toBe('the first file');
});

test('a folder is free when it is missing, empty, or holds an interrupted restoring, and not otherwise', async () => {
  const root = join(folder, 'into');
  expect(await isFreeForRestore(root)).toBe(true);
  await mkdir(root);
  expect(await isFreeForRestore(root)).toBe(true);
  await stage(root);
  expect(await isFreeForRestore(root)).toBe(false);
  await rm(restoreFolder(root).ready);
  expect(await isFreeForRestore(root)).toBe(true);
  await writeFile(join(root, 'notes.txt'), '');
  expect(await isFreeForRestore(root)).toBe(false);
  await rm(join(root, 'notes.txt'));
  await rm(restoreFolder(root).folder, { recursive: true });
  expect(await isFreeForRestore(root)).toBe(false);
});
