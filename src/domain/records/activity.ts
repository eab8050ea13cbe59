import { ACTIVITY_KINDS } from '../vocabulary/activity-terms.ts';
import { ORGAN_TYPES, WORKS } from '../vocabulary/works.ts';
import type { StoredRecord } from './record-shape.ts';
import { bodies, body } from './reference-fields.ts';
import { rows } from './rows-field.ts';
import { choice, choices, count, date, prose, text, title } from './simple-fields.ts';

/** A themed activity, alone or as an episode of a series (模范机关故事汇 第一期). */
export const activityFields = {
  title: title(),
  activityKind: choice(ACTIVITY_KINDS, '主题活动'),
  series: text(),
  episode: text(),
  /** A period for inspections and the like. */
  date: date(),
  place: text(),
  hosts: bodies(),
  coHosts: bodies(),
  participants: bodies(),
  headcount: count(),
  summary: prose(),
  /** Results of a contest or selection, best first. */
  results: rows({ name: text(), unit: body(), result: text() }),
  works: choices(WORKS),
  organTypes: choices(ORGAN_TYPES),
  note: prose(),
  source: prose(),
};

export type Activity = StoredRecord<'activity', typeof activityFields>;
