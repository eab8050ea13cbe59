import { setTimeout as wait } from 'node:timers/promises';
import { hashFile } from './attachment-hash.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { readJson, writeJson } from './data-folder.ts';
import { errorCode, writeFailureCode, type WriteFailureCode } from './write-atomically.ts';

export type FixityProblem = {
  /**
   * `missing`: expected and not in the store. `changed`: its bytes are not those it was stored with. `unreadable`: the
   * disk does not give it back. `unreferenced`: in the store, and nobody expects it.
   */
  readonly kind: 'missing' | 'changed' | 'unreadable' | 'unreferenced';
  readonly sha256: string;
};

export type FixityReport = {
  readonly at: string;
  /** Files that were read again, and their bytes. */
  readonly checked: number;
  readonly bytes: number;
  readonly problems: readonly FixityProblem[];
};

export type FixityProgress = { readonly checked: number; readonly total: number; readonly bytes: number };

export type FixityOptions = {
  readonly store: AttachmentStore;
  readonly expected: Iterable<string>;
  readonly now: () => Date;
  /** Rests as long as it works, one file at a time: for a check beside somebody's work. */
  readonly gentle: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FixityProgress) => void;
};

const AT_ONCE = 4;
/** A rest is not worth its timer before this much work. */
const SHORTEST_WORK_MS = 20;

/** Reads every stored file again and compares it with the hash that is its name. Null when it was cancelled. */
export async function checkFixity(options: FixityOptions): Promise<FixityReport | null> {
  const { store, signal, onProgress, gentle } = options;
  const expected = new Set(options.expected);
  const stored = await store.list();
  const found = new Set(stored);
  const problems: FixityProblem[] = [...expected]
    .filter((sha256) => !found.has(sha256))
    .map((sha256) => ({ kind: 'missing', sha256 }));
  problems.push(...stored.filter((sha256) => !expected.has(sha256)).map((sha256) => unreferenced(sha256)));
  let [checked, bytes, next] = [0, 0, 0];
  const report = () => onProgress({ checked, total: stored.length, bytes });
  const onBytes = (more: number) => {
    bytes += more;
    report();
  };
  async function work(): Promise<void> {
    const pause = gentle ? createRests(signal) : () => Promise.resolve();
    for (let sha256 = stored[next]; sha256 !== undefined && !signal.aborted; sha256 = stored[next]) {
      next += 1;
      const problem = await checkFile(store, sha256, { signal, onBytes, pause });
      if (signal.aborted) return;
      if (problem) problems.push({ kind: problem, sha256 });
      checked += 1;
      report();
      await pause();
    }
  }
  report();
  await Promise.all(Array.from({ length: gentle ? 1 : AT_ONCE }, work));
  if (signal.aborted) return null;
  return { at: options.now().toISOString(), checked, bytes, problems: problems.toSorted(byKindAndHash) };
}

const unreferenced = (sha256: string): FixityProblem => ({ kind: 'unreferenced', sha256 });

function byKindAndHash(a: FixityProblem, b: FixityProblem): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.sha256 < b.sha256 ? -1 : Number(a.sha256 > b.sha256);
}

async function checkFile(
  store: AttachmentStore,
  sha256: string,
  options: Parameters<typeof hashFile>[1],
): Promise<'missing' | 'changed' | 'unreadable' | null> {
  try {
    const hashed = await hashFile(store.pathOf(sha256), options);
    return hashed.sha256 === sha256 ? null : 'changed';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

function createRests(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    const worked = performance.now() - since;
    if (worked < SHORTEST_WORK_MS) return;
    await wait(worked, undefined, { signal }).catch(() => undefined);
    since = performance.now();
  };
}

export type FixityState =
  | { readonly status: 'idle' }
  | ({ readonly status: 'running' } & FixityProgress)
  | { readonly status: 'cancelled' }
  | { readonly status: 'done'; readonly report: FixityReport; readonly unsaved: WriteFailureCode | null }
  | { readonly status: 'failed'; readonly detail: string };

/** One check at a time, for all windows; its report is kept in a file. */
export type FixityChecks = {
  /** False when one is already running. */
  readonly start: (expected: readonly string[], gentle: boolean) => boolean;
  readonly state: () => FixityState;
  readonly cancel: () => void;
  /** What the file says, unchecked: a person may have edited it. */
  readonly lastReport: () => Promise<unknown>;
};

export function createFixityChecks(store: AttachmentStore, reportFile: string, now: () => Date): FixityChecks {
  let state: FixityState = { status: 'idle' };
  let stop = new AbortController();
  async function run(expected: readonly string[], gentle: boolean): Promise<void> {
    const onProgress = (progress: FixityProgress) => (state = { status: 'running', ...progress });
    try {
      const report = await checkFixity({ store, expected, now, gentle, signal: stop.signal, onProgress });
      state = report === null ? { status: 'cancelled' } : await keepReport(reportFile, report);
    } catch (error) {
      state = { status: 'failed', detail: String(error) };
    }
  }
  return {
    start: (expected, gentle) => {
      if (state.status === 'running') return false;
      state = { status: 'running', checked: 0, total: 0, bytes: 0 };
      stop = new AbortController();
      void run(expected, gentle);
      return true;
    },
    state: () => state,
    cancel: () => stop.abort(),
    lastReport: () => readJson(reportFile),
  };
}

/** A check that ran is worth telling even when its report cannot be kept. */
async function keepReport(reportFile: string, report: FixityReport): Promise<FixityState> {
  const unsaved = await writeJson(reportFile, report).then(() => null, writeFailureCode);
  return { status: 'done', report, unsaved };
}
