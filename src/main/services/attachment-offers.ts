import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AttachmentSource } from './attachment-source.ts';
import { errorCode } from './write-atomically.ts';

/** A file that a person has chosen, dropped or named: what the page is told of it. */
export type OfferedFile = {
  readonly token: string;
  readonly name: string;
  /** The folders between the chosen folder and the file, with `/`; empty for a file that was chosen itself. */
  readonly place: string;
  readonly bytes: number;
  /** Milliseconds since 1970; null for bytes that were never a file. */
  readonly modified: number | null;
};

export type OfferResult =
  | { readonly ok: true; readonly file: OfferedFile }
  | { readonly ok: false; readonly code: OfferFailureCode; readonly detail: string };
export type OfferFailureCode = 'source-missing' | 'source-unreadable' | 'too-large';

type Offer = { readonly name: string; readonly path: string | null; readonly content: Uint8Array | null };

/**
 * The files that the page may take, by a token. A page never names a path: it holds tokens of what a person has handed
 * over in this session, and nothing else can be read with them.
 */
export type Offers = {
  readonly offerPath: (path: string, place?: string) => Promise<OfferResult>;
  readonly offerBytes: (name: string, content: Uint8Array) => OfferResult;
  readonly sourceOf: (token: string) => { readonly source: AttachmentSource; readonly name: string } | null;
  readonly release: (tokens: readonly string[]) => void;
};

/** What is pasted stays in memory until it is taken: together no more than this. */
export const LARGEST_HELD = 256 * 1024 * 1024;

export function createOffers(): Offers {
  const offers = new Map<string, Offer>();
  let held = 0;
  function keep(offer: Offer): string {
    const token = randomUUID();
    offers.set(token, offer);
    held += offer.content?.byteLength ?? 0;
    return token;
  }
  return {
    offerPath: async (path, place = '') => {
      try {
        const found = await stat(path);
        if (!found.isFile()) return { ok: false, code: 'source-unreadable', detail: `${path} is not a file` };
        const name = basename(path);
        const token = keep({ name, path, content: null });
        return { ok: true, file: { token, name, place, bytes: found.size, modified: Math.round(found.mtimeMs) } };
      } catch (error) {
        const isMissing = errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
        return { ok: false, code: isMissing ? 'source-missing' : 'source-unreadable', detail: String(error) };
      }
    },
    offerBytes: (name, content) => {
      if (held + content.byteLength > LARGEST_HELD) {
        return { ok: false, code: 'too-large', detail: `${held} bytes are waiting to be taken` };
      }
      const token = keep({ name, path: null, content });
      return { ok: true, file: { token, name, place: '', bytes: content.byteLength, modified: null } };
    },
    sourceOf: (token) => {
      const offer = offers.get(token);
      if (!offer) return null;
      return { name: offer.name, source: offer.path ?? once(offer.content ?? new Uint8Array()) };
    },
    release: (tokens) => {
      for (const token of tokens) {
        held -= offers.get(token)?.content?.byteLength ?? 0;
        offers.delete(token);
      }
    },
  };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
