import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { readTextIfThere } from './data-folder.ts';
import type { JournalHead } from './scan-journal.ts';
import { replaceFast, writeAtomically } from './write-atomically.ts';

/** How far the journal had got when it was last looked at, kept apart from it: a cut tail is not noticed otherwise. */
export type StoredHead = JournalHead & { readonly archiveId: string; readonly at: string };

export type HeadKeeper = {
  /** What is known to have been in the journal; null when the file was missing or damaged. */
  readonly stored: () => StoredHead | null;
  /** Told after each append, when the line is on disk already. Answers at once; what it costs is paid in between. */
  readonly note: (head: JournalHead) => void;
  /** Takes a head that is behind the stored one: what is missing is given up. */
  readonly accept: (head: JournalHead) => Promise<void>;
  /** Puts what was noted on disk, without yielding: for the end of the process. */
  readonly flushNow: () => void;
};

export type HeadKeeperOptions = { readonly path: string; readonly archiveId: string; readonly now: () => Date };

/** Without fsync, soon: survives a kill. */
const SOON_MS = 100;
/** With fsync, when nothing more came: survives a power cut. */
const AT_REST_MS = 2000;

/**
 * Keeps the head in a file. It is never ahead of the journal, whose line is on disk before it is noted; it may be
 * behind after a crash, and then it just says less. So a journal that is behind it has lost something.
 */
export async function openHeadKeeper(options: HeadKeeperOptions): Promise<HeadKeeper> {
  const { path, archiveId, now } = options;
  let stored = await readStoredHead(path);
  /** Noted and not on disk, at least not for sure. */
  let unsynced: StoredHead | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isSoon = false;
  let writing: Promise<unknown> = Promise.resolve();

  const later = (ms: number, work: () => Promise<void>) => {
    if (timer) clearTimeout(timer);
    isSoon = ms === SOON_MS;
    timer = setTimeout(() => {
      timer = null;
      isSoon = false;
      writing = writing.then(work).catch(() => undefined);
    }, ms);
    timer.unref();
  };
  const writeAtRest = async () => {
    const written = unsynced;
    if (!written) return;
    await writeAtomically(path, describeHead(written));
    if (unsynced === written) unsynced = null;
  };
  const writeSoon = async () => {
    if (unsynced) await replaceFast(path, describeHead(unsynced));
    if (!timer) later(AT_REST_MS, writeAtRest);
  };

  return {
    stored: () => stored,
    note: (head) => {
      // While a journal is being completed, the stored head says more than the journal.
      if (stored && head.sequence < stored.sequence) return;
      if (stored?.hash === head.hash) return;
      stored = { archiveId, sequence: head.sequence, hash: head.hash, at: now().toISOString() };
      unsynced = stored;
      if (!isSoon) later(SOON_MS, writeSoon);
    },
    accept: async (head) => {
      await writing;
      stored = { archiveId, sequence: head.sequence, hash: head.hash, at: now().toISOString() };
      unsynced = null;
      await writeAtomically(path, describeHead(stored));
    },
    flushNow: () => {
      if (timer) clearTimeout(timer);
      try {
        if (unsynced) writeNow(path, describeHead(unsynced));
        unsynced = null;
      } catch {
        // A head that is behind says less and nothing wrong; the disk's state is told where records are saved.
      }
    },
  };
}

/** Replaces a file and flushes it without yielding, as only the end of a process needs. */
export function writeNow(path: string, content: string): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** Null when there is none, or not the one that was written: half a head must not raise an alarm. */
export async function readStoredHead(path: string): Promise<StoredHead | null> {
  const text = await readTextIfThere(path);
  const [, archiveId, sequence, hash, at] = HEAD.exec(text) ?? [];
  if (archiveId === undefined || hash === undefined || at === undefined) return null;
  const head = { archiveId, sequence: Number(sequence), hash, at };
  return describeHead(head) === text ? head : null;
}

const HEAD =
  /^\{"archiveId":"([^"\\]{1,100})","sequence":(\d{1,15}),"hash":"([0-9a-f]{64})","at":"([^"\\]{1,40})","check":"[0-9a-f]{64}"\}\n$/;

function describeHead({ archiveId, sequence, hash, at }: StoredHead): string {
  const head = { archiveId, sequence, hash, at };
  const check = createHash('sha256').update(JSON.stringify(head)).digest('hex');
  return `${JSON.stringify({ ...head, check })}\n`;
}
