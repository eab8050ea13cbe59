import { open } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { storedFixityReportSchema } from '#contract/attachment-contract';
import type { RequestOf, ResponseOf } from '#contract/archive-contract';
import { copyAtomically } from '#services/attachment-copy';
import { createFixityChecks } from '#services/attachment-fixity';
import type { Offers } from '#services/attachment-offers';
import { openAttachmentStore, type AttachmentStore } from '#services/attachment-store';
import { createTaking } from '#services/attachment-taking';
import { createThumbnails, isWebp, type Thumbnails } from '#services/attachment-thumbnails';
import { errorCode } from '#services/write-atomically';
import { chooseFiles } from './attachment-dialogs.ts';
import type { FileSaving } from './file-saving.ts';
import type { Caller, ContractHandlers } from './ipc-host.ts';
import { orFailure } from './or-failure.ts';

export type AttachmentChannel = Extract<keyof ContractHandlers, `${'attachments' | 'thumbnails' | 'fixity'}:${string}`>;

export type Attachments = { readonly store: AttachmentStore; readonly thumbnails: Thumbnails; readonly folder: string };

/** Everything about attachments lies in one folder of the data folder. */
export async function openAttachments(dataFolder: string): Promise<Attachments> {
  const folder = join(dataFolder, 'attachments');
  return { folder, store: await openAttachmentStore(folder), thumbnails: createThumbnails(join(folder, 'thumbnails')) };
}

export function createAttachmentHandlers(
  { folder, store, thumbnails }: Attachments,
  offers: Offers,
  files: FileSaving,
): Pick<ContractHandlers, AttachmentChannel> {
  const taking = createTaking(store, offers);
  const fixity = createFixityChecks(store, join(folder, 'fixity.json'), () => new Date());
  return {
    'attachments:offer-path': ({ path }) => offers.offerPath(path),
    'attachments:offer-bytes': ({ name, bytes }) => offers.offerBytes(name, bytes),
    'attachments:choose-files': (what, { window }) => chooseFiles(window, what, offers),
    'attachments:release': ({ tokens }) => {
      offers.release(tokens);
      return null;
    },
    'attachments:take': ({ token }) => taking.take(token),
    'attachments:progress': ({ token }) => taking.progress(token),
    'attachments:cancel': ({ token }) => taking.cancel(token),
    'attachments:describe': async ({ sha256 }) => {
      const stored = await store.find(sha256);
      return stored && { bytes: stored.bytes, mime: stored.mime };
    },
    'attachments:missing': async ({ expected }) => {
      const stored = new Set(await store.list());
      return { missing: expected.filter((sha256) => !stored.has(sha256)) };
    },
    'attachments:read': (request) => readPiece(store, request),
    'attachments:save-copy': (request, caller) => saveCopy(store, files, request, caller),
    'thumbnails:keep': (request) => keepThumbnail(store, thumbnails, request),
    'thumbnails:read': ({ sha256 }) => thumbnails.read(sha256),
    'fixity:start': ({ expected, gentle }) => fixity.start(expected, gentle),
    'fixity:state': () => {
      const state = fixity.state();
      if (state.status !== 'done') return state;
      return { ...state, report: { ...state.report, problems: [...state.report.problems] } };
    },
    'fixity:cancel': () => {
      fixity.cancel();
      return null;
    },
    'fixity:report': async () => {
      const stored = v.safeParse(storedFixityReportSchema, await fixity.lastReport());
      return stored.success ? stored.output : null;
    },
  };
}

async function readPiece(
  store: AttachmentStore,
  { sha256, offset, length }: RequestOf<'attachments:read'>,
): Promise<ResponseOf<'attachments:read'>> {
  const stored = await store.find(sha256);
  if (!stored) return { ok: false, code: 'missing', detail: sha256 };
  try {
    const handle = await open(stored.path, 'r');
    try {
      const { size } = await handle.stat();
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, offset);
      return { ok: true, bytes: bytes.subarray(0, bytesRead), total: size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ok: false, code: errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable', detail: String(error) };
  }
}

async function saveCopy(
  store: AttachmentStore,
  files: FileSaving,
  { sha256, suggestedName }: RequestOf<'attachments:save-copy'>,
  caller: Caller,
): Promise<ResponseOf<'attachments:save-copy'>> {
  const stored = await store.find(sha256);
  if (!stored) return { ok: false, code: 'missing', detail: sha256 };
  const hashes: string[] = [];
  const saved = await files.saveWith(caller, { suggestedName, type: null }, async (target) => {
    const copied = await copyAtomically(stored.path, target);
    hashes.push(copied.sha256);
    return copied.bytes;
  });
  // A damaged copy is still worth having; that it is damaged has to be said.
  return saved.ok ? { ...saved, intact: hashes[0] === sha256 } : saved;
}

async function keepThumbnail(
  store: AttachmentStore,
  thumbnails: Thumbnails,
  { sha256, bytes }: RequestOf<'thumbnails:keep'>,
): Promise<ResponseOf<'thumbnails:keep'>> {
  if (!isWebp(bytes)) return { ok: false, code: 'not-webp', detail: '' };
  if (!(await store.find(sha256))) return { ok: false, code: 'missing', detail: sha256 };
  return orFailure(async () => {
    await thumbnails.keep(sha256, bytes);
    return { ok: true };
  });
}
