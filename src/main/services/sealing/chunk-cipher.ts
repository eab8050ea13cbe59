import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { SealedHeader } from './sealed-header.ts';
import { KEY_BYTES, NONCE_BYTES, TAG_BYTES } from './wrapped-key.ts';

/** A chunk is not what was written: damaged, cut off, or in another place. */
export class SealedFileError extends Error {
  override readonly name = 'SealedFileError';
  readonly code = 'damaged';
}

/**
 * Seals the chunks of one file: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its
 * Nonce-Reuse Misuse-Resistance, CRYPTO 2015) over AES-256-GCM, with the nonces that age (age-encryption.org/v1) uses: the
 * number of the chunk in 11 bytes and whether it is the last in one. No nonce comes twice, since the key is made for the
 * file alone by HKDF (RFC 5869) and each chunk is sealed once.
 */
export type ChunkCipher = {
  /** Puts the sealed chunk, which is TAG_BYTES longer, at the beginning of `target`. */
  readonly seal: (content: Uint8Array, place: ChunkPlace, target: Buffer) => void;
  /** Puts the content, which is TAG_BYTES shorter, at the beginning of `target`. @throws SealedFileError */
  readonly open: (sealed: Buffer, place: ChunkPlace, target: Buffer) => void;
  /** Held as long as the cipher is. */
  readonly pins: readonly ArrayBuffer[];
};

type ChunkPlace = { readonly index: number; readonly isLast: boolean };

const PURPOSE = 'Rongdang sealed file';

export function createChunkCipher(key: Buffer, { salt, digest, chunkBytes }: SealedHeader): ChunkCipher {
  const fileKey = Buffer.from(hkdfSync('sha256', key, salt, PURPOSE, KEY_BYTES));
  return {
    pins: makeRoom(chunkBytes),
    seal: (content, place, target) => {
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(place)).setAAD(digest);
      moveInto(target, cipher.update(content));
      cipher.final();
      cipher.getAuthTag().copy(target, content.byteLength);
    },
    open: (sealed, place, target) => {
      const end = sealed.length - TAG_BYTES;
      const cipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(place)).setAAD(digest);
      cipher.setAuthTag(sealed.subarray(end));
      const content = cipher.update(sealed.subarray(0, end));
      try {
        cipher.final();
      } catch (error) {
        throw new SealedFileError(`chunk ${place.index} is not what was written`, { cause: error });
      }
      moveInto(target, content);
    },
  };
}

/**
 * Takes an outcome over and gives its memory back at once. The library has each in memory of its own, and Electron hands
 * memory back to the system when it is collected: taking that anew cost twenty times as much as AES.
 */
function moveInto(target: Buffer, outcome: Buffer): void {
  outcome.copy(target);
  if (outcome.buffer.byteLength === outcome.length) giveBack(outcome.buffer);
}

/** Node 20, which runs the unit tests, cannot: there it is collected some time. */
function giveBack(memory: ArrayBufferLike): void {
  (memory as { readonly transfer?: (length: number) => unknown }).transfer?.(0);
}

/** Large enough to lie where nothing does yet, behind each other. */
const PIN_BYTES = 256 * 1024;

/**
 * Free memory for one outcome between two pieces that stay: what lies behind all that is in use is handed back to the system
 * even when it is given back at once.
 */
function makeRoom(chunkBytes: number): readonly ArrayBuffer[] {
  const [before, room, behind] = [PIN_BYTES, chunkBytes + 2048, PIN_BYTES].map((bytes) => new ArrayBuffer(bytes));
  if (room) giveBack(room);
  return [before, behind].flatMap((pin) => pin ?? []);
}

function nonceOf({ index, isLast }: ChunkPlace): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUIntBE(index, NONCE_BYTES - 7, 6);
  nonce.writeUInt8(isLast ? 1 : 0, NONCE_BYTES - 1);
  return nonce;
}
