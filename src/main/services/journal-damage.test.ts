import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from './journal.ts';
import { openHeadKeeper } from './stored-head.ts';
import {
  appendAll,
  ARCHIVE_ID,
  fill,
  flipBit,
  headOf,
  makeBench,
  makeTempFolder,
  MONTH,
  readLines,
  readTexts,
  writeLines,
  type Bench,
} from './journal-fixtures.ts';
import { PLAIN_LINES } from './sealing/line-codec.ts';

const TEXTS = ['{"n":1,"title":"示例甲"}', '{"n":2,"title":"示例乙"}', '{"n":3,"title":"示例丙 𠮷"}'];
const FILE = `${MONTH}.jsonl`;

let root = '';
let bench: Bench;
beforeEach(async () => {
  root = await makeTempFolder();
  bench = await makeBench(root);
});
afterEach(() => rm(root, { recursive: true, maxRetries: 5 }));

/** Opens what is on disk, tries to append and to read, and tells what came of it. */
async function tryAll(archiveId = ARCHIVE_ID) {
  const before = await bench.bytes();
  const journal = await bench.open(MONTH, archiveId);
  const appended = await journal.append({ sequence: 0, hash: '0'.repeat(64) }, '{}');
  return {
    status: journal.status(),
    append: appended.ok ? 'ok' : appended.code,
    entries: await journal.read(0),
    aside: bench.aside(),
    isUntouched: isDeepStrictEqual(await bench.bytes(), before),
  };
}

/** What comes of damage: nothing is read, written or changed. */
function damageAt(file: string, line: number) {
  return { status: { status: 'damaged', file, line }, append: 'failed', entries: [], aside: [], isUntouched: true };
}

/** Opens what is on disk, appends, opens it again, and tells what was there. */
async function goOn() {
  const journal = await bench.open();
  const opened = journal.status();
  await appendAll(journal, ['{"again":true}']);
  await journal.close();
  const again = await bench.open();
  const texts = await readTexts(again);
  await again.close();
  return { opened, aside: bench.aside(), again: again.status(), texts };
}

/** What comes of a torn tail: it alone is put aside, and a chain that holds goes on behind what was kept. */
function tornTail(kept: readonly string[], tail: Buffer) {
  return {
    opened: { status: 'intact', head: { sequence: kept.length }, tornTail: 'aside-1' },
    aside: [tail],
    again: { status: 'intact', head: { sequence: kept.length + 1 }, tornTail: null },
    texts: [...kept, '{"again":true}'],
  };
}

describe('a last line that was not finished', () => {
  it('is put aside byte for byte, wherever it was cut, and the rest is kept and goes on', async () => {
    await fill(bench, TEXTS);
    const whole = await readFile(bench.file());
    const lastLine = whole.lastIndexOf('\n', -2) + 1;
    expect(lastLine).toBeGreaterThan(0);
    for (let length = lastLine + 1; length < whole.length; length += 1) {
      bench = await makeBench(`${root}/${length}`);
      await writeFile(bench.file(), whole.subarray(0, length));
      expect(await goOn()).toMatchObject(tornTail(TEXTS.slice(0, 2), whole.subarray(lastLine, length)));
    }
  });

  it('is no tail at all when it was cut exactly before it', async () => {
    await fill(bench, TEXTS);
    await writeLines(bench.file(), (await readLines(bench.file())).slice(0, 2));
    const journal = await bench.open();
    expect(journal.status()).toMatchObject({ status: 'intact', head: { sequence: 2 }, tornTail: null });
  });

  it('is put aside when it is all there was', async () => {
    await writeFile(bench.file(), '{"sequence":1,');
    expect(await goOn()).toMatchObject(tornTail([], Buffer.from('{"sequence":1,')));
  });

  it('is put aside when it is the first of its month', async () => {
    await fill(bench, TEXTS, '2026-10');
    await writeFile(bench.file(), '{"sequence":4,');
    expect(await goOn()).toMatchObject(tornTail(TEXTS, Buffer.from('{"sequence":4,')));
  });

  it('is put aside when the file system filled its place with zeros', async () => {
    await fill(bench, TEXTS);
    await appendFile(bench.file(), Buffer.alloc(4096));
    expect(await goOn()).toMatchObject(tornTail(TEXTS, Buffer.alloc(4096)));
  });

  it('is what a flipped bit makes of the last line, wherever it is', async () => {
    await fill(bench, TEXTS);
    const whole = await readFile(bench.file());
    const lastLine = whole.lastIndexOf('\n', -2) + 1;
    for (let position = lastLine; position < whole.length; position += 1) {
      bench = await makeBench(`${root}/${position}`);
      await writeFile(bench.file(), whole);
      await flipBit(bench.file(), position, position % 8);
      const tail = (await readFile(bench.file())).subarray(lastLine);
      expect(await goOn()).toMatchObject(tornTail(TEXTS.slice(0, 2), tail));
    }
  });

  it('stays in the file when it cannot be put aside', async () => {
    await fill(bench, TEXTS);
    await appendFile(bench.file(), '{"sequence":4');
    const before = await bench.bytes();
    const putAside = () => Promise.reject(new Error('no room'));
    const now = () => new Date(0);
    const keeper = await openHeadKeeper({ path: bench.head, archiveId: ARCHIVE_ID, now });
    const opening = openJournal({
      folder: bench.folder,
      archiveId: ARCHIVE_ID,
      now,
      putAside,
      keeper,
      codec: PLAIN_LINES,
    });
    await expect(opening).rejects.toThrow('no room');
    expect(await bench.bytes()).toEqual(before);
  });
});

