import type { Archive } from '#storage/archive';
import { ArchiveDatabase } from '#storage/database';
import { JournalBehindError } from '#storage/journal-behind-error';
import type { JournalPort } from '#storage/journal-port';
import type { OnCompared } from '#storage/compare-in-full';
import { openArchive, type Reconciliation } from '#storage/open-archive';
import { NewerFormatError } from '#storage/read-change-set';
import type { ResponseOf } from '#contract/archive-contract';
import type { Settings } from '#contract/settings';
import { callMain } from './bridge.ts';
import { localDay } from './local-day.ts';

export type AppInfo = ResponseOf<'app:info'>;

/** An archive that is open and in step with its journal, with what the window needs to know about it. */
export type Session = {
  readonly archive: Archive;
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly reconciliation: Reconciliation;
  /** From now on change sets are signed by this name; empty means the computer account. */
  readonly setOperator: (name: string) => void;
  /** Where an unfinished last journal line of an earlier run was put aside at this start, if there was one. */
  readonly tornTail: string | null;
};

export type OpeningFailure =
  | { readonly code: 'journal-damaged'; readonly file: string; readonly line: number }
  | { readonly code: 'journal-behind'; readonly missing: number }
  | { readonly code: 'newer-format' }
  /** `canRebuild`: the journal is whole, so the working copy may be thrown away and made anew. */
  | { readonly code: 'unexpected'; readonly detail: string; readonly canRebuild: boolean };

export type Opening =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: OpeningFailure; readonly info: AppInfo };

/** Main's journal, as storage sees it. */
export const journalPort: JournalPort = {
  append: (expected, text) => callMain('journal:append', { expected, text }),
  read: async (after) => (await callMain('journal:read', { after })).entries,
};

/**
 * Opens the archive behind this page and compares its two copies.
 *
 * @param onCompared told as a full comparison goes on, after a session that did not end in order
 */
export async function openSession(onCompared: OnCompared = () => undefined): Promise<Opening> {
  const [info, journal, settings] = await Promise.all([
    callMain('app:info', null),
    callMain('journal:state', null),
    callMain('settings:read', null),
  ]);
  if (journal.status === 'damaged') {
    return { ok: false, info, failure: { code: 'journal-damaged', file: journal.file, line: journal.line } };
  }
  let { operator } = settings;
  const archive: Archive = {
    database: new ArchiveDatabase(),
    journal: journalPort,
    now: () => new Date().toISOString(),
    today: () => localDay(new Date()),
    operator: () => operator || info.account,
    newId: () => crypto.randomUUID(),
  };
  try {
    const found = await openArchive(archive, {
      archiveId: journal.archiveId,
      head: journal.head,
      missing: journal.missing,
      isDoubtful: journal.isDoubtful,
      onCompared,
      acceptLoss: async () => void (await callMain('journal:accept-loss', null)),
      clearStore: () => callMain('store:clear', null),
      putAside: (text) => callMain('data-folder:put-aside', { text }),
    });
    await callMain('journal:settled', null);
    const reconciliation = journal.isCopyInMemory ? withoutExpected(found) : found;
    const setOperator = (name: string) => {
      operator = name;
    };
    return { ok: true, session: { archive, info, settings, reconciliation, setOperator, tornTail: journal.tornTail } };
  } catch (error) {
    return { ok: false, info, failure: openingFailure(error, journal.missing === 0 && journal.head.sequence > 0) };
  }
}

/** A working copy in memory alone is made anew at each start: nothing to be told. */
function withoutExpected(found: Reconciliation): Reconciliation {
  return found.outcome === 'rebuilt' && found.reason === 'empty' ? { outcome: 'in-step' } : found;
}

function openingFailure(error: unknown, canRebuild: boolean): OpeningFailure {
  if (error instanceof JournalBehindError) return { code: 'journal-behind', missing: error.missing };
  if (error instanceof NewerFormatError) return { code: 'newer-format' };
  return { code: 'unexpected', detail: String(error), canRebuild };
}
