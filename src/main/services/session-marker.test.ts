import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTempFolder } from './journal-fixtures.ts';
import { openSessionMarker } from './session-marker.ts';

let root = '';
let path = '';
beforeEach(async () => {
  root = await makeTempFolder();
  path = join(root, 'session.json');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));

it('has no doubt about a folder that was never open, nor about one that was closed', async () => {
  const first = await openSessionMarker(path, at(1));
  expect(first.isDoubtful()).toBe(false);
  first.closeNow();
  const second = await openSessionMarker(path, at(2));
  expect(second.isDoubtful()).toBe(false);
  expect(second.record()).toEqual({ isOpen: true, since: at(2).toISOString(), uncleanExits: 0, lastUnclean: null });
});

it('doubts one that was never closed, counts it, and says when it began', async () => {
  await openSessionMarker(path, at(1));
  const second = await openSessionMarker(path, at(2));
  expect(second.isDoubtful()).toBe(true);
  expect(second.record()).toMatchObject({ uncleanExits: 1, lastUnclean: at(1).toISOString() });
  second.settle();
  second.closeNow();
  const third = await openSessionMarker(path, at(3));
  expect(third.isDoubtful()).toBe(false);
  expect(third.record()).toMatchObject({ uncleanExits: 1, lastUnclean: at(1).toISOString() });
});

it('goes on doubting until the comparison was made, even when it is closed in order', async () => {
  await openSessionMarker(path, at(1));
  const second = await openSessionMarker(path, at(2));
  second.closeNow();
  expect((await openSessionMarker(path, at(3))).isDoubtful()).toBe(true);
});

it.each(['{}', '', '{"isOpen":fal', 'null'])('doubts a mark that says nothing: %j', async (content) => {
  await writeFile(path, content);
  expect((await openSessionMarker(path, at(1))).isDoubtful()).toBe(true);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ isOpen: true, uncleanExits: 1 });
});

it('ends in peace when its folder is gone, as at the end of a command that had a passing one', async () => {
  const marker = await openSessionMarker(path, at(1));
  await rm(dirname(path), { recursive: true });
  expect(() => marker.closeNow()).not.toThrow();
});
