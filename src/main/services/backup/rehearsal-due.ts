import type { ListedBackup } from './backup-notes.ts';

const DAY_MS = 24 * 60 * 60_000;
const MONTH_MS = 30 * DAY_MS;

/**
 * The backup that is to be rehearsed by itself: the latest that is where it was put, when none has passed for 30 days. Those
 * that the program cannot open by itself are rehearsed by a person, and count when they have passed.
 * One that has failed meanwhile is not tried again; the next one is. What a wrong clock has dated in the future counts
 * for nothing.
 */
export function rehearsalDue(
  backups: readonly ListedBackup[],
  now: Date,
  canOpen: (backup: ListedBackup) => boolean = ({ isSealed }) => !isSealed,
): ListedBackup | null {
  const isRecent = (at: string) => {
    const age = now.getTime() - Date.parse(at);
    return age >= 0 && age < MONTH_MS;
  };
  const hasPassed = backups.some(({ rehearsal }) => rehearsal?.isGood === true && isRecent(rehearsal.at));
  if (hasPassed) return null;
  const latest = backups
    .filter((backup) => backup.state !== 'missing' && canOpen(backup))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
    .at(0);
  const rehearsal = latest?.rehearsal ?? null;
  return latest === undefined || (rehearsal !== null && isRecent(rehearsal.at)) ? null : latest;
}

/** Restoring it beside needs its bytes once more, and the working copy that is made of it about as many. */
export function hasRoomToRehearse(
  { bytes, pooledBytes = 0 }: Pick<ListedBackup, 'bytes' | 'pooledBytes'>,
  freeBytes: number | null,
): boolean {
  return freeBytes === null || freeBytes > 2 * (bytes + pooledBytes) + ROOM_LEFT;
}

/** What a person must have left to go on working, in bytes. */
const ROOM_LEFT = 1024 * 1024 * 1024;
