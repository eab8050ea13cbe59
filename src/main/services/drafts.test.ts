import { randomBytes } from 'node:crypto';
import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';
import { makeTempFolder } from './journal-fixtures.ts';
import { PLAIN_LINES, sealedLines, unsealing, type LineCodec } from './sealing/line-codec.ts';

let root = '';
let aside: [string, string][] = [];
beforeEach(async () => {
  root = await makeTempFolder();
  aside = [];
});
afterEach(() => rm(root, { recursive: true }));

function open(codec: LineCodec = PLAIN_LINES) {
  let second = 0;
  return createDrafts({
    codec,
    folder: join(root, 'drafts'),
    now: () => new Date(Date.UTC(2026, 10, 24, 8, 0, (second += 1))),
    putAside: (name, bytes) => Promise.resolve(aside.push([name, Buffer.from(bytes).toString('utf8')])),
  });
}

const texts = async (drafts: ReturnType<typeof open>) =>
  Object.fromEntries((await drafts.list()).map(({ key, text }) => [key, text]));

describe('drafts', () => {
  it('are there after a crash, the latest first, each once', async () => {
    const drafts = open();
    expect(await drafts.list()).toEqual([]);
    expect(await drafts.keep('new:honor', '{"title":"一"}')).toEqual({ ok: true });
    await drafts.keep('edit:seed-1', '{"n":1}');
    await drafts.keep('new:honor', '{"title":"二"}');
    const listed = await open().list();
    expect(listed.map(({ key }) => key)).toEqual(['new:honor', 'edit:seed-1']);
    expect(listed[0]?.text).toBe('{"title":"二"}');
  });

  it('are dropped in the order of the calls, however slow a write is', async () => {
    const drafts = open();
    const text = JSON.stringify('x'.repeat(1_000_000));
    void drafts.keep('a', text);
    void drafts.drop('a');
    void drafts.keep('b', '1');
    void drafts.keep('b', '2');
    expect(await texts(drafts)).toEqual({ b: '2' });
    expect(await drafts.drop('never-there')).toEqual({ ok: true });
  });

  it('tell keys apart that a file system would not', async () => {
    const drafts = open();
    for (const key of ['new:Honor', 'new:honor', 'CON', 'con.txt']) await drafts.keep(key, JSON.stringify(key));
    expect(Object.keys(await texts(drafts)).toSorted()).toEqual(['CON', 'con.txt', 'new:Honor', 'new:honor']);
  });

  it('that are damaged are put aside and do not hide the others', async () => {
    const drafts = open();
    for (const key of ['a', 'b', 'c']) await drafts.keep(key, JSON.stringify({ key }));
    const folder = join(root, 'drafts');
    const files = await readdir(folder);
    const contents = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    const fileOf = (key: string) =>
      join(folder, files[contents.findIndex((text) => text.includes(`"key":"${key}"`))] ?? '');
    await truncate(fileOf('a'), 10);
    await writeFile(fileOf('b'), '{"key":"c","at":"","text":"1"}');
    await writeFile(join(folder, 'notes.txt'), 'not ours');
    expect(await texts(open())).toEqual({ c: '{"key":"c"}' });
    expect(aside.map(([, text]) => text).toSorted()).toEqual(
      ['{"key":"a"', '{"key":"c","at":"","text":"1"}'].toSorted(),
    );
    expect(new Set(aside.map(([name]) => name)).size).toBe(2);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('say so when they cannot be kept', async () => {
    await writeFile(join(root, 'drafts'), 'in the way');
    const drafts = open();
    expect(await drafts.keep('a', '1')).toMatchObject({ ok: false });
    expect(await drafts.list()).toEqual([]);
  });
});

it('say nothing on the disk when records are sealed, and are sealed and unsealed with them', async () => {
  const codec = sealedLines(randomBytes(32), 'archive-1');
  const onDisk = async () => {
    const names = await readdir(join(root, 'drafts'));
    return Promise.all(names.map((name) => readFile(join(root, 'drafts', name), 'utf8')));
  };
  const plain = open();
  await plain.keep('honor:new', '{"title":"示例荣誉"}');
  await plain.rewrite(codec);
  await plain.keep('plan:new', '{"title":"示例方案"}');
  expect((await onDisk()).join('')).not.toContain('示例');
  const sealed = open(codec);
  const kept = await sealed.list();
  expect(kept.map(({ key, text }) => [key, text])).toEqual([
    ['plan:new', '{"title":"示例方案"}'],
    ['honor:new', '{"title":"示例荣誉"}'],
  ]);
  await sealed.rewrite(unsealing(codec));
  expect(await open().list()).toEqual(kept);
  expect(aside).toEqual([]);
});
