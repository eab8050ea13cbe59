import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from './backup-fixtures.ts';
import { createBackupNotes, type BackupNote } from './backup-notes.ts';
import { createBackupShelf } from './backup-shelf.ts';

let root = '';
beforeEach(async () => {
  root = await temporaryFolder();
});
afterEach(() => rm(root, { recursive: true, force: true }));

const note = (path: string, madeAt: string, rehearsal: BackupNote['rehearsal'] = null): BackupNote => ({
  path,
  bytes: 4,
  madeAt,
  reason: 'daily',
  attachments: 'left-out',
  isSealed: false,
  sequence: 1,
  rehearsal,
});

test('after thirty days those that have successors are gone, and strangers stay', async () => {
  const notes = createBackupNotes(root);
  const shelf = createBackupShelf(join(root, 'backups'), notes);
  for (let day = 1; day <= 30; day += 1) {
    const at = new Date(Date.UTC(2026, 10, day, 4));
    const path = await shelf.nextPath(at, 'daily', false);
    await writeFile(path, 'demo');
    await notes.keep(note(path, at.toISOString()));
  }
  await writeFile(join(root, 'backups', 'my-own.zip'), 'demo');
  const removed = await shelf.tidy();
  const left = await readdir(join(root, 'backups'));
  expect(left).toContain('my-own.zip');
  expect(left).toContain('rongdang-20261130T040000000Z-daily.zip');
  expect(left).not.toContain('rongdang-20261102T040000000Z-daily.zip');
  expect(left.length + removed.length).toBe(31);
  expect(await notes.list()).toHaveLength(left.length - 1);
  expect(await shelf.tidy()).toEqual([]);
});

test('what a kill has left half written is removed by the next one', async () => {
  await mkdir(join(root, 'backups'));
  const partial = join(root, 'backups', '.rongdang-20261130T040000000Z-daily.zip.partial');
  await writeFile(partial, 'half');
  await createBackupShelf(join(root, 'backups'), createBackupNotes(root)).nextPath(new Date(), 'daily', false);
  expect(await readdir(join(root, 'backups'))).toEqual([]);
});

test('a backup is good only after a rehearsal, and missing when its file is not what it was', async () => {
  const notes = createBackupNotes(root);
  const path = join(root, 'a.zip');
  await writeFile(path, 'demo');
  const states = async () => (await notes.list()).map(({ state }) => state);
  await notes.keep(note(path, '2026-11-01T00:00:00Z'));
  expect(await states()).toEqual(['unproven']);
  const at = '2026-11-02T00:00:00Z';
  await notes.keep(note(path, '2026-11-01T00:00:00Z', { at, isGood: true, detail: '' }));
  expect(await states()).toEqual(['good']);
  await notes.keep(note(path, '2026-11-01T00:00:00Z', { at, isGood: false, detail: '2 records differ' }));
  expect(await states()).toEqual(['failed']);
  await writeFile(path, 'another one');
  expect(await states()).toEqual(['missing']);
});

test('damaged notes count as none', async () => {
  const notes = createBackupNotes(root);
  await writeFile(join(root, 'backups.json'), '[{"path":1},null,"x",{');
  expect(await notes.list()).toEqual([]);
  await writeFile(
    join(root, 'backups.json'),
    JSON.stringify([null, { path: 1 }, note('/gone.zip', '2026-11-01T00:00:00Z')]),
  );
  expect((await notes.list()).map(({ path }) => path)).toEqual(['/gone.zip']);
});
