import { argon2id } from 'hash-wasm';
import { randomBytes, timingSafeEqual } from 'node:crypto';

/** How a passphrase is kept: Argon2id (RFC 9106), with what it takes to compute it again. */
export type PassphraseHash = {
  readonly algorithm: 'argon2id';
  /** In KiB. */
  readonly memory: number;
  readonly iterations: number;
  readonly parallelism: number;
  /** Both in hexadecimal. */
  readonly salt: string;
  readonly hash: string;
};

/** OWASP, Password Storage Cheat Sheet: 19 MiB, two iterations, one lane. */
const COST = { memory: 19_456, iterations: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** A file that was tampered with must not make the program compute for hours, or take all memory. */
const LARGEST_COST = { memory: 1_048_576, iterations: 16, parallelism: 4 } as const;

export async function hashPassphrase(passphrase: string): Promise<PassphraseHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await compute(passphrase, salt, COST);
  return { algorithm: 'argon2id', ...COST, salt: salt.toString('hex'), hash: hash.toString('hex') };
}

/** Compares in a time that does not tell how much of it agrees. */
export async function matchesPassphrase(passphrase: string, kept: PassphraseHash): Promise<boolean> {
  if (passphrase === '') return false;
  const computed = await compute(passphrase, Buffer.from(kept.salt, 'hex'), kept);
  return timingSafeEqual(computed, Buffer.from(kept.hash, 'hex'));
}

/** Null when it is none that this version can compute. */
export function readPassphraseHash(stored: unknown): PassphraseHash | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { algorithm, memory, iterations, parallelism, salt, hash } = stored as Readonly<Record<string, unknown>>;
  if (algorithm !== 'argon2id' || !isHex(salt, SALT_BYTES) || !isHex(hash, HASH_BYTES)) return null;
  if (!isUpTo(memory, LARGEST_COST.memory) || !isUpTo(iterations, LARGEST_COST.iterations)) return null;
  if (!isUpTo(parallelism, LARGEST_COST.parallelism) || memory < 8 * parallelism) return null;
  return { algorithm, memory, iterations, parallelism, salt, hash };
}

type Cost = Pick<PassphraseHash, 'memory' | 'iterations' | 'parallelism'>;

async function compute(passphrase: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const hash = await argon2id({
    // The same characters whichever input method typed them: full-width digits, composed and decomposed letters.
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: cost.memory,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    hashLength: HASH_BYTES,
    outputType: 'binary',
  });
  return Buffer.from(hash);
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]+$/.test(value);
}

function isUpTo(value: unknown, largest: number): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= largest;
}
