export type DatedBackup = {
  readonly name: string;
  /** The instant it was made, ISO 8601, UTC. */
  readonly at: string;
  /** The calendar day where the archive is, `YYYY-MM-DD`. */
  readonly day: string;
  /** A rehearsal has restored it and found it whole. */
  readonly isGood: boolean;
};

/** How many are kept of each, the latest of each period. */
export type Rotation = {
  /** Those made last, however close together: those made before an import and before a restore of the same day. */
  readonly latest: number;
  readonly days: number;
  /** From Monday. */
  readonly weeks: number;
  readonly months: number;
  readonly years: number;
};

/** For those in the data folder, which have no attachments. */
const LONG_ROTATION: Rotation = { latest: 5, days: 7, weeks: 5, months: 12, years: Number.POSITIVE_INFINITY };
/** For a memory stick, which is smaller: each package still holds all records and the whole journal. */
export const SHORT_ROTATION: Rotation = { latest: 2, days: 3, weeks: 2, months: 2, years: 1 };

/**
 * The names of the backups that are kept: the latest of each of the last days, weeks, months and years, those made last
 * in any case, and the latest that is known to be good. Only days, weeks and months that
 * have a backup count, so neither a long rest nor a wrong clock removes anything that has no successor.
 */
export function keepBackups(backups: readonly DatedBackup[], rotation: Rotation = LONG_ROTATION): ReadonlySet<string> {
  const latestFirst = backups.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? 1 : -1));
  const good = latestFirst.find(({ isGood }) => isGood);
  return new Set(
    [
      ...latestFirst.slice(0, rotation.latest),
      ...latestOfEach(latestFirst, rotation.days, ({ day }) => day),
      ...latestOfEach(latestFirst, rotation.weeks, ({ day }) => mondayOf(day)),
      ...latestOfEach(latestFirst, rotation.months, ({ day }) => day.slice(0, 7)),
      ...latestOfEach(latestFirst, rotation.years, ({ day }) => day.slice(0, 4)),
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
