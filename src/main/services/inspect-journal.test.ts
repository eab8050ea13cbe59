import { appendFile, rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inspectJournal } from './inspect-journal.ts';
import {
  ARCHIVE_ID,
  fill,
  flipBit,
  makeBench,
  makeTempFolder,
  readLines,
  writeLines,
  type Bench,
} from './journal-fixtures.ts';
import { readStoredHead } from './stored-head.ts';
import { PLAIN_LINES } from './sealing/line-codec.ts';

let root = '';
let bench: Bench;
beforeEach(async () => {
  root = await makeTempFolder();
  bench = await makeBench(root);
  await fill(bench, ['{"n":1}', '{"n":2}'], '2026-10');
  await fill(bench, ['{"n":3}', '{"n":4}']);
});
afterEach(() => rm(root, { recursive: true, maxRetries: 5 }));

/** Nothing may be changed by looking. */
async function inspect() {
  const before = await bench.bytes();
  const found = await inspectJournal(bench.folder, ARCHIVE_ID, await readStoredHead(bench.head), PLAIN_LINES);
  expect(await bench.bytes()).toEqual(before);
  return found;
}

it('counts files, bytes and lines of a whole journal, whose head agrees', async () => {
  const bytes = Object.values(await bench.bytes()).reduce((sum, content) => sum + content.length, 0);
  const whole = { files: 2, bytes, lines: 4, broken: null, tornBytes: 0, head: 'agrees', missing: 0 };
  expect(await inspect()).toEqual(whole);
});

it('names the first broken line', async () => {
  await flipBit(bench.file('2026-10'), 40);
  await flipBit(bench.file(), 40);
  expect(await inspect()).toMatchObject({ lines: 0, broken: { file: '2026-10.jsonl', line: 1 } });
  await flipBit(bench.file('2026-10'), 40);
  expect(await inspect()).toMatchObject({ lines: 2, broken: { file: '2026-11.jsonl', line: 1 } });
});

it('says how many lines are missing, and that a last one was not finished', async () => {
  const lines = await readLines(bench.file());
  await writeLines(bench.file(), lines.slice(0, 1));
  expect(await inspect()).toMatchObject({ head: 'ahead', missing: 1 });
  await writeLines(bench.file(), lines);
  await appendFile(bench.file(), '{"sequ');
  expect(await inspect()).toMatchObject({ head: 'agrees', missing: 0, tornBytes: 6 });
});

it('tells a head that is older, of another history, or missing', async () => {
  const other = await makeBench(`${root}/other`);
  await fill(other, ['{"n":1}', '{"n":"other"}']);
  const look = async (path: string) =>
    (await inspectJournal(bench.folder, ARCHIVE_ID, await readStoredHead(path), PLAIN_LINES)).head;
  expect(await look(other.head)).toBe('different');
  const shorter = await makeBench(`${root}/shorter`);
  await fill(shorter, ['{"n":1}', '{"n":2}']);
  expect(await look(shorter.head)).toBe('older');
  await rm(bench.head);
  expect((await inspect()).head).toBe('none');
});
