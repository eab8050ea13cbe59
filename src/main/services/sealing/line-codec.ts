import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { KEY_BYTES, NONCE_BYTES, TAG_BYTES } from './wrapped-key.ts';

/** How a line of the journal stands on the disk. Lines that are not sealed are read by every codec. */
export type LineCodec = {
  readonly isSealing: boolean;
  /** A line with its break, as it is to be written. */
  readonly seal: (line: Buffer, sequence: number) => Buffer;
  /** What was sealed, without the line's break; null when it is not what was written, or was sealed by another key. */
  readonly open: (bytes: Buffer) => Buffer | null;
};

const SEALED = /^\{"sealed":1,"sequence":(\d{1,15}),"data":"([A-Za-z0-9+/]+={0,2})"\}$/;
const BEGINNING = '{"sealed":1,"sequence":';
const LONGEST_HEADER = 60;

/** Lines stand as they are. What somebody else has sealed stays shut. */
export const PLAIN_LINES: LineCodec = {
  isSealing: false,
  seal: (line) => line,
  open: (bytes) => (isSealedLine(bytes) ? null : bytes),
};

/**
 * Each line by itself is sealed by AES-256-GCM (NIST SP 800-38D) with a random nonce, its sequence number and the archive
 * bound to it: `{"sealed":1,"sequence":N,"data":"<Base64 of nonce, ciphertext and tag>"}`. The key of the lines is derived
 * from the archive's by HKDF-SHA-256 (RFC 5869), so that no key is used in two ways. What the lines say, and with it the
 * journal's chain, is the same as without.
 *
 * @param key the archive's own, 32 bytes
 */
export function sealedLines(key: Buffer, archiveId: string): LineCodec {
  const lineKey = Buffer.from(hkdfSync('sha256', key, '', 'rongdang journal line', KEY_BYTES));
  const boundTo = (sequence: number) => Buffer.from(`rongdang journal ${archiveId} ${sequence}`, 'utf8');
  return {
    isSealing: true,
    seal: (line, sequence) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', lineKey, nonce);
      cipher.setAAD(boundTo(sequence));
      const sealed = Buffer.concat([nonce, cipher.update(line.subarray(0, -1)), cipher.final(), cipher.getAuthTag()]);
      return Buffer.from(`${sealedBeginning(sequence)}"data":"${sealed.toString('base64')}"}\n`, 'latin1');
    },
    open: (bytes) => {
      if (!isSealedLine(bytes)) return bytes;
      const [, sequence, data = ''] = SEALED.exec(bytes.toString('latin1')) ?? [];
      const sealed = Buffer.from(data, 'base64');
      if (sequence === undefined || sealed.length <= NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', lineKey, sealed.subarray(0, NONCE_BYTES));
      decipher.setAAD(boundTo(Number(sequence)));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** Reads what was sealed and seals nothing more: for giving up a passphrase. */
export function unsealing(codec: LineCodec): LineCodec {
  return { ...codec, isSealing: false, seal: (line) => line };
}

/** How every sealed line with this sequence number begins. */
export function sealedBeginning(sequence: number): string {
  return `${BEGINNING}${sequence},`;
}

export function isSealedLine(bytes: Uint8Array): boolean {
  return beginningOf(bytes).startsWith(BEGINNING);
}

/** Sealed and written to its end, whoever sealed it: what a power cut leaves is not. */
export function isWholeSealedLine(bytes: Uint8Array): boolean {
  return isSealedLine(bytes) && SEALED.test(Buffer.from(bytes).toString('latin1'));
}

function beginningOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST_HEADER)).toString('latin1');
}
