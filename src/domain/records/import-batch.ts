import { SOURCE_FORMATS } from '../import/source-book.ts';
import type { StoredRecord } from './record-shape.ts';
import { choice, count, text, title } from './simple-fields.ts';

/** A file that records were imported from, once. When and by whom is in its bookkeeping; its records name it as origin. */
export const importBatchFields = {
  /** The name that the file had; of a pasted block what the window calls it. */
  title: title(),
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits; of a pasted block that of its text in UTF-8. */
  sha256: text(),
  format: choice(SOURCE_FORMATS, 'xlsx'),
  /** Records that came new. */
  added: count(),
  /** Records that were there and took something over from the file. */
  changed: count(),
  /** Units that were known by nobody before and were founded along with them. */
  founded: count(),
};

export type ImportBatch = StoredRecord<'importBatch', typeof importBatchFields>;
