import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  appendAll,
  ARCHIVE_ID,
  fill,
  flipBit,
  headOf,
  makeBench,
  makeTempFolder,
  readLines,
  readTexts,
  writeLines,
  type Bench,
} from './journal-fixtures.ts';
import { openHeadKeeper, readStoredHead } from './stored-head.ts';

const TEXTS = ['{"n":1}', '{"n":2}', '{"n":3}'];

let root = '';
let bench: Bench;
beforeEach(async () => {
  root = await makeTempFolder();
  bench = await makeBench(root);
});
afterEach(() => rm(root, { recursive: true, maxRetries: 5 }));

const keep = () => openHeadKeeper({ path: bench.head, archiveId: ARCHIVE_ID, now: () => new Date(0) });

async function cutLines(count: number): Promise<void> {
  await writeLines(bench.file(), (await readLines(bench.file())).slice(0, -count));
}

describe('the stored head', () => {
  it('says after closing how far the journal had got', async () => {
    const journal = await bench.open();
    await appendAll(journal, TEXTS);
    await journal.close();
    expect(await readStoredHead(bench.head)).toMatchObject({ archiveId: ARCHIVE_ID, ...headOf(journal) });
  });

  it('says it soon after an append too, for a process that is killed', async () => {
    const journal = await bench.open();
    await appendAll(journal, TEXTS);
    await wait(400);
    expect(await readStoredHead(bench.head)).toMatchObject({ sequence: 3 });
    await appendAll(journal, ['{"n":4}']);
    await wait(400);
    expect(await readStoredHead(bench.head)).toMatchObject({ sequence: 4 });
  });

  it('is none when a bit of it was flipped, and the journal puts it right', async () => {
    await fill(bench, TEXTS);
    const whole = await readFile(bench.head);
    for (let position = 0; position < whole.length; position += 1) {
      await writeFile(bench.head, whole);
      await flipBit(bench.head, position, position % 8);
      expect(await readStoredHead(bench.head)).toBeNull();
    }
    const journal = await bench.open();
    expect(journal.status()).toMatchObject({ status: 'intact', missing: 0 });
    await journal.close();
    expect(await readStoredHead(bench.head)).toMatchObject({ sequence: 3 });
  });
});

describe('a journal that is behind its stored head', () => {
  it.each([1, 2, 3])('says that %i lines are missing, and nothing is changed by opening it', async (count) => {
    await fill(bench, TEXTS);
    await cutLines(count);
    const [before, head] = [await bench.bytes(), await readFile(bench.head, 'utf8')];
    const journal = await bench.open();
    expect(journal.status()).toMatchObject({ status: 'intact', head: { sequence: 3 - count }, missing: count });
    await journal.close();
    expect(await bench.bytes()).toEqual(before);
    expect(await readFile(bench.head, 'utf8')).toBe(head);
  });

  it('keeps an unfinished last line in place: it may be what is left of an acknowledged one', async () => {
    await fill(bench, TEXTS);
    await flipBit(bench.file(), (await readFile(bench.file())).length - 5);
    const before = await bench.bytes();
    const journal = await bench.open();
    expect(journal.status()).toMatchObject({ missing: 1, tornTail: null });
    expect(await bench.bytes()).toEqual(before);
    await appendAll(journal, ['{"n":3}']);
    expect(bench.aside()).toHaveLength(1);
    expect(journal.status()).toMatchObject({ missing: 0, tornTail: 'aside-1' });
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
  });

  it('is whole again when the missing lines are appended, and missing still when that stops half way', async () => {
    await fill(bench, TEXTS);
    await cutLines(3);
    const journal = await bench.open();
    await appendAll(journal, TEXTS.slice(0, 1));
    await journal.close();
    const again = await bench.open();
    expect(again.status()).toMatchObject({ missing: 2 });
    await appendAll(again, TEXTS.slice(1));
    await again.close();
    expect((await bench.open()).status()).toMatchObject({ head: { sequence: 3 }, missing: 0 });
  });

  it('goes on when the loss is accepted', async () => {
    await fill(bench, TEXTS);
    await cutLines(1);
    const journal = await bench.open();
    await journal.acceptLoss();
    expect(journal.status()).toMatchObject({ missing: 0 });
    await journal.close();
    expect((await bench.open()).status()).toMatchObject({ head: { sequence: 2 }, missing: 0 });
  });
});

describe('no false alarm is raised', () => {
  it('by a head that is behind, as after a kill', async () => {
    const journal = await bench.open();
    await appendAll(journal, TEXTS.slice(0, 1));
    await journal.close();
    const old = await readFile(bench.head);
    await fill(bench, TEXTS.slice(1));
    await writeFile(bench.head, old);
    expect((await bench.open()).status()).toMatchObject({ head: { sequence: 3 }, missing: 0 });
  });

  it('by a line that was never finished', async () => {
    await fill(bench, TEXTS);
    await writeFile(bench.file(), `${(await readLines(bench.file())).join('')}{"sequence":4,`);
    expect((await bench.open()).status()).toMatchObject({ missing: 0, tornTail: 'aside-1' });
  });

  it('by an append that the disk refused', async () => {
    const journal = await bench.open();
    await appendAll(journal, TEXTS);
    expect(await journal.append(headOf(journal), '{\n}')).toMatchObject({ ok: false });
    await journal.close();
    expect((await keep()).stored()).toMatchObject({ sequence: 3 });
    expect((await bench.open()).status()).toMatchObject({ missing: 0 });
  });
});
