import type { ArchiveRecord } from '#domain/records/archive-record';
import type { SearchStats } from '#domain/search/search-stats';
import type { ArchiveDatabase } from '#storage/database';
import { keepSearchIndex } from '#storage/search-index-store';
import { startSearchWorker, type SearchWorkerPort } from '../jobs/start-search-worker.ts';
import type { FoundRecords, SearchQuestion } from '../workers/search-messages.ts';
import { fillSearch, type FilledSearch, type SearchOrigin } from './fill-search.ts';

/** The search over the open archive, in a worker; it knows every change that has been taken before it is asked. */
export type LiveSearch = {
  readonly search: (question: SearchQuestion) => Promise<FoundRecords>;
  /** Takes what a change set has changed. @param sequence of that change set */
  readonly take: (changed: readonly ArchiveRecord[], sequence: number) => void;
  /** Calls back after each change; answers how to stop. */
  readonly onChange: (listener: () => void) => () => void;
  /** Goes up with each change, so that whoever asked knows to ask again. */
  readonly version: () => number;
  /** Waits until it can answer. */
  readonly ready: () => Promise<SearchOrigin>;
  /** Stores the index as it is now; answers whether it was kept. */
  readonly keep: () => Promise<boolean>;
  readonly stats: () => Promise<SearchStats>;
};

/** The index is stored again after so many change sets, once nothing has changed for a while. */
const CHANGES_BEFORE_KEEPING = 100;
const QUIET_MS = 20_000;
/** A worker that breaks down again and again would only use up the machine. */
const MOST_RESTARTS = 3;

export function openLiveSearch(database: ArchiveDatabase): LiveSearch {
  const changes = createChangeSignal();
  const keeping = createKeepingTimer(() => void keep().catch(() => undefined));
  let restarts = 0;
  let worker: SearchWorkerPort;
  let filled: Promise<FilledSearch>;

  const start = (mayBeStored: boolean) => {
    worker = startSearchWorker(() => {
      restarts += 1;
      if (restarts <= MOST_RESTARTS) start(false);
      changes.tell();
    });
    filled = fillSearch(database, worker, mayBeStored);
    // Whoever asks is told when it failed; nobody may be asking yet.
    filled.then(
      ({ keptAt, sequence }) => keeping.begin(keptAt, sequence),
      () => undefined,
    );
  };
  const ask: SearchWorkerPort['ask'] = async (task) => {
    await filled;
    return worker.ask(task);
  };
  const keep = async () => {
    await filled;
    const saved = await ask({ type: 'save', sequence: keeping.sequence() });
    const isKept = await keepSearchIndex(database, saved);
    if (isKept) keeping.kept(saved.header.sequence);
    return isKept;
  };
  start(true);
  return {
    search: (question) => ask({ type: 'search', question }),
    take: (changed, sequence) => {
      const taken = ask({ type: 'put', records: changed });
      taken.then(
        () => keeping.changed(sequence),
        () => undefined,
      );
      changes.tell();
    },
    onChange: changes.subscribe,
    version: changes.version,
    ready: async () => (await filled).origin,
    keep,
    stats: () => ask({ type: 'stats' }),
  };
}

function createChangeSignal() {
  const listeners = new Set<() => void>();
  let version = 0;
  return {
    version: () => version,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: () => {
      version += 1;
      for (const listener of listeners) listener();
    },
  };
}

/** Has the index stored once it was made anew or much has changed, and nothing has for a while. */
function createKeepingTimer(onDue: () => void) {
  let keptAt = 0;
  let sequence = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (at: number) => {
    sequence = Math.max(sequence, at);
    clearTimeout(timer);
    const isDue = keptAt === 0 ? sequence > 0 : sequence - keptAt >= CHANGES_BEFORE_KEEPING;
    // Storing takes the machine's time for a moment: not while somebody scrolls.
    if (isDue) timer = setTimeout(() => requestIdleCallback(onDue), QUIET_MS);
  };
  return {
    begin: (kept: number, at: number) => {
      keptAt = kept;
      changed(at);
    },
    changed,
    kept: (at: number) => {
      keptAt = at;
    },
    sequence: () => sequence,
  };
}
