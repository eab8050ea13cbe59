import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  appendAll,
  fill,
  headOf,
  makeBench,
  makeTempFolder,
  readAll,
  readTexts,
  writeLines,
  readLines,
  type Bench,
} from './journal-fixtures.ts';

const TEXTS = ['{"n":1,"title":"示例甲"}', '{"n":2,"title":"示例乙"}', '{"n":3,"title":"示例丙"}'];

let root = '';
let bench: Bench;
beforeEach(async () => {
  root = await makeTempFolder();
  bench = await makeBench(root);
});
afterEach(() => rm(root, { recursive: true, maxRetries: 5 }));

describe('a new journal', () => {
  it('is empty and makes no file before the first change set', async () => {
    const journal = await bench.open();
    expect(journal.status()).toMatchObject({ status: 'intact', head: { sequence: 0 }, tornTail: null, missing: 0 });
    expect(await journal.read(0)).toEqual([]);
    expect(await bench.bytes()).toEqual({});
  });

  it('begins with another hash in every archive', async () => {
    expect(headOf(await bench.open())).not.toEqual(headOf(await bench.open('2026-11', 'another-archive')));
  });
});

describe('a journal', () => {
  it('gives back what was appended, before and after it was opened again', async () => {
    const journal = await bench.open();
    await appendAll(journal, TEXTS);
    const entries = await readAll(journal);
    const head = headOf(journal);
    await journal.close();
    expect(entries.map((entry) => entry.text)).toEqual(TEXTS);
    expect(entries.map((entry) => entry.sequence)).toEqual([1, 2, 3]);
    expect(entries.at(-1)?.hash).toBe(head.hash);

    const again = await bench.open();
    expect(again.status()).toEqual({ status: 'intact', head, tornTail: null, missing: 0 });
    expect(await readAll(again)).toEqual(entries);
    await appendAll(again, ['{"n":4}']);
    expect(await readTexts(await bench.open())).toEqual([...TEXTS, '{"n":4}']);
  });

  it('is JSON lines that any program can read', async () => {
    await fill(bench, TEXTS);
    const lines = (await readFile(bench.file(), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { changeSet: unknown }).changeSet)).toEqual(
      TEXTS.map((text) => JSON.parse(text) as unknown),
    );
  });

  it('answers what is behind a sequence number, and nothing behind the last', async () => {
    await fill(bench, TEXTS);
    const journal = await bench.open();
    expect((await readAll(journal, 1)).map((entry) => entry.sequence)).toEqual([2, 3]);
    expect(await journal.read(3)).toEqual([]);
    expect(await journal.read(99)).toEqual([]);
    expect(await journal.read(-1)).toEqual([]);
  });

  it('is read in pieces of a few megabytes, across the files of several months', async () => {
    const megabyte = (n: number) => JSON.stringify({ n, text: '荣'.repeat(350_000) });
    const texts = Array.from({ length: 9 }, (_, n) => megabyte(n));
    await fill(bench, texts.slice(0, 6), '2026-10');
    await fill(bench, texts.slice(6), '2026-11');
    const journal = await bench.open('2026-12');
    expect((await journal.read(0)).map((entry) => entry.sequence)).toEqual([1, 2, 3, 4]);
    expect((await journal.read(4)).map((entry) => entry.sequence)).toEqual([5, 6]);
    expect((await journal.read(6)).map((entry) => entry.sequence)).toEqual([7, 8, 9]);
    expect((await readTexts(journal)).every((text, index) => text === texts[index])).toBe(true);
    expect(Object.keys(await bench.bytes())).toEqual(['2026-10.jsonl', '2026-11.jsonl']);
  });

  it('goes on in the newest file when the clock was set back', async () => {
    await fill(bench, TEXTS.slice(0, 1), '2026-10');
    await fill(bench, TEXTS.slice(1, 2), '2026-11');
    await fill(bench, TEXTS.slice(2), '2026-10');
    expect(await readLines(bench.file('2026-10'))).toHaveLength(1);
    expect(await readLines(bench.file('2026-11'))).toHaveLength(2);
    expect(await readTexts(await bench.open('2026-09'))).toEqual(TEXTS);
  });

  it('refuses a clock that makes no sense, since such a file would never be found again', async () => {
    const journal = await bench.open('+012026-11');
    expect(await journal.append(headOf(journal), '{}')).toMatchObject({ ok: false, code: 'failed' });
    expect(await bench.bytes()).toEqual({});
  });

  it('takes no notice of files that are not its own', async () => {
    await fill(bench, TEXTS);
    for (const name of ['2026-11 (1).jsonl', '2026-11.jsonl.bak', 'desktop.ini', '2026-12.json', 'x2026-12.jsonl']) {
      await writeFile(join(bench.folder, name), 'not a line');
    }
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
  });
});

