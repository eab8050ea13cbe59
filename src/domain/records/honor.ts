import { CARRIERS, DATE_MEANINGS, STATUS_EVENTS, VERIFICATIONS } from '../vocabulary/honor-terms.ts';
import { ORGAN_TYPES, WORKS } from '../vocabulary/works.ts';
import { TEXT_LIMITS } from './draft-fields.ts';
import type { StoredRecord } from './record-shape.ts';
import { bodies, recipients, reference } from './reference-fields.ts';
import { rows } from './rows-field.ts';
import { choice, choices, date, flag, level, prose, text, title } from './simple-fields.ts';

/** An honour (荣誉), in the order in which a certificate and its decision are read. */
export const honorFields = {
  title: title(),
  date: date(),
  /** Which date it is: of the decision, of the certificate, or of the day it was received. */
  dateMeaning: choice(DATE_MEANINGS, '不详'),
  recipients: recipients(),
  collective: flag(true),
  /** In the order printed, lead body first; a joint award is one honour. */
  awardedBy: bodies(),
  /** Follows from the awarding bodies unless it is stated; null while nobody has settled it. */
  level: level(),
  /** Why the level is another than the one that follows from the awarding bodies. */
  levelReason: text(),
  /** The award programme (表彰项目). */
  programme: reference('programme'),
  /** Which time the programme was held (届次). */
  round: text(),
  documentNo: text(TEXT_LIMITS.documentNo),
  /** Title of the decision document. */
  documentTitle: text(TEXT_LIMITS.title),
  certificateNo: text(TEXT_LIMITS.documentNo),
  /** What it is on: certificate, plaque, cup and so on. */
  carriers: choices(CARRIERS),
  /** Where the carrier is kept. */
  location: text(),
  verification: choice(VERIFICATIONS, '待核实'),
  /** What became of it: kept after review, warned, revoked, ended. */
  statusEvents: rows({ event: choice(STATUS_EVENTS, '保留'), date: date(), basis: text(TEXT_LIMITS.title) }),
  works: choices(WORKS),
  organTypes: choices(ORGAN_TYPES),
  note: prose(),
  source: prose(),
};

export type Honor = StoredRecord<'honor', typeof honorFields>;
