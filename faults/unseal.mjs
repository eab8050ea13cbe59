/**
 * Opens the lines of an encrypted journal by docs/decisions/0035-encryption-at-rest.md alone, without any code of the
 * application.
 */
import { argon2id } from 'hash-wasm';
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NONCE = 12;
const TAG = 16;

/**
 * What makes each line readable, with what a data folder has and a passphrase. A line that is not sealed stays as it is;
 * one that does not open is answered as null.
 *
 * @param {string} data @param {string} passphrase @returns {Promise<(line: string) => string | null>}
 */
export async function unsealerOf(data, passphrase) {
  const file = [join(data, 'journal', 'key.json'), join(data, 'lock.json')].find((path) => existsSync(path));
  if (file === undefined) return (line) => (isSealed(line) ? null : line);
  const { key } = JSON.parse(readFileSync(file, 'utf8'));
  const { archiveId } = JSON.parse(readFileSync(join(data, 'archive.json'), 'utf8'));
  const wrapping = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(key.salt, 'hex'),
    memorySize: key.memory,
    iterations: key.iterations,
    parallelism: key.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  const archiveKey = open(Buffer.from(wrapping), Buffer.concat([hex(key.nonce), hex(key.sealed)]), '');
  const lineKey = Buffer.from(hkdfSync('sha256', archiveKey, '', 'rongdang journal line', 32));
  return (line) => {
    if (!isSealed(line)) return line;
    try {
      const { sequence, data: sealed } = JSON.parse(line);
      return open(lineKey, Buffer.from(sealed, 'base64'), `rongdang journal ${archiveId} ${sequence}`).toString('utf8');
    } catch {
      return null;
    }
  };
}

/** @param {string} line */
export function isSealed(line) {
  return line.startsWith('{"sealed":1,');
}

/** @param {string} text */
function hex(text) {
  return Buffer.from(text, 'hex');
}

/** @param {Buffer} key @param {Buffer} sealed nonce, ciphertext and tag @param {string} boundTo @returns {Buffer} */
function open(key, sealed, boundTo) {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(boundTo, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
}
