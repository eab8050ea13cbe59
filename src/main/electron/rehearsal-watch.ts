import { powerMonitor } from 'electron';
import type { ResponseOf } from '#contract/archive-contract';
import type { BackupNotes, ListedBackup } from '#services/backup/backup-notes';
import { openPackage } from '#services/backup/open-package';
import { PassphraseError } from '#services/backup/package-error';
import { asksPassphrase } from '#services/backup/package-source';
import { hasRoomToRehearse, rehearsalDue } from '#services/backup/rehearsal-due';
import type { Watch } from '#services/backup/watch-work';
import { freeSpace } from '#services/free-space';
import type { BackupServices } from './backup-handlers.ts';
import type { ContractHandlers } from './ipc-host.ts';
import { packageFailure } from './package-failure.ts';
import { rehearse } from './package-handlers.ts';
import type { WorkDesk } from './work-desk.ts';

/** Nobody has touched the computer for so long. */
const IDLE_SECONDS = 120;
const LOOK_MS = 1000;
const TRY_AGAIN_MS = 24 * 60 * 60_000;

/** The rehearsal that a window has made by itself: only while nobody works, and it makes way when somebody does. */
export function createRehearsalHandlers(
  services: BackupServices,
  notes: BackupNotes,
  desk: WorkDesk,
): Pick<ContractHandlers, 'backup:rehearse-if-due'> {
  const { root } = services.files.folder;
  /** By path: one that could not be tried, on a full disk say, is not tried again every minute. */
  const tried = new Map<string, number>();
  return {
    'backup:rehearse-if-due': async () => {
      if (desk.progress() !== null || powerMonitor.getSystemIdleTime() < IDLE_SECONDS) return null;
      const now = new Date();
      const listed = await notes.list();
      const locked = await lockedOf(listed, services);
      const due = rehearsalDue(listed, now, ({ id }) => !locked.has(id));
      if (!due || now.getTime() - (tried.get(due.path) ?? Number.NEGATIVE_INFINITY) < TRY_AGAIN_MS) return null;
      if (!hasRoomToRehearse(due, await freeSpace(root))) return null;
      const outcome = await desk.work((watch) => makingWay(watch, (own) => rehearseOne(services, notes, due, own)));
      if (outcome.ok) return { path: due.path, isGood: outcome.isGood, detail: outcome.detail };
      if (outcome.code === 'busy' || outcome.code === 'cancelled') return null;
      tried.set(due.path, now.getTime());
      // A package that cannot even be opened has failed in the only way that counts.
      return outcome.code === 'damaged' || outcome.code === 'hostile' || outcome.code === 'unreadable'
        ? { path: due.path, isGood: false, detail: `${outcome.code}: ${outcome.detail}` }
        : null;
    },
  };
}

async function rehearseOne(
  services: BackupServices,
  notes: BackupNotes,
  { path }: ListedBackup,
  watch: Watch,
): Promise<ResponseOf<'package:rehearse'>> {
  try {
    const opened = await openPackage(path, watch, { keys: services.keys });
    try {
      return await rehearse(services, notes, opened, watch);
    } finally {
      await opened.close();
    }
  } catch (error) {
    // Another file has taken its place just now.
    if (error instanceof PassphraseError) return { ok: false, code: 'cancelled', detail: error.reason };
    return packageFailure(error);
  }
}

/** Those that only a person can open. */
async function lockedOf(
  listed: readonly ListedBackup[],
  { keys }: Pick<BackupServices, 'keys'>,
): Promise<ReadonlySet<string>> {
  const locked = new Set<string>();
  for (const backup of listed) if (await asksPassphrase(backup, keys)) locked.add(backup.id);
  return locked;
}

/** Ends the work when somebody is back at the computer. */
async function makingWay<T>(watch: Watch, work: (own: Watch) => Promise<T>): Promise<T> {
  const back = new AbortController();
  const timer = setInterval(() => {
    if (powerMonitor.getSystemIdleTime() < IDLE_SECONDS) back.abort();
  }, LOOK_MS);
  try {
    return await work({ ...watch, signal: AbortSignal.any([watch.signal, back.signal]) });
  } finally {
    clearInterval(timer);
  }
}
