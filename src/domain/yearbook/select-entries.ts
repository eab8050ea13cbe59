import { compareChronologically, countingYear } from '../dates/fuzzy-date.ts';
import { compareEntries, compareText } from '../document/order-entries.ts';
import type { Activity } from '../records/activity.ts';
import { recordDate, type Entry, type RecordOf } from '../records/archive-record.ts';
import type { Honor } from '../records/honor.ts';
import type { Plan } from '../records/plan.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { YearbookChapter, YearbookOptions } from './yearbook-options.ts';

const CHAPTER_OF: Readonly<Record<EntryKind, YearbookChapter>> = {
  plan: 'plans',
  activity: 'activities',
  honor: 'honors',
};

export type SelectedEntries = {
  readonly plans: readonly Plan[];
  readonly activities: readonly Activity[];
  readonly practices: readonly RecordOf<'practice'>[];
  readonly honors: readonly Honor[];
  /** Records of the chosen chapters whose year is not known. */
  readonly undated: readonly Entry[];
};

/**
 * The records that belong to the yearbook: not deleted, of a chosen chapter, and counted for the year (a date that spans
 * years counts for its last, so a record is in exactly one yearbook). All in chronicle order.
 */
export function selectEntries(
  entries: readonly Entry[],
  options: Pick<YearbookOptions, 'year' | 'chapters'>,
  practices: readonly RecordOf<'practice'>[] = [],
): SelectedEntries {
  const eligible = entries
    .filter((entry) => entry.deletedAt === null && options.chapters.includes(CHAPTER_OF[entry.kind]))
    .toSorted(compareEntries);
  const dated = eligible.filter((entry) => countingYear(recordDate(entry)) === options.year);
  return {
    plans: dated.filter((entry) => entry.kind === 'plan'),
    activities: dated.filter((entry) => entry.kind === 'activity'),
    practices: options.chapters.includes('practices')
      ? practices
          .filter(({ deletedAt, date }) => deletedAt === null && countingYear(date) === options.year)
          .toSorted(byDateAndTitle)
      : [],
    honors: dated.filter((entry) => entry.kind === 'honor'),
    undated: eligible.filter((entry) => countingYear(recordDate(entry)) === null),
  };
}

function byDateAndTitle(a: RecordOf<'practice'>, b: RecordOf<'practice'>): number {
  return compareChronologically(a.date, b.date) || compareText(a.title, b.title) || compareText(a.id, b.id);
}
