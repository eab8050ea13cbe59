import { PLAN_KINDS, PLAN_STATUSES } from '../vocabulary/plan-terms.ts';
import { ORGAN_TYPES, WORKS } from '../vocabulary/works.ts';
import { TEXT_LIMITS } from './draft-fields.ts';
import type { StoredRecord } from './record-shape.ts';
import { bodies, reference } from './reference-fields.ts';
import { choice, choices, date, prose, text, title } from './simple-fields.ts';

/** A work plan: 工作方案, 推进办法 or 考核机制. */
export const planFields = {
  title: title(),
  planKind: choice(PLAN_KINDS, '其他'),
  documentNo: text(TEXT_LIMITS.documentNo),
  issuers: bodies(),
  issued: date(),
  effective: date(),
  expires: date(),
  /** Whether it is in force. */
  status: choice(PLAN_STATUSES, '不详'),
  /** The earlier version that this one takes the place of. */
  supersedes: reference('plan'),
  works: choices(WORKS),
  organTypes: choices(ORGAN_TYPES),
  fullText: prose(TEXT_LIMITS.document),
  note: prose(),
  source: prose(),
};

export type Plan = StoredRecord<'plan', typeof planFields>;
