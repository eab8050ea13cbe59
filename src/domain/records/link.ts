import { LINK_TYPES } from '../vocabulary/link-terms.ts';
import type { StoredRecord } from './record-shape.ts';
import { reference } from './reference-fields.ts';
import { choice, prose } from './simple-fields.ts';

/** That one record has to do with another: a plan is carried out by an activity, which leads to an honour. */
export const linkFields = {
  from: reference(null),
  to: reference(null),
  linkType: choice(LINK_TYPES, '相关'),
  note: prose(),
};

export type Link = StoredRecord<'link', typeof linkFields>;
