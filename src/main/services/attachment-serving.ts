import { open } from 'node:fs/promises';
import { isDisplayable, UNKNOWN_MIME } from './attachment-mime.ts';
import type { AttachmentStore } from './attachment-store.ts';
import type { Thumbnails } from './attachment-thumbnails.ts';

const CHUNK_BYTES = 256 * 1024;
const ADDRESS = /^\/(attachment|thumbnail)\/([0-9a-f]{64})$/;

/** What was once sent by somebody else is never a page of its own, whatever it says it is. */
const GUARDS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // The profile must not keep second copies of what is in the store.
  'cache-control': 'no-store',
};

export type ServedFrom = { readonly store: AttachmentStore; readonly thumbnails: Thumbnails };

/**
 * Answers `/attachment/<sha256>` and `/thumbnail/<sha256>`; null for every other address. The kind is read from the
 * stored bytes themselves; what cannot be shown safely is handed out as bytes to be saved, never as a page or SVG.
 */
export async function serveAttachment(
  pathname: string,
  range: string | null,
  { store, thumbnails }: ServedFrom,
): Promise<Response | null> {
  const [, kind, sha256] = ADDRESS.exec(pathname) ?? [];
  if (kind === undefined || sha256 === undefined) return null;
  if (kind === 'thumbnail') return serveThumbnail(await thumbnails.read(sha256));
  const stored = await store.find(sha256);
  if (!stored) return notFound();
  const headers = { ...GUARDS, ...describeKind(stored.mime), 'accept-ranges': 'bytes' };
  const wanted = readRange(range, stored.bytes);
  if (wanted === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${stored.bytes}` } });
  }
  const { start, end } = wanted ?? { start: 0, end: stored.bytes };
  const length = { 'content-length': String(end - start) };
  const body = await streamFile(stored.path, start, end);
  if (body === null) return notFound();
  if (wanted === null) return new Response(body, { headers: { ...headers, ...length } });
  const contentRange = `bytes ${start}-${end - 1}/${stored.bytes}`;
  return new Response(body, { status: 206, headers: { ...headers, ...length, 'content-range': contentRange } });
}

function serveThumbnail(bytes: Uint8Array<ArrayBuffer> | null): Response {
  if (bytes === null) return notFound();
  const headers = { ...GUARDS, 'content-type': 'image/webp', 'content-length': String(bytes.byteLength) };
  return new Response(bytes, { headers });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: GUARDS });
}

function describeKind(mime: string): Readonly<Record<string, string>> {
  if (isDisplayable(mime)) return { 'content-type': mime };
  return { 'content-type': UNKNOWN_MIME, 'content-disposition': 'attachment' };
}

/** `end` is behind the last byte. */
type Range = { readonly start: number; readonly end: number };

/** One range of bytes; a header of another form is left out of account, as the standard allows. */
export function readRange(header: string | null, bytes: number): Range | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const start = Math.max(0, bytes - Number(to));
    return start < bytes ? { start, end: bytes } : 'unsatisfiable';
  }
  const start = Number(from);
  const end = to === '' ? bytes : Math.min(bytes, Number(to) + 1);
  if (to !== '' && Number(to) < start) return null;
  return start < bytes ? { start, end } : 'unsatisfiable';
}

/** Reads only as fast as the page takes it, so that a large file never fills the memory. */
async function streamFile(path: string, start: number, end: number): Promise<ReadableStream<Uint8Array> | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return null;
  let position = start;
  const close = () => handle.close().catch(() => undefined);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (position >= end) {
          await close();
          controller.close();
          return;
        }
        try {
          const buffer = new Uint8Array(Math.min(CHUNK_BYTES, end - position));
          const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, position);
          if (bytesRead === 0) throw new Error(`${path} is shorter than it was`);
          position += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
        } catch (error) {
          await close();
          controller.error(error);
        }
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  );
}
