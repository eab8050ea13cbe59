import type { Block } from '../document/document-tree.ts';
import type { Activity } from '../records/activity.ts';
import { sectionHeading } from '../document/chapter-numbering.ts';
import { describeActivity } from './describe-activity.ts';
import { entryTitle, sentence } from '../document/sentence.ts';
import { groupByStretch } from './stretches.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/**
 * The year's activities as a chronicle (大事记), under the names of the months. Within a month exact days come first and
 * an unknown day stands at its end.
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
