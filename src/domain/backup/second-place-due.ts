/** What is known of the place besides where backups go. */
export type KnownPlace = {
  readonly isThere: boolean;
  /** Instants in ISO 8601. */
  readonly lastSeen: string;
  readonly lastBackup: {
    /** The calendar day it was made on, `YYYY-MM-DD`. */
    readonly day: string;
    /** The number of the last change in it. */
    readonly sequence: number;
  } | null;
};

const LONGEST_AWAY_MS = 14 * 24 * 3_600_000;

/** Whether somebody is to be reminded to bring it: it was not there for 14 days. A time in the future counts as now. */
export function isSecondPlaceMissed({ isThere, lastSeen }: KnownPlace, now: string): boolean {
  return !isThere && Date.parse(now) - Date.parse(lastSeen) >= LONGEST_AWAY_MS;
}

/** Whether the day's copy is still to be made there: once a day, and only when something has changed since the last. */
export function isSecondCopyDue({ isThere, lastBackup }: KnownPlace, sequence: number, today: string): boolean {
  if (!isThere || sequence === 0) return false;
  return lastBackup === null || (lastBackup.sequence !== sequence && lastBackup.day !== today);
}
