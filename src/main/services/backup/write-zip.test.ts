import { execFileSync } from 'node:child_process';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Of, temporaryFolder } from './backup-fixtures.ts';
import { plainSink } from '../sealing/byte-access.ts';
import { openZip } from './open-zip.ts';
import { NO_KEYS, openPackageSource } from './package-source.ts';
import { writeZip, type ZipPart } from './write-zip.ts';
import { endOfZip, LIMIT_32 } from './zip-headers.ts';

let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const MODIFIED = new Date(2026, 10, 30, 9, 41, 30);

async function pack(parts: readonly ZipPart[], zip64From = LIMIT_32): Promise<string> {
  const path = join(folder, 'packed.zip');
  const target = await open(path, 'w');
  try {
    const signal = new AbortController().signal;
    await writeZip(plainSink(target), parts, { modified: MODIFIED, signal, onBytes: () => undefined, zip64From });
  } finally {
    await target.close();
  }
  return path;
}

/** What Python's zip module reads: name, SHA-256 and date of each entry. */
function readByPython(path: string): readonly (readonly [string, string, string])[] {
  const script = `
import hashlib, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps([(i.filename, hashlib.sha256(z.read(i)).hexdigest(), '%d-%02d-%02d %02d:%02d:%02d' % i.date_time) for i in z.infolist()]))`;
  return JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })) as never;
}

// In 64 bits: none, what lies behind the first hundred bytes, everything.
test.each([LIMIT_32, 100, 0])(
  'numbers in 64 bits from %i on: Python and our reader find the same',
  async (zip64From) => {
    const large = Buffer.alloc(2_500_000, '示例扫描件');
    await writeFile(join(folder, 'large'), large);
    const seen: string[] = [];
    const onPacked = (sha256: string) => seen.push(sha256);
    const path = await pack(
      [
        { name: 'data/说明.txt', content: () => [Buffer.from('说'), Buffer.from('明')], onPacked },
        { name: 'empty', content: () => [], onPacked },
        { name: 'large', content: { path: join(folder, 'large'), bytes: large.length }, onPacked },
        { name: 'beginning', content: { path: join(folder, 'large'), bytes: 9 }, onPacked },
      ],
      zip64From,
    );
    const hashes = [sha256Of('说明'), sha256Of(''), sha256Of(large), sha256Of(large.subarray(0, 9))];
    expect(seen).toEqual(hashes);
    const names = ['data/说明.txt', 'empty', 'large', 'beginning'];
    expect(readByPython(path)).toEqual(names.map((name, index) => [name, hashes[index], '2026-11-30 09:41:30']));
    const source = await openPackageSource(path, NO_KEYS);
    const zip = await openZip(source);
    expect([...zip.entries.keys()]).toEqual(names);
    for (const [index, entry] of [...zip.entries.values()].entries()) {
      const pieces: Buffer[] = [];
      for await (const piece of zip.read(entry)) pieces.push(Buffer.from(piece));
      expect(sha256Of(Buffer.concat(pieces))).toBe(hashes[index]);
    }
    await source.close();
  },
);

test('more entries than 16 bits can count, or a far directory, are told in 64 bits', () => {
  const plain = endOfZip({ count: 65_534, size: 100, offset: 200 }, LIMIT_32);
  expect([plain.length, plain.readUInt16LE(10), plain.readUInt32LE(16)]).toEqual([22, 65_534, 200]);
  for (const directory of [
    { count: 66_000, size: 100, offset: 200 },
    { count: 3, size: 100, offset: 5_000_000_000 },
  ]) {
    const end = endOfZip(directory, LIMIT_32);
    expect(end.length).toBe(56 + 20 + 22);
    expect(end.readBigUInt64LE(32)).toBe(BigInt(directory.count));
    expect(end.readBigUInt64LE(48)).toBe(BigInt(directory.offset));
    expect(end.readBigUInt64LE(56 + 8)).toBe(BigInt(directory.offset + directory.size));
    expect(end.readUInt16LE(76 + 10)).toBe(0xffff);
  }
});

test('a file that became shorter is told', async () => {
  await writeFile(join(folder, 'short'), 'short');
  const packed = pack([{ name: 'short', content: { path: join(folder, 'short'), bytes: 6 } }]);
  await expect(packed).rejects.toMatchObject({ name: 'ChangedWhilePackedError' });
});
