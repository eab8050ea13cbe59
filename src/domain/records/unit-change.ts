import { UNIT_CHANGES } from '../vocabulary/unit-terms.ts';
import { TEXT_LIMITS } from './draft-fields.ts';
import type { StoredRecord } from './record-shape.ts';
import { bodies } from './reference-fields.ts';
import { choice, date, prose, text } from './simple-fields.ts';

/** What happened to units: renamed, merged, split or abolished, with the document that it rests on. */
export const unitChangeFields = {
  change: choice(UNIT_CHANGES, '更名'),
  date: date(),
  /** The units before, by the names they had then. */
  from: bodies(),
  /** The units after; none when one was abolished. */
  to: bodies(),
  /** Title and number of the basis document. */
  basis: text(TEXT_LIMITS.title),
  note: prose(),
};

export type UnitChange = StoredRecord<'unitChange', typeof unitChangeFields>;
