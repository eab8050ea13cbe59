import { argon2id } from 'hash-wasm';
import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What Argon2id (RFC 9106, 3.1) is computed with. */
export type PassphraseCost = {
  /** In KiB. */
  readonly memory: number;
  readonly iterations: number;
  readonly parallelism: number;
};

/** How a passphrase is kept, with what it takes to compute it again. */
export type PassphraseHash = PassphraseCost & {
  readonly algorithm: 'argon2id';
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
  const hash = await derivePassphraseKey(passphrase, salt, COST);
  return { algorithm: 'argon2id', ...COST, salt: salt.toString('hex'), hash: hash.toString('hex') };
}

/** Compares in a time that does not tell how much of it agrees. */
export async function matchesPassphrase(passphrase: string, kept: PassphraseHash): Promise<boolean> {
  if (passphrase === '') return false;
  const computed = await derivePassphraseKey(passphrase, Buffer.from(kept.salt, 'hex'), kept);
  return timingSafeEqual(computed, Buffer.from(kept.hash, 'hex'));
}

/** Null when it is none that this version can compute. */
export function readPassphraseHash(stored: unknown): PassphraseHash | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { algorithm, memory, iterations, parallelism, salt, hash } = stored as Readonly<Record<string, unknown>>;
  if (algorithm !== 'argon2id' || !isHex(salt, SALT_BYTES) || !isHex(hash, HASH_BYTES)) return null;
  const cost = { memory, iterations, parallelism };
  return isBoundedCost(cost) ? { algorithm, ...cost, salt, hash } : null;
}

/** Whether a stored cost is one that can be computed in reasonable time and memory. */
export function isBoundedCost(cost: Readonly<Record<keyof PassphraseCost, unknown>>): cost is PassphraseCost {
  const { memory, iterations, parallelism } = cost;
  if (!isUpTo(memory, LARGEST_COST.memory) || !isUpTo(iterations, LARGEST_COST.iterations)) return false;
  return isUpTo(parallelism, LARGEST_COST.parallelism) && memory >= 8 * parallelism;
}

/** 32 bytes from a passphrase by Argon2id. */
export async function derivePassphraseKey(passphrase: string, salt: Buffer, cost: PassphraseCost): Promise<Buffer> {
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

/** Whether a stored value is so many bytes in hexadecimal. */
export function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]+$/.test(value);
}

function isUpTo(value: unknown, largest: number): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= largest;
}
