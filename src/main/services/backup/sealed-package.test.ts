import { argon2id } from 'hash-wasm';
import { execFileSync } from 'node:child_process';
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keyOfSeal } from '../sealing/key-of.ts';
import { createSeal, wrapKey } from '../sealing/wrapped-key.ts';
import { sampleContents } from './backup-fixtures.ts';
import { openPackage, type OpenPackage } from './open-package.ts';
import { isOpenable, NO_KEYS } from './package-source.ts';
import { UNWATCHED } from './watch-work.ts';
import { writePackage } from './write-package.ts';

const folder = await mkdtemp(join(tmpdir(), 'rongdang-sealed-package-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const PASSPHRASE = '示例口令一二三四';
const seal = await createSeal(PASSPHRASE);
const contents = await sampleContents(folder, {
  attachments: [Buffer.alloc(3_000_001, '示例扫描件'), Buffer.from('another'), Buffer.alloc(0)],
});
const [plain, sealed] = [join(folder, 'plain.zip'), join(folder, 'sealed.rongdang')];
await writePackage(plain, contents, UNWATCHED);
const written = await writePackage(sealed, contents, UNWATCHED, seal);
const known = { keyOf: keyOfSeal(seal), passphrase: null };

const codeOf = (opening: Promise<OpenPackage>) =>
  opening.then(
    async (opened) => {
      await opened.close();
      return 'accepted';
    },
    (error: unknown) => {
      const { code, reason } = error as { readonly code?: string; readonly reason?: string };
      return reason ?? code ?? String(error);
    },
  );

describe('a sealed package', () => {
  test('says nothing of what is in it, and is whole', async () => {
    const bytes = await readFile(sealed);
    expect(written).toMatchObject({ path: sealed, bytes: bytes.length, damagedAttachments: [] });
    for (const word of ['PK\u0003\u0004', 'rongdang-backup/', 'honor', '示例荣誉', 'another', 'archiveId']) {
      expect(bytes.includes(word)).toBe(false);
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test('is opened by its passphrase, however it was typed, or by a key that is known', async () => {
    for (const passphrase of [PASSPHRASE, PASSPHRASE.normalize('NFD')]) {
      const opened = await openPackage(sealed, UNWATCHED, { keys: { ...NO_KEYS, passphrase } });
      expect(opened.description.records).toEqual({ honor: 1, unit: 2 });
      expect(opened.attachments).toHaveLength(3);
      expect(opened.bytes).toBe(written.bytes);
      expect(opened.seal?.key.equals(seal.key)).toBe(true);
      for (const file of [...opened.journal, ...opened.attachments]) {
        let size = 0;
        for await (const piece of opened.read(file)) size += piece.byteLength;
        expect(size).toBe(file.entry.size);
      }
      await opened.close();
    }
    expect(await codeOf(openPackage(sealed, UNWATCHED, { keys: known }))).toBe('accepted');
  });

  test('without a passphrase, with a wrong one or with another key it is not opened, and each is told', async () => {
    expect(await codeOf(openPackage(sealed, UNWATCHED))).toBe('needs-passphrase');
    for (const passphrase of ['', '示例口令一二三五', `${PASSPHRASE} `]) {
      expect(await codeOf(openPackage(sealed, UNWATCHED, { keys: { ...NO_KEYS, passphrase } }))).toBe(
        'wrong-passphrase',
      );
    }
    const other = await createSeal(PASSPHRASE);
    const others = { keyOf: keyOfSeal(other), passphrase: null };
    expect(await codeOf(openPackage(sealed, UNWATCHED, { keys: others }))).toBe('needs-passphrase');
    const wrong = { keyOf: () => Promise.resolve(other.key), passphrase: null };
    expect(await codeOf(openPackage(sealed, UNWATCHED, { keys: wrong }))).toBe('damaged');
  });

  test('is opened by the same key, whichever passphrase seals that now', async () => {
    const keys = { keyOf: keyOfSeal(await wrapKey(seal.key, '另一句示例口令')), passphrase: null };
    expect(await codeOf(openPackage(sealed, UNWATCHED, { keys }))).toBe('accepted');
  });

  test('a passphrase that is not needed does no harm', async () => {
    const opened = await openPackage(plain, UNWATCHED, { keys: { ...NO_KEYS, passphrase: PASSPHRASE } });
    expect(opened.seal).toBeNull();
    await opened.close();
  });

  test('whether it can be opened without asking is known from its beginning alone', async () => {
    const header = join(folder, 'header-only');
    await writeFile(header, (await readFile(sealed)).subarray(0, 4000));
    expect(await isOpenable(header, known.keyOf)).toBe(true);
    expect(await isOpenable(header, NO_KEYS.keyOf)).toBe(false);
    expect(await isOpenable(plain, NO_KEYS.keyOf)).toBe(true);
    expect(await isOpenable(join(folder, 'nothing'), NO_KEYS.keyOf)).toBe(true);
  });
});

/**
 * Opens a sealed package by what docs/decisions/0033-encrypted-backups.md says and nothing else: no code of the program.
 */
async function openedByDescription(bytes: Buffer, passphrase: string): Promise<Buffer> {
  const [, json = '', check = ''] = bytes.toString('utf8', 0, 16_384).split('\n');
  const { key, salt, chunk } = JSON.parse(json) as {
    readonly key: Readonly<Record<'salt' | 'nonce' | 'sealed', string>> &
      Readonly<Record<'memory' | 'iterations' | 'parallelism', number>>;
    readonly salt: string;
    readonly chunk: number;
  };
  const headerEnd = bytes.indexOf(check) + check.length + 1;
  const digest = createHash('sha256')
    .update(bytes.subarray(0, bytes.indexOf(check)))
    .digest();
  expect(digest.toString('hex')).toBe(check);
  const decrypt = (under: Uint8Array, nonce: Buffer, sealedBytes: Buffer, associated: Buffer): Buffer => {
    const cipher = createDecipheriv('aes-256-gcm', under, nonce);
    cipher.setAAD(associated);
    cipher.setAuthTag(sealedBytes.subarray(-16));
    return Buffer.concat([cipher.update(sealedBytes.subarray(0, -16)), cipher.final()]);
  };
  const wrapping = await argon2id({
    password: Buffer.from(passphrase.normalize('NFKC'), 'utf8'),
    salt: Buffer.from(key.salt, 'hex'),
    memorySize: key.memory,
    iterations: key.iterations,
    parallelism: key.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  const master = decrypt(wrapping, Buffer.from(key.nonce, 'hex'), Buffer.from(key.sealed, 'hex'), Buffer.alloc(0));
  const fileKey = new Uint8Array(hkdfSync('sha256', master, Buffer.from(salt, 'hex'), 'Rongdang sealed file', 32));
  const pieces: Buffer[] = [];
  for (let at = headerEnd; at < bytes.length; at += chunk + 16) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(pieces.length, 7);
    nonce[11] = at + chunk + 16 >= bytes.length ? 1 : 0;
    pieces.push(decrypt(fileKey, nonce, bytes.subarray(at, at + chunk + 16), digest));
  }
  return Buffer.concat(pieces);
}

test('without this program: by its description it becomes the very zip file that an open backup is', async () => {
  const zip = await openedByDescription(await readFile(sealed), PASSPHRASE);
  expect(zip.equals(await readFile(plain))).toBe(true);
  const path = join(folder, 'opened.zip');
  await writeFile(path, zip);
  const script = `
import hashlib, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
base = 'rongdang-backup/'
for line in z.read(base + 'manifest-sha256.txt').decode('utf8').splitlines():
    digest, path = line.split('  ', 1)
    assert hashlib.sha256(z.read(base + path)).hexdigest() == digest, path
print(z.read(base + 'data/records/honor.jsonl').decode('utf8'))`;
  expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })).toContain('示例荣誉');
});
