import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectJournal } from './inspect-journal.ts';
import { appendAll, ARCHIVE_ID, fill, flipBit, headOf, makeBench, readTexts, type Bench } from './journal-fixtures.ts';
import { PLAIN_LINES, sealedLines, unsealing } from './sealing/line-codec.ts';
import { readStoredHead } from './stored-head.ts';

const TEXTS = ['{"title":"示例荣誉甲"}', '{"title":"示例荣誉乙"}', '{"title":"示例荣誉丙"}'];
const codec = sealedLines(randomBytes(32), ARCHIVE_ID);
const unwatched = () => undefined;
let root = '';
let bench: Bench;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rongdang-sealed-'));
  bench = await makeBench(root, codec);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const written = async (month?: string) => readFile(bench.file(month), 'utf8');

describe('a sealed journal', () => {
  test('says nothing on the disk, and everything to who has the key', async () => {
    await fill(bench, TEXTS);
    expect(await written()).not.toContain('示例');
    expect((await written()).split('\n')).toHaveLength(4);
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
    const found = await inspectJournal(bench.folder, ARCHIVE_ID, await readStoredHead(bench.head), codec);
    expect(found).toMatchObject({ lines: 3, broken: null, tornBytes: 0, head: 'agrees' });
  });

  test('has the head that it would have without', async () => {
    await fill(bench, TEXTS);
    const sealed = headOf(await bench.open());
    const other = await makeBench(join(root, 'plain'));
    await fill(other, TEXTS);
    expect(headOf(await other.open())).toEqual(sealed);
  });

  test('keeps all but its last line when that is cut at any byte, and goes on', async () => {
    await fill(bench, TEXTS);
    const whole = await readFile(bench.file());
    const lastLine = whole.lastIndexOf(0x0a, -2) + 1;
    for (let length = lastLine + 1; length < whole.length - 1; length += 1) {
      await writeFile(bench.file(), whole.subarray(0, length));
      await rm(bench.head, { force: true });
      const journal = await bench.open();
      expect(headOf(journal).sequence).toBe(2);
      await journal.close();
    }
    const journal = await bench.open();
    await appendAll(journal, ['{"title":"示例荣誉丁"}']);
    expect(await readTexts(journal)).toEqual([...TEXTS.slice(0, 2), '{"title":"示例荣誉丁"}']);
  });

  test('is damaged when a bit in the middle has flipped, and is not read any more', async () => {
    await fill(bench, TEXTS);
    const length = (await written()).indexOf('\n');
    for (const place of [0, 12, 30, 60, length - 3, length + 20]) {
      await flipBit(bench.file(), place);
      expect((await bench.open()).status()).toMatchObject({ status: 'damaged', line: place > length ? 2 : 1 });
      await flipBit(bench.file(), place);
    }
  });

  test('is damaged, and not cut, when it was sealed by another key or there is none', async () => {
    await fill(bench, TEXTS.slice(0, 1));
    const before = await written();
    await rm(bench.head);
    for (const other of [sealedLines(randomBytes(32), ARCHIVE_ID), PLAIN_LINES]) {
      const journal = await (await makeBench(root, other)).open();
      expect(journal.status()).toMatchObject({ status: 'damaged', line: 1 });
      await journal.close();
      expect(await written()).toBe(before);
    }
  });

  test('tells a line whose break was lost from one that was torn', async () => {
    await fill(bench, TEXTS);
    const lines = (await written()).split('\n');
    await writeFile(bench.file(), `${lines[0]}\n${lines[1]}${lines[2]}\n`);
    expect((await bench.open()).status()).toMatchObject({ status: 'damaged', line: 2 });
  });
});

describe('sealing a journal that is there', () => {
  test('and unsealing it again leaves it byte for byte as it was', async () => {
    const plain = await makeBench(root);
    await fill(plain, TEXTS.slice(0, 2), '2026-10');
    await fill(plain, TEXTS.slice(2), '2026-11');
    const before = await plain.bytes();
    const journal = await plain.open();
    const steps: string[] = [];
    await journal.rewrite(codec, (done, total) => steps.push(`${done}/${total}`));
    expect(steps).toEqual(['0/3', '2/3', '3/3']);
    for (const month of ['2026-10', '2026-11']) expect(await written(month)).not.toContain('示例');
    expect(await readTexts(journal)).toEqual(TEXTS);
    await appendAll(journal, ['{"title":"示例荣誉丁"}']);
    expect(await written()).not.toContain('示例');
    await journal.close();

    const again = await bench.open();
    expect(await readTexts(again)).toEqual([...TEXTS, '{"title":"示例荣誉丁"}']);
    await again.rewrite(unsealing(codec), unwatched);
    await again.close();
    const after = await plain.bytes();
    expect(after['2026-10.jsonl']).toEqual(before['2026-10.jsonl']);
    expect(after['2026-11.jsonl']?.toString().startsWith(String(before['2026-11.jsonl']))).toBe(true);
  });

  test('that was interrupted between two files is read, and goes on', async () => {
    const plain = await makeBench(root);
    await fill(plain, TEXTS.slice(0, 2), '2026-10');
    await fill(plain, TEXTS.slice(2), '2026-11');
    const untouched = await readFile(plain.file('2026-11'));
    const journal = await plain.open();
    await journal.rewrite(codec, unwatched);
    await journal.close();
    await writeFile(plain.file('2026-11'), untouched);

    const again = await bench.open();
    expect(await readTexts(again)).toEqual(TEXTS);
    expect(await written('2026-11')).toContain('示例');
    await again.rewrite(codec, unwatched);
    expect(await written()).not.toContain('示例');
    await again.close();
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
  });

  test('does not begin on a file that has changed on the disk', async () => {
    const plain = await makeBench(root);
    await fill(plain, TEXTS);
    const journal = await plain.open();
    await truncate(plain.file(), 20);
    await expect(journal.rewrite(codec, unwatched)).rejects.toThrow('changed on disk');
    expect((await readFile(plain.file())).length).toBe(20);
  });
});
