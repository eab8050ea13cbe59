import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { derivePassphraseKey, isBoundedCost, isHex, type PassphraseCost } from '../passphrase-hash.ts';

/**
 * A random key, sealed by a passphrase: Argon2id (RFC 9106) makes a key of the passphrase, and AES-256-GCM (NIST SP
 * 800-38D) seals the random one with it. Changing the passphrase seals the same key anew; what it encrypted stays as it is.
 */
export type WrappedKey = PassphraseCost & {
  readonly algorithm: 'argon2id+aes-256-gcm';
  /** Tells which key it is without telling the key; in hexadecimal, as the three that follow. */
  readonly id: string;
  readonly salt: string;
  readonly nonce: string;
  /** The sealed key and, behind it, the tag of 16 bytes. */
  readonly sealed: string;
};

/** A key that encrypts, together with what gives it back to whoever knows the passphrase. */
export type Seal = { readonly key: Buffer; readonly wrapped: WrappedKey };

/** The second recommended option of RFC 9106, 4, on one lane: a file can be guessed at without waiting. */
const COST: PassphraseCost = { memory: 65_536, iterations: 3, parallelism: 1 };
export const KEY_BYTES = 32;
const SALT_BYTES = 16;
const ID_BYTES = 16;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** A new key, sealed by a passphrase. */
export async function createSeal(passphrase: string): Promise<Seal> {
  return wrapKey(randomBytes(KEY_BYTES), passphrase);
}

/** Seals a key that is in use already by another passphrase. */
export async function wrapKey(key: Buffer, passphrase: string): Promise<Seal> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await derivePassphraseKey(passphrase, salt, COST), nonce);
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    key,
    wrapped: {
      algorithm: 'argon2id+aes-256-gcm',
      id: keyId(key),
      ...COST,
      salt: salt.toString('hex'),
      nonce: nonce.toString('hex'),
      sealed: sealed.toString('hex'),
    },
  };
}

/** Null when the passphrase is another one, or when somebody has changed what was kept. */
export async function unwrapKey(wrapped: WrappedKey, passphrase: string): Promise<Buffer | null> {
  if (passphrase === '') return null;
  const sealed = Buffer.from(wrapped.sealed, 'hex');
  const wrapping = await derivePassphraseKey(passphrase, Buffer.from(wrapped.salt, 'hex'), wrapped);
  const cipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(wrapped.nonce, 'hex'));
  cipher.setAuthTag(sealed.subarray(KEY_BYTES));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, KEY_BYTES)), cipher.final()]);
  } catch {
    return null;
  }
}

/** Null when it is none that this version can compute. */
export function readWrappedKey(stored: unknown): WrappedKey | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { algorithm, id, memory, iterations, parallelism, salt, nonce, sealed } = stored as Readonly<
    Record<string, unknown>
  >;
  const cost = { memory, iterations, parallelism };
  if (algorithm !== 'argon2id+aes-256-gcm' || !isBoundedCost(cost)) return null;
  if (
    !isHex(id, ID_BYTES) ||
    !isHex(salt, SALT_BYTES) ||
    !isHex(nonce, NONCE_BYTES) ||
    !isHex(sealed, KEY_BYTES + TAG_BYTES)
  )
    return null;
  return { algorithm, id, ...cost, salt, nonce, sealed };
}

/** Derived from the key by HKDF-SHA-256 (RFC 5869): another purpose gives bytes that tell nothing of each other. */
function keyId(key: Buffer): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'rongdang key id', ID_BYTES)).toString('hex');
}