describe('appending', () => {
  it('is refused to anyone who does not know the last line, and writes nothing then', async () => {
    const journal = await bench.open();
    const genesis = headOf(journal);
    await appendAll(journal, TEXTS);
    const head = headOf(journal);
    const before = await bench.bytes();
    for (const expected of [genesis, { ...head, sequence: 2 }, { ...head, hash: genesis.hash }]) {
      expect(await journal.append(expected, '{}')).toMatchObject({ ok: false, code: 'out-of-step' });
    }
    expect(await bench.bytes()).toEqual(before);
    expect(headOf(journal)).toEqual(head);
  });

  it('refuses what would not be read back as it is: line breaks and lone surrogates', async () => {
    const journal = await bench.open();
    for (const text of ['{\n}', '{}\r', '{"title":"\ud842"}', '{"title":"\udfb7\ud842"}']) {
      expect(await journal.append(headOf(journal), text)).toMatchObject({ ok: false, code: 'failed' });
    }
    expect(await bench.bytes()).toEqual({});
    expect(await journal.append(headOf(journal), '{}')).toMatchObject({ ok: true });
  });

  it('is done one after the other: of several at once on the same head, one alone succeeds', async () => {
    const journal = await bench.open();
    const head = headOf(journal);
    const results = await Promise.all(TEXTS.map((text) => journal.append(head, text)));
    expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual(['ok', 'out-of-step', 'out-of-step']);
    expect(await readTexts(await bench.open())).toEqual(TEXTS.slice(0, 1));
  });

  it('lets a writer that waits for each answer go on while others are refused', async () => {
    const journal = await bench.open();
    const genesis = headOf(journal);
    const writer = appendAll(journal, TEXTS);
    const others = Array.from({ length: 20 }, () => journal.append({ ...genesis, sequence: 77 }, '{"intruder":true}'));
    await Promise.all([writer, ...others]);
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
  });

  it('goes on after a failure, as when the folder was away for a while', async () => {
    const journal = await bench.open();
    await appendAll(journal, TEXTS.slice(0, 1));
    const saved = await readFile(bench.file());
    await rm(bench.folder, { recursive: true });
    expect(await journal.append(headOf(journal), '{}')).toMatchObject({ ok: false, code: 'not-writable' });
    await makeBench(root);
    expect(await journal.append(headOf(journal), '{}')).toMatchObject({ ok: false, code: 'not-writable' });
    expect(await bench.bytes()).toEqual({});
    await writeFile(bench.file(), saved);
    await appendAll(journal, TEXTS.slice(1));
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
  });

  it('is refused when the file is not as the journal left it, and leaves it so', async () => {
    const journal = await bench.open();
    await appendAll(journal, TEXTS);
    for (const change of [() => appendFile(bench.file(), 'x'), () => truncate(bench.file(), 10)]) {
      await change();
      const before = await bench.bytes();
      expect(await journal.append(headOf(journal), '{}')).toMatchObject({ ok: false, code: 'failed' });
      expect(await bench.bytes()).toEqual(before);
    }
    await expect(journal.read(0)).rejects.toThrow('changed on disk');
  });

  it('waits for what is under way when the journal is closed, and is refused from then on', async () => {
    const journal = await bench.open();
    const underWay = journal.append(headOf(journal), '{}');
    await journal.close();
    expect(await underWay).toMatchObject({ ok: true });
    expect(await journal.append(headOf(journal), '{}')).toMatchObject({ ok: false, code: 'failed' });
    expect(await readTexts(await bench.open())).toEqual(['{}']);
  });
});

describe('what is in a change set', () => {
  it.each([
    ['characters outside the BMP', '{"title":"𠮷 𬭎 👨‍👩‍👧 暖1℃"}'],
    ['lone surrogates as JSON.stringify writes them', JSON.stringify({ title: '\ud842 荣 \udfb7' })],
    ['__proto__ as a key', '{"__proto__":{"a":1},"constructor":{"prototype":null}}'],
    ['line breaks as JSON.stringify writes them', JSON.stringify({ note: '一\n二\r\n三\u2028四\u0000' })],
    ['text that looks like a line', JSON.stringify({ note: '{"sequence":2,"previous":"' })],
    ['a byte order mark', '{"title":"\ufeff荣"}'],
    ['an odd order of keys, blanks and numbers', '{ "b": 1.0, "a": 1e2, "a": 2 }'],
  ])('survives byte for byte: %s', async (_, text) => {
    await fill(bench, [text, '{}']);
    expect(await readTexts(await bench.open())).toEqual([text, '{}']);
  });

  it('survives byte for byte when it is five megabytes long', async () => {
    const text = JSON.stringify({ text: '𠮷'.repeat(1_310_720) });
    expect(Buffer.byteLength(text)).toBeGreaterThan(5 * 1024 * 1024);
    await fill(bench, ['{}', text, '{}']);
    const texts = await readTexts(await bench.open());
    expect(texts.map((each) => each.length)).toEqual([2, text.length, 2]);
    expect(texts[1] === text).toBe(true);
  });
});

describe('empty files', () => {
  it('are what is left of a month whose first line failed, and do no harm', async () => {
    await fill(bench, TEXTS.slice(0, 1), '2026-09');
    await writeFile(bench.file('2026-10'), '');
    await fill(bench, TEXTS.slice(1), '2026-11');
    await writeFile(bench.file('2026-12'), '');
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
  });

  it('do not turn the torn last line before them into damage', async () => {
    await fill(bench, TEXTS);
    await appendFile(bench.file(), '{"sequence":4');
    await writeFile(bench.file('2026-12'), '');
    const journal = await bench.open();
    expect(journal.status()).toMatchObject({ status: 'intact', tornTail: 'aside-1' });
    await appendAll(journal, ['{}']);
    expect(await readTexts(await bench.open())).toEqual([...TEXTS, '{}']);
  });

  it('are gone on with, when the month is theirs', async () => {
    await writeLines(bench.file(), []);
    await fill(bench, TEXTS);
    expect(await readTexts(await bench.open())).toEqual(TEXTS);
  });
});
