import type { StoredRecord } from './record-shape.ts';
import { bodies } from './reference-fields.ts';
import { count, level, names, prose, text, title } from './simple-fields.ts';

/** An award programme (表彰项目): what an honour is awarded in, round after round. The title is its name. */
export const programmeFields = {
  title: title(),
  aliases: names(),
  hosts: bodies(),
  /** The level of the honours awarded in it, before what follows from their awarding bodies. */
  level: level(),
  /** Years from one round to the next, such as 5 for 全国先进基层党组织. */
  cycleYears: count(),
  /** Where the programme is listed, such as the catalogue of permitted programmes. */
  listSource: text(),
  note: prose(),
  source: prose(),
};

export type Programme = StoredRecord<'programme', typeof programmeFields>;
