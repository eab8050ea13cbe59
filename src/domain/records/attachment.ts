import { ATTACHMENT_ROLES } from '../vocabulary/attachment-terms.ts';
import { TEXT_LIMITS } from './draft-fields.ts';
import type { StoredRecord } from './record-shape.ts';
import { reference } from './reference-fields.ts';
import { choice, count, date, prose, text } from './simple-fields.ts';

/** A file that belongs to a record. Its bytes lie in the data folder under their SHA-256. */
export const attachmentFields = {
  owner: reference(null),
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  sha256: text(),
  /** Size in bytes. */
  bytes: count(Number.MAX_SAFE_INTEGER),
  /** Media type as told from the bytes, not from the name. */
  mime: text(),
  /** The name that the file had. */
  name: text(TEXT_LIMITS.title),
  role: choice(ATTACHMENT_ROLES, '其他'),
  /** Place among the attachments of its record, from 0. */
  position: count(),
  /** Degrees clockwise by which it is shown turned: 0, 90, 180 or 270. */
  rotation: count(),
  /** When a photo was taken, as its camera or a person says. */
  takenAt: date(),
  photoGroup: reference('photoGroup'),
  caption: text(TEXT_LIMITS.title),
  /** Text of a Word or PDF file, to be searched. */
  extractedText: prose(),
  note: prose(),
};

export type Attachment = StoredRecord<'attachment', typeof attachmentFields>;
