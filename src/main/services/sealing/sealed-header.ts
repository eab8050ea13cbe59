import { createHash } from 'node:crypto';
import { isHex } from '../passphrase-hash.ts';
import { readWrappedKey, type WrappedKey } from './wrapped-key.ts';

/** What stands in the plain at the beginning of a sealed file. */
export type SealedHeader = {
  readonly key: WrappedKey;
  /** Of this file: two files under one key have nothing in common. */
  readonly salt: Buffer;
  /** Bytes of content in each chunk but the last. */
  readonly chunkBytes: number;
  /** How long the header is. */
  readonly bytes: number;
  /** SHA-256 of its first two lines; each chunk is bound to it. */
  readonly digest: Buffer;
};

const FORMAT = 1;
export const SALT_BYTES = 32;
const SMALLEST_CHUNK = 4096;
const LARGEST_CHUNK = 1024 * 1024;
/** In KiB: what Argon2id may take at once, and what it may fill in all. A file of a stranger stops the program that long. */
const MOST_MEMORY = 256 * 1024;
const MOST_FILLED = 2 * 1024 * 1024;
/** What is read of a file to find its header. */
export const LONGEST_HEADER = 16 * 1024;

const MAGIC = Buffer.from('荣档加密备份 Rongdang encrypted backup\n', 'utf8');

/** For whoever finds the file without the program; docs/decisions/0033-encrypted-backups.md says the same at length. */
const HOW =
  '没有荣档也能解开：口令先作 NFKC 规范化再转 UTF-8，用 key 里的参数和 salt 算 Argon2id，得 32 字节；以它为密钥、key.nonce 为 nonce，AES-256-GCM 解 key.sealed（末 16 字节是校验码）得密钥 K；' +
  'HKDF-SHA256（密钥 K，盐为外层 salt，info 为 Rongdang sealed file）得 32 字节的文件密钥。第三行之后，每 chunk+16 字节一段（末段可短），AES-256-GCM，末 16 字节是校验码；' +
  'nonce 是 11 字节段号（从 0 起，大端）加 1 字节（末段 1，其余 0）；附加数据是第三行的 32 字节。各段相连就是一个 zip 文件。 ' +
  'To open it without Rongdang: P = Argon2id(passphrase in NFKC as UTF-8; key.salt, memory in KiB, iterations, parallelism; 32 bytes). K = AES-256-GCM(P, key.nonce) of key.sealed, tag last. ' +
  'F = HKDF-SHA256(K, salt, info "Rongdang sealed file", 32 bytes). Behind the third line: pieces of chunk+16 bytes, the last may be shorter, AES-256-GCM under F, tag last; ' +
  'nonce = 11 bytes big-endian number from 0, then 1 for the last piece or 0; associated data = the 32 bytes of the third line. Joined they are a zip file.';

/** The header, and its bytes as they are written. */
export function makeSealedHeader(
  key: WrappedKey,
  salt: Buffer,
  chunkBytes: number,
): { readonly header: SealedHeader; readonly text: Buffer } {
  const told = { format: FORMAT, how: HOW, key, salt: salt.toString('hex'), chunk: chunkBytes };
  const lines = Buffer.concat([MAGIC, Buffer.from(`${JSON.stringify(told)}\n`, 'utf8')]);
  const digest = createHash('sha256').update(lines).digest();
  const text = Buffer.concat([lines, Buffer.from(`${digest.toString('hex')}\n`, 'ascii')]);
  return { header: { key, salt, chunkBytes, bytes: text.length, digest }, text };
}

/** Why a header is not taken: changed since it was written, of a later version, or made to do harm. */
export type BadHeader = 'damaged' | 'newer' | 'hostile';

/**
 * Reads the header out of the beginning of a file; null when it is no sealed one. What it says is bounded before anybody
 * computes with it: a header is not authenticated before the key is known.
 */
export function readSealedHeader(beginning: Buffer): SealedHeader | BadHeader | null {
  if (!beginning.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const second = beginning.indexOf('\n', MAGIC.length);
  const third = second === -1 ? -1 : beginning.indexOf('\n', second + 1);
  if (third === -1) return 'damaged';
  // Damage is told from a wrong passphrase by this alone.
  const digest = createHash('sha256')
    .update(beginning.subarray(0, second + 1))
    .digest();
  if (beginning.toString('latin1', second + 1, third) !== digest.toString('hex')) return 'damaged';
  const told = parseObject(beginning.toString('utf8', MAGIC.length, second));
  if (!told || !Number.isSafeInteger(told['format'])) return 'hostile';
  if (Number(told['format']) > FORMAT) return 'newer';
  const { format, key: stored, salt, chunk } = told;
  const key = readWrappedKey(stored);
  if (format !== FORMAT || !key || !isAffordable(key) || !isHex(salt, SALT_BYTES) || !isChunk(chunk)) return 'hostile';
  return { key, salt: Buffer.from(salt, 'hex'), chunkBytes: chunk, bytes: third + 1, digest };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

const isAffordable = ({ memory, iterations }: WrappedKey): boolean =>
  memory <= MOST_MEMORY && memory * iterations <= MOST_FILLED;

const isChunk = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= SMALLEST_CHUNK && Number(value) <= LARGEST_CHUNK;
