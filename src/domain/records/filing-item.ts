import { TEXT_LIMITS } from './draft-fields.ts';
import type { StoredRecord } from './record-shape.ts';
import { reference } from './reference-fields.ts';
import { count, flag, prose, text } from './simple-fields.ts';

/** How a record is filed: its 档号 with the segments that it is made of (DA/T 22-2015, DA/T 13-2022). */
export const filingItemFields = {
  owner: reference(null),
  /** The 档号 once it is issued, never changed from then on; empty before. */
  code: text(TEXT_LIMITS.documentNo),
  fonds: text(),
  category: text(),
  year: count(),
  retention: text(),
  department: text(),
  number: count(),
  /** ISO 8601 instant of issue; empty before. */
  issuedAt: text(),
  box: text(),
  pages: count(),
  secrecy: text(),
  /** The title was made up by the archivist and is printed in [ ]. */
  isTitleMadeUp: flag(false),
  note: prose(),
};

export type FilingItem = StoredRecord<'filingItem', typeof filingItemFields>;
