import { PRACTICE_KINDS } from '../vocabulary/activity-terms.ts';
import { ORGAN_TYPES, WORKS } from '../vocabulary/works.ts';
import { bodies } from './reference-fields.ts';
import { choice, choices, date, prose, title } from './simple-fields.ts';

/** A good practice (典型做法, 创新做法) of one or more units. */
export const practiceFields = {
  title: title(),
  practiceKind: choice(PRACTICE_KINDS, '典型做法'),
  units: bodies(),
  date: date(),
  summary: prose(),
  works: choices(WORKS),
  organTypes: choices(ORGAN_TYPES),
  note: prose(),
  source: prose(),
};
