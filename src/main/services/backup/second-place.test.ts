import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from './backup-fixtures.ts';
import { createSecondPlace } from './second-place.ts';

const ARCHIVE = '0f0f0f0f-1111-4222-8333-444455556666';
let base = '';
let root = '';
let stick = '';
let now = new Date('2026-11-30T08:00:00Z');
beforeEach(async () => {
  base = await temporaryFolder();
  root = join(base, 'data');
  stick = join(base, 'stick');
  now = new Date('2026-11-30T08:00:00Z');
  await mkdir(root);
  await mkdir(stick);
});
afterEach(() => rm(base, { recursive: true, force: true }));

const place = () => createSecondPlace(root, ARCHIVE, () => now);

test('there, away, and there again: what was seen last is remembered', async () => {
  expect(await place().read()).toBeNull();
  expect(await place().choose(stick)).toBe(true);
  const folder = join(stick, '荣档备份-0f0f0f0f');
  expect(await place().read()).toMatchObject({ folder, isThere: true, isOnSameDisk: true, lastBackup: null });
  now = new Date('2026-12-01T08:00:00Z');
  await place().read();
  await rename(stick, join(base, 'away'));
  now = new Date('2026-12-20T08:00:00Z');
  expect(await place().read()).toMatchObject({ isThere: false, lastSeen: '2026-12-01T08:00:00.000Z' });
  // The folder that the stick was mounted on, or another stick: the place is not there.
  await mkdir(stick);
  expect(await place().read()).toMatchObject({ isThere: false });
  await rm(stick, { recursive: true });
  await rename(join(base, 'away'), stick);
  expect(await place().read()).toMatchObject({ isThere: true, lastSeen: '2026-12-20T08:00:00.000Z' });
});

test('a backup is noted, chosen again it is the same folder, and it can be given up', async () => {
  await place().choose(stick);
  await place().noteBackup({ at: '2026-11-30T08:00:00.000Z', sequence: 4 });
  expect(await place().read()).toMatchObject({ lastBackup: { sequence: 4 } });
  await place().choose(join(stick, '荣档备份-0f0f0f0f'));
  expect(await place().read()).toMatchObject({ folder: join(stick, '荣档备份-0f0f0f0f') });
  await place().forget();
  expect(await place().read()).toBeNull();
});

test('the data folder is no second place', async () => {
  await mkdir(join(root, 'inside'));
  expect(await place().choose(root)).toBe(false);
  expect(await place().choose(join(root, 'inside'))).toBe(false);
  await mkdir(join(base, 'data2'));
  expect(await place().choose(join(base, 'data2'))).toBe(true);
});

test('a damaged note is none', async () => {
  await place().choose(stick);
  const path = join(root, 'second-place.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('2026-11-30', 'never'));
  expect(await place().read()).toBeNull();
  await writeFile(path, text.slice(0, 20));
  expect(await place().read()).toBeNull();
});
