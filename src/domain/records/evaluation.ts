import { ORGAN_TYPES } from '../vocabulary/works.ts';
import { TEXT_LIMITS } from './draft-fields.ts';
import { bodies } from './reference-fields.ts';
import { choices, date, prose, text, title } from './simple-fields.ts';

/** The result of units in one round of the model-organ evaluation (模范机关评估认定). */
export const evaluationFields = {
  title: title(),
  units: bodies(),
  date: date(),
  round: text(),
  /** As the decision words it; which results there are changes from round to round. */
  result: text(),
  documentNo: text(TEXT_LIMITS.documentNo),
  organTypes: choices(ORGAN_TYPES),
  note: prose(),
  source: prose(),
};
