import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { BUFFER_BYTES, withBuffers } from './attachment-buffers.ts';
import { hashWhole } from './attachment-hash.ts';
import { HEAD_BYTES, sniffMime } from './attachment-mime.ts';
import { createPlaces, toStoreError, type AttachmentPlaces, type PartialFile } from './attachment-place.ts';
import {
  LARGEST_ATTACHMENT,
  openSource,
  TakeError,
  type AttachmentSource,
  type SourcePieces,
  type TakeFailureCode,
} from './attachment-source.ts';

export type TakeRequest = {
  readonly source: AttachmentSource;
  /** The file's own name: helps to tell its kind, never becomes a path. */
  readonly name: string;
  readonly onProgress?: (done: number, total: number | null) => void;
  readonly signal?: AbortSignal | undefined;
};

export type Taken = {
  readonly ok: true;
  readonly sha256: string;
  readonly bytes: number;
  /** The store had it already; there is still one copy. */
  readonly known: boolean;
  readonly mime: string;
};
export type TakeResult = Taken | { readonly ok: false; readonly code: TakeFailureCode; readonly detail: string };

export type StoredFile = { readonly path: string; readonly bytes: number; readonly mime: string };

/** Files by the SHA-256 of their bytes: copied in, never changed, never moved out. */
export type AttachmentStore = {
  readonly take: (request: TakeRequest) => Promise<TakeResult>;
  readonly find: (sha256: string) => Promise<StoredFile | null>;
  readonly list: () => Promise<readonly string[]>;
  readonly pathOf: (sha256: string) => string;
};

/** How many files are taken at once. More does not help: Node reads and writes on four threads. */
const AT_ONCE = 8;

/** Opens a store; what a crash left half written is removed. The folder itself is made with the first file. */
export async function openAttachmentStore(folder: string): Promise<AttachmentStore> {
  const places = createPlaces(folder);
  // What cannot be removed is no reason not to open the archive; it is tried again at the next start.
  await places.removePartials().catch(() => undefined);
  const gate = createGate(AT_ONCE);
  const alone = createTurns();
  return {
    take: (request) => gate(() => withBuffers(2, (buffers) => takeAsValue(request, places, alone, buffers))),
    find: (sha256) => find(places, sha256),
    list: places.list,
    pathOf: places.pathOf,
  };
}

type Alone = <T>(key: string, work: () => Promise<T>) => Promise<T>;

async function takeAsValue(
  request: TakeRequest,
  places: AttachmentPlaces,
  alone: Alone,
  buffers: readonly Buffer[],
): Promise<TakeResult> {
  try {
    assertWanted(request.signal);
    const source = await openSource(request.source, buffers);
    try {
      const { kept, head } = await receive(source, request, places, alone);
      return { ok: true, ...kept, mime: sniffMime(head, request.name) };
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof TakeError)) throw error;
    return { ok: false, code: error.code, detail: error.message };
  }
}

type Kept = { readonly sha256: string; readonly bytes: number; readonly known: boolean };

/** A small file is read as a whole, so that one that is known is never written; a big one is written while it is read. */
async function receive(
  source: SourcePieces,
  request: TakeRequest,
  places: AttachmentPlaces,
  alone: Alone,
): Promise<{ readonly kept: Kept; readonly head: Uint8Array }> {
  const pieces = source.pieces[Symbol.asyncIterator]();
  const counted = countPieces(pieces, source.size, request);
  const first: Uint8Array[] = [];
  let held = 0;
  for (;;) {
    const piece = await counted();
    const isWhole = piece === null;
    if (piece !== null) first.push(piece);
    held += piece?.byteLength ?? 0;
    if (!isWhole && Math.max(held, source.size ?? 0) <= BUFFER_BYTES) continue;
    // A stream may come in pieces of a few bytes.
    const beginning = first.length === 1 && first[0] ? first[0] : Buffer.concat(first);
    // Copied, since the buffer is used again.
    const head = Buffer.from(beginning.subarray(0, HEAD_BYTES));
    const kept = isWhole
      ? await keepWhole(beginning, request.signal, places, alone)
      : await keepStream(beginning, counted, request.signal, places, alone);
    return { kept, head };
  }
}

type NextPiece = () => Promise<Uint8Array | null>;

function countPieces(pieces: AsyncIterator<Uint8Array>, total: number | null, request: TakeRequest): NextPiece {
  let done = 0;
  return async () => {
    assertWanted(request.signal);
    const next = await pieces.next();
    if (next.done === true) return null;
    done += next.value.byteLength;
    if (done > LARGEST_ATTACHMENT) {
      await pieces.return?.();
      throw new TakeError('too-large', `more than ${LARGEST_ATTACHMENT} bytes`);
    }
    request.onProgress?.(done, total);
    return next.value;
  };
}

async function keepWhole(
  whole: Uint8Array,
  signal: AbortSignal | undefined,
  places: AttachmentPlaces,
  alone: Alone,
): Promise<Kept> {
  const sha256 = hashWhole(whole);
  const bytes = whole.byteLength;
  return alone(sha256, async () => {
    if (await recognise(places, sha256, bytes)) return { sha256, bytes, known: true };
    const partial = await places.openPartial().catch(toStoreError);
    try {
      await partial.write(whole).catch(toStoreError);
      assertWanted(signal);
      await places.putInPlace(partial, sha256).catch(toStoreError);
      return { sha256, bytes, known: false };
    } finally {
      await partial.end();
    }
  });
}

async function keepStream(
  beginning: Uint8Array,
  counted: NextPiece,
  signal: AbortSignal | undefined,
  places: AttachmentPlaces,
  alone: Alone,
): Promise<Kept> {
  const partial = await places.openPartial().catch(toStoreError);
  try {
    const { sha256, bytes } = await writeAndHash(partial, beginning, counted);
    return await alone(sha256, async () => {
      assertWanted(signal);
      if (await recognise(places, sha256, bytes)) return { sha256, bytes, known: true };
      await places.putInPlace(partial, sha256).catch(toStoreError);
      return { sha256, bytes, known: false };
    });
  } finally {
    await partial.end();
  }
}

/** While one piece is written, it is hashed and the next one is read. */
async function writeAndHash(partial: PartialFile, beginning: Uint8Array, counted: NextPiece) {
  const hash = createHash('sha256');
  let bytes = 0;
  for (let piece: Uint8Array | null = beginning; piece !== null;) {
    const writing = partial.write(piece).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    hash.update(piece);
    bytes += piece.byteLength;
    try {
      piece = await counted();
    } finally {
      // The writing has to end in any case before the file may be closed.
      await writing;
    }
    const failed = await writing;
    if (failed) toStoreError(failed.error);
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function recognise(places: AttachmentPlaces, sha256: string, bytes: number): Promise<boolean> {
  if (!(await places.isIntact(sha256, bytes))) return false;
  await places.assure(sha256).catch(toStoreError);
  return true;
}

function assertWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new TakeError('cancelled', '');
}

async function find(places: AttachmentPlaces, sha256: string): Promise<StoredFile | null> {
  const path = places.pathOf(sha256);
  const bytes = await places.sizeOf(sha256);
  const handle = bytes === null ? null : await open(path, 'r').catch(() => null);
  if (bytes === null || !handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { path, bytes, mime: sniffMime(buffer.subarray(0, bytesRead), '') };
  } finally {
    await handle.close();
  }
}

/** Lets so many work at once; the others wait in line. */
function createGate(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** What has the same key is done one after another: two copies of a file that come at once are one file. */
function createTurns(): Alone {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const tidy = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(tidy, tidy);
    return turn;
  };
}
