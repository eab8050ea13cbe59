import { TERM_LISTS } from '../vocabulary/term-lists.ts';
import type { StoredRecord } from './record-shape.ts';
import { rows } from './rows-field.ts';
import { choice, count, level, prose, text } from './simple-fields.ts';

/** The office's own rules and vocabularies; there is one, with the id RULEBOOK_ID, and none before the first change. */
export const rulebookFields = {
  /** Which level follows from which awarding body; empty stands for the rules that the program comes with. */
  levelRules: rows({ pattern: text(), level: level(), note: text() }),
  /** Words offered while typing. */
  terms: rows({ list: choice(TERM_LISTS, TERM_LISTS[0]), term: text() }),
  /** Template of the 档号; empty stands for the one that the program comes with. */
  fileCodeTemplate: text(),
  fonds: text(),
  category: text(),
  department: text(),
  numberWidth: count(),
  note: prose(),
};

export type Rulebook = StoredRecord<'rulebook', typeof rulebookFields>;
