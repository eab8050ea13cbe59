export type DatedBackup = {
  readonly name: string;
  /** The instant it was made, ISO 8601, UTC. */
  readonly at: string;
  /** The calendar day where the archive is, `YYYY-MM-DD`. */
  readonly day: string;
  /** A rehearsal has restored it and found it whole. */
  readonly isGood: boolean;
};

const DAYS = 7;
const WEEKS = 5;
const MONTHS = 12;
/** The backups made last, however close together: those made before an import and before a restore of the same day. */
const LATEST = 5;

/**
 * The names of the backups that are kept: the latest of each of the last 7 days, 5 weeks (from Monday) and 12 months,
 * and of every year, the last 5 in any case, and the latest that is known to be good. Only days, weeks and months that
 * have a backup count, so neither a long rest nor a wrong clock removes anything that has no successor.
 */
export function keepBackups(backups: readonly DatedBackup[]): ReadonlySet<string> {
  const latestFirst = backups.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? 1 : -1));
  const good = latestFirst.find(({ isGood }) => isGood);
  return new Set(
    [
      ...latestFirst.slice(0, LATEST),
      ...latestOfEach(latestFirst, DAYS, ({ day }) => day),
      ...latestOfEach(latestFirst, WEEKS, ({ day }) => mondayOf(day)),
      ...latestOfEach(latestFirst, MONTHS, ({ day }) => day.slice(0, 7)),
      ...latestOfEach(latestFirst, Number.POSITIVE_INFINITY, ({ day }) => day.slice(0, 4)),
      ...(good ? [good] : []),
    ].map(({ name }) => name),
  );
}

function latestOfEach(
  latestFirst: readonly DatedBackup[],
  most: number,
  periodOf: (backup: DatedBackup) => string,
): readonly DatedBackup[] {
  const latest = new Map<string, DatedBackup>();
  for (const backup of latestFirst) {
    const period = periodOf(backup);
    if (!latest.has(period)) latest.set(period, backup);
  }
  const periods = [...latest.keys()].toSorted().toReversed();
  return periods.slice(0, most).flatMap((period) => latest.get(period) ?? []);
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  date.setUTCDate(date.getUTCDate() - sinceMonday);
  return date.toISOString().slice(0, 10);
}
