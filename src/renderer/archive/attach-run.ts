import { guessAttachmentRole } from '#domain/attachments/attachment-role';
import type { Attachment } from '#domain/records/attachment';
import type { AttachmentRole } from '#domain/vocabulary/attachment-terms';
import type { OfferedFile } from '#contract/attachment-contract';
import type { ResponseOf } from '#contract/archive-contract';
import type { StoredFile } from '#storage/attach-files';
import { readAttachmentText } from '../jobs/attachment-text.ts';
import { callMain } from './bridge.ts';

/** A file that a person has handed over, and the record that it is for. */
export type FileToAttach = {
  readonly file: OfferedFile;
  readonly ownerId: string;
  /** Guessed from the name where nobody has said. */
  readonly role?: AttachmentRole;
};

type TakeAnswer = ResponseOf<'attachments:take'>;
/** Why a file was not attached: what main says of it, or that there is nothing in it. */
export type TakeFailureCode = Extract<TakeAnswer, { readonly ok: false }>['code'] | 'empty';
export type FailedFile = { readonly name: string; readonly code: TakeFailureCode; readonly detail: string };

/** What became of the files of one run, before their records are written. */
export type TakenFiles = {
  readonly stored: readonly StoredFile[];
  /** Their records have these very bytes already; nothing is attached twice. */
  readonly repeated: readonly { readonly name: string; readonly ownerId: string }[];
  /** Attached, and other records have the same bytes. */
  readonly elsewhere: readonly { readonly name: string; readonly ownerIds: readonly string[] }[];
  readonly failed: readonly FailedFile[];
  /** Files that were not begun when the run was cancelled. */
  readonly left: number;
};

export type RunProgress = {
  readonly done: number;
  readonly total: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** The file that is being copied. */
  readonly name: string;
};

const AT_ONCE = 3;
const LOOK_AGAIN_MS = 200;

export type Outcome = { readonly file: StoredFile } | { readonly failed: FailedFile };

/** Has main copy files into the store, a few at a time, and reads the text of those that have any. */
export async function takeFiles(
  wanted: readonly FileToAttach[],
  present: readonly Attachment[],
  onProgress: (progress: RunProgress) => void,
  signal: AbortSignal,
): Promise<TakenFiles> {
  const watch = watchProgress(wanted, onProgress, signal);
  const outcomes = new Map<number, Outcome>();
  let next = 0;
  const work = async () => {
    for (let index = next; index < wanted.length && !signal.aborted; index = next) {
      next += 1;
      const each = wanted[index];
      if (!each) return;
      watch.begin(each.file);
      outcomes.set(index, await takeOne(each, signal));
      watch.end(each.file);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, wanted.length) }, work));
  } finally {
    watch.stop();
  }
  // What was never begun is of no use to anybody any more.
  const left = wanted.filter((_, index) => !outcomes.has(index)).map(({ file }) => file.token);
  if (left.length > 0) await callMain('attachments:release', { tokens: left });
  const inOrder = wanted.flatMap((_, index) => outcomes.get(index) ?? []);
  return { ...sortOut(inOrder, present), left: left.length };
}

async function takeOne({ file, ownerId, role }: FileToAttach, signal: AbortSignal): Promise<Outcome> {
  const { token, name } = file;
  if (file.bytes === 0) {
    // A scan that failed, or a copy that was broken off: evidence of nothing.
    await callMain('attachments:release', { tokens: [token] });
    return { failed: { name, code: 'empty', detail: '' } };
  }
  const cancel = () => void callMain('attachments:cancel', { token });
  signal.addEventListener('abort', cancel, { once: true });
  const taken = await callMain('attachments:take', { token });
  signal.removeEventListener('abort', cancel);
  if (!taken.ok) return { failed: { name, code: taken.code, detail: taken.detail } };
  const { sha256, bytes, mime } = taken;
  const extractedText = await readAttachmentText(sha256, mime, signal);
  return { file: { ownerId, sha256, bytes, mime, name, role: role ?? guessAttachmentRole(name), extractedText } };
}

/** What is new, what its record has already, and what other records have too. */
export function sortOut(outcomes: readonly Outcome[], present: readonly Attachment[]): Omit<TakenFiles, 'left'> {
  const ownersOf = new Map<string, Set<string>>();
  const note = (sha256: string, ownerId: string) => {
    const owners = ownersOf.get(sha256) ?? new Set();
    ownersOf.set(sha256, owners.add(ownerId));
  };
  for (const { sha256, owner } of present) if (owner?.id) note(sha256, owner.id);
  const stored: StoredFile[] = [];
  const repeated: { name: string; ownerId: string }[] = [];
  const elsewhere: { name: string; ownerIds: readonly string[] }[] = [];
  const failed: FailedFile[] = [];
  for (const outcome of outcomes) {
    if ('failed' in outcome) {
      failed.push(outcome.failed);
      continue;
    }
    const { name, ownerId, sha256 } = outcome.file;
    const owners = ownersOf.get(sha256) ?? new Set();
    if (owners.has(ownerId)) {
      repeated.push({ name, ownerId });
      continue;
    }
    if (owners.size > 0) elsewhere.push({ name, ownerIds: [...owners] });
    stored.push(outcome.file);
    note(sha256, ownerId);
  }
  return { stored, repeated, elsewhere, failed };
}

/** Asks main from time to time how far the files are that are being copied. */
function watchProgress(
  wanted: readonly FileToAttach[],
  onProgress: (progress: RunProgress) => void,
  signal: AbortSignal,
) {
  const bytesTotal = wanted.reduce((sum, { file }) => sum + file.bytes, 0);
  const underWay = new Map<string, OfferedFile>();
  let [done, bytesDone] = [0, 0];
  const tell = (bytesUnderWay: number) => {
    const name = [...underWay.values()].at(-1)?.name ?? '';
    const bytes = Math.min(bytesTotal, bytesDone + bytesUnderWay);
    onProgress({ done, total: wanted.length, bytesDone: bytes, bytesTotal, name });
  };
  const look = async () => {
    const states = await Promise.all(
      [...underWay.keys()].map((token) => callMain('attachments:progress', { token }).catch(() => null)),
    );
    if (!signal.aborted) tell(states.reduce((sum, state) => sum + (state?.done ?? 0), 0));
  };
  const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
  return {
    begin: (file: OfferedFile) => {
      underWay.set(file.token, file);
      tell(0);
    },
    end: (file: OfferedFile) => {
      underWay.delete(file.token);
      done += 1;
      bytesDone += file.bytes;
      tell(0);
    },
    stop: () => clearInterval(timer),
  };
}
