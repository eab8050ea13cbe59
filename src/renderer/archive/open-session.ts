import type { Archive } from '#storage/archive';
import { ArchiveDatabase } from '#storage/database';
import type { JournalPort } from '#storage/journal-port';
import { openArchive, type Reconciliation } from '#storage/open-archive';
import { NewerFormatError } from '#storage/read-change-set';
import type { ResponseOf } from '#contract/archive-contract';
import type { Settings } from '#contract/settings';
import { callMain } from './bridge.ts';

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
  | { readonly code: 'newer-format' }
  | { readonly code: 'unexpected'; readonly detail: string };

export type Opening =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: OpeningFailure; readonly info: AppInfo };

const journalPort: JournalPort = {
  append: (expected, text) => callMain('journal:append', { expected, text }),
  read: async (after) => (await callMain('journal:read', { after })).entries,
};

/** Opens the archive behind this page and compares its two copies. */
export async function openSession(): Promise<Opening> {
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
    today: localDay,
    operator: () => operator || info.account,
    newId: () => crypto.randomUUID(),
  };
  try {
    const reconciliation = await openArchive(archive, {
      archiveId: journal.archiveId,
      head: journal.head,
      clearStore: () => callMain('store:clear', null),
      putAside: (text) => callMain('data-folder:put-aside', { text }),
    });
    const setOperator = (name: string) => {
      operator = name;
    };
    return { ok: true, session: { archive, info, settings, reconciliation, setOperator, tornTail: journal.tornTail } };
  } catch (error) {
    const isNewer = error instanceof NewerFormatError;
    return {
      ok: false,
      info,
      failure: isNewer ? { code: 'newer-format' } : { code: 'unexpected', detail: String(error) },
    };
  }
}

/** Today as the clock on the wall says. */
function localDay(): string {
  const now = new Date();
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
