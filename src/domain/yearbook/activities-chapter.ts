import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Block } from '../document/document-tree.ts';
import type { Activity } from '../records/activity.ts';
import { sectionHeading } from '../document/chapter-numbering.ts';
import { describeActivity } from './describe-activity.ts';
import { entryTitle, sentence } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/** A stretch of the year under one heading. `rank` orders them: 6 is June, 6.5 the first half after it, 13 the rest. */
type Stretch = { readonly rank: number; readonly name: string };

const REST_OF_THE_YEAR: Stretch = { rank: 13, name: T.wholeYear };

/**
 * The year's activities as a chronicle (大事记), under the names of the months. Within a month exact days come first and
 * an unknown day stands at its end; a half-year follows its last month, an unknown month the whole year.
 *
 * @param activities in chronicle order
 */
export function composeActivities(activities: readonly Activity[], year: number): readonly Block[] {
  if (activities.length === 0) return [{ kind: 'paragraph', text: T.noActivities(year) }];
  const groups = groupByStretch(activities, year);
  return [
    { kind: 'paragraph', text: sentence([T.activitiesIntroduction(year, activities.length)]) },
    ...groups.flatMap(({ name, members }) => [
      sectionHeading(name),
      ...members.map((activity): Block => ({
        kind: 'entry',
        entryId: activity.id,
        title: entryTitle(activity.title),
        paragraphs: describeActivity(activity, year),
      })),
    ]),
  ];
}

type Group = Stretch & { readonly members: readonly Activity[] };

function groupByStretch(activities: readonly Activity[], year: number): readonly Group[] {
  const groups = new Map<number, Group>();
  for (const activity of activities) {
    const stretch = stretchOf(activity.date, year);
    const members = groups.get(stretch.rank)?.members ?? [];
    groups.set(stretch.rank, { ...stretch, members: [...members, activity] });
  }
  return [...groups.values()].toSorted((a, b) => a.rank - b.rank);
}

function stretchOf(date: FuzzyDate, year: number): Stretch {
  if (date.start === null || date.end === null || date.precision === 'year') return REST_OF_THE_YEAR;
  const [startYear, startMonth = 1] = date.start.split('-').map(Number);
  const endMonth = Number(date.end.slice(5, 7));
  if (date.precision === 'half-year') {
    return startMonth === 1 ? { rank: 6.5, name: T.firstHalf } : { rank: 12.5, name: T.secondHalf };
  }
  // A range is told when it ends; one of half a year or more belongs to no single month.
  const tooLong = startYear !== year || endMonth - startMonth >= 5;
  return tooLong ? REST_OF_THE_YEAR : { rank: endMonth, name: T.month(endMonth) };
}