describe('damage', () => {
  it('is a flipped bit anywhere in a line that is not the last, its line break included', async () => {
    await fill(bench, TEXTS);
    const whole = await readFile(bench.file());
    const [first, second] = [whole.indexOf('\n') + 1, whole.lastIndexOf('\n', -2) + 1];
    for (let position = first; position < second; position += 1) {
      await writeFile(bench.file(), whole);
      await flipBit(bench.file(), position, position % 8);
      expect(await tryAll()).toEqual(damageAt(FILE, 2));
    }
    for (let bit = 0; bit < 8; bit += 1) {
      await writeFile(bench.file(), whole);
      await flipBit(bench.file(), second - 1, bit);
      expect(await tryAll()).toEqual(damageAt(FILE, 2));
    }
  });

  it('is a flipped bit in the last line of a month that another month follows', async () => {
    await fill(bench, TEXTS.slice(0, 2), '2026-10');
    await fill(bench, TEXTS.slice(2));
    await flipBit(bench.file('2026-10'), (await readFile(bench.file('2026-10'))).length - 10);
    expect(await tryAll()).toEqual(damageAt('2026-10.jsonl', 2));
  });

  it('is a half line at the end of a month that another month follows', async () => {
    await fill(bench, TEXTS, '2026-10');
    await fill(bench, ['{}']);
    await appendFile(bench.file('2026-10'), '{"sequence"');
    expect(await tryAll()).toEqual(damageAt('2026-10.jsonl', 4));
  });

  it.each([
    ['a deleted first line', [1, 2, 3], 1],
    ['a deleted line in the middle', [0, 2, 3], 2],
    ['a deleted line right before the last', [0, 1, 3], 3],
    ['two lines swapped', [0, 2, 1, 3], 2],
    ['the last two lines swapped', [0, 1, 3, 2], 3],
    ['a line that stands there twice', [0, 1, 1, 2, 3], 3],
    ['the last line standing there twice', [0, 1, 2, 3, 3], 5],
  ])('is %s', async (_, order, line) => {
    await fill(bench, [...TEXTS, '{"n":4}']);
    const lines = await readLines(bench.file());
    await writeLines(
      bench.file(),
      order.map((index) => lines[index] ?? ''),
    );
    expect(await tryAll()).toEqual(damageAt(FILE, line));
  });

  it.each([1, 2, 3])('is a journal of %i lines that belongs to another archive', async (count) => {
    await fill(bench, TEXTS.slice(0, count));
    expect(await tryAll('another-archive')).toEqual(damageAt(FILE, 1));
  });

  it.each([1, 2])('is a month missing in the middle, with %i lines behind it', async (count) => {
    await fill(bench, TEXTS.slice(0, 1), '2026-09');
    await fill(bench, TEXTS.slice(1, 2), '2026-10');
    await fill(bench, ['{"n":3}', '{"n":4}'].slice(0, count));
    await rm(bench.file('2026-10'));
    expect(await tryAll()).toEqual(damageAt(FILE, 1));
  });

  it('is a month that was given the name of a later one', async () => {
    await fill(bench, TEXTS.slice(0, 1), '2026-09');
    await fill(bench, TEXTS.slice(1, 2), '2026-10');
    await fill(bench, TEXTS.slice(2));
    await rename(bench.file('2026-10'), bench.file('2026-12'));
    expect(await tryAll()).toEqual(damageAt(FILE, 1));
  });

  it('is a line whose text and own hash were both changed', async () => {
    await fill(bench, TEXTS);
    const forger = await makeBench(`${root}/forged`);
    await fill(forger, TEXTS.with(1, '{"n":2,"title":"示例己"}'));
    const [lines, forged] = [await readLines(bench.file()), await readLines(forger.file())];
    await writeLines(bench.file(), lines.with(1, forged[1] ?? ''));
    expect(await tryAll()).toEqual(damageAt(FILE, 3));
  });

  it('is gone when the file is put right again', async () => {
    await fill(bench, TEXTS);
    await flipBit(bench.file(), 40);
    expect(await tryAll()).toEqual(damageAt(FILE, 1));
    await flipBit(bench.file(), 40);
    const journal = await bench.open();
    expect(headOf(journal).sequence).toBe(3);
    expect(await readTexts(journal)).toEqual(TEXTS);
  });
});
