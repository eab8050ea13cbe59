/** A backup that is where it was put. */
export type KnownBackup = {
  /** The calendar day it was made on, `YYYY-MM-DD`. */
  readonly day: string;
  /** The number of the last change in it. */
  readonly sequence: number;
};

/** Whether there is something that no backup holds; an archive without changes needs none. */
export function isWithoutBackup(known: readonly KnownBackup[], sequence: number): boolean {
  return sequence > 0 && known.every((backup) => backup.sequence !== sequence);
}

/** Whether the day's backup is still to be made. One dated in the future, by a wrong clock, is of no day that counts. */
export function isDailyBackupDue(known: readonly KnownBackup[], sequence: number, today: string): boolean {
  return isWithoutBackup(known, sequence) && known.every(({ day }) => day !== today);
}
