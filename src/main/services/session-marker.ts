import { readFile } from 'node:fs/promises';
import { readJson, writeJson } from './data-folder.ts';
import { writeNow } from './stored-head.ts';
import { errorCode } from './write-atomically.ts';

/** How the sessions on a data folder have ended so far. */
export type SessionRecord = {
  readonly isOpen: boolean;
  /** When the present or last session began, ISO 8601. */
  readonly since: string;
  readonly uncleanExits: number;
  /** When the session began that ended uncleanly last; null when none did. */
  readonly lastUnclean: string | null;
};

export type SessionMarker = {
  readonly record: () => SessionRecord;
  /** The session before was not closed, and the working copy has not been compared in full since. */
  readonly isDoubtful: () => boolean;
  /** The working copy has been compared with the journal in full, or made anew. */
  readonly settle: () => void;
  /** Says that this session was closed, without yielding: for the end of the process. */
  readonly closeNow: () => void;
};

const FIRST: SessionRecord = { isOpen: false, since: '', uncleanExits: 0, lastUnclean: null };

/**
 * Marks the data folder as open. A mark that is still there at the next start tells of a crash, a kill or a power cut.
 * A mark that cannot be read counts as one: a doubt costs a comparison, nothing else.
 */
export async function openSessionMarker(path: string, now: Date): Promise<SessionMarker> {
  const before = await readRecord(path);
  const isUnclean = before.isOpen;
  const record: SessionRecord = {
    isOpen: true,
    since: now.toISOString(),
    uncleanExits: before.uncleanExits + (isUnclean ? 1 : 0),
    lastUnclean: isUnclean ? before.since : before.lastUnclean,
  };
  await writeJson(path, record);
  let isDoubtful = isUnclean;
  return {
    record: () => record,
    isDoubtful: () => isDoubtful,
    settle: () => (isDoubtful = false),
    closeNow: () => {
      // What was not compared yet is still in doubt at the next start.
      if (isDoubtful) return;
      try {
        writeNow(path, `${JSON.stringify({ ...record, isOpen: false }, null, 2)}\n`);
      } catch {
        // On a full disk or without the folder the mark stays, and the next start compares.
      }
    },
  };
}

async function readRecord(path: string): Promise<SessionRecord> {
  const isMissing = await readFile(path).then(
    () => false,
    (error: unknown) => errorCode(error) === 'ENOENT',
  );
  if (isMissing) return FIRST;
  const value = (await readJson(path)) ?? {};
  const { isOpen, since, uncleanExits, lastUnclean } = value as Readonly<Record<string, unknown>>;
  return {
    isOpen: isOpen !== false,
    since: typeof since === 'string' ? since : '',
    uncleanExits: typeof uncleanExits === 'number' ? uncleanExits : 0,
    lastUnclean: typeof lastUnclean === 'string' ? lastUnclean : null,
  };
}
