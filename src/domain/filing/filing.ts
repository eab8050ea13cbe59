import * as v from 'valibot';
import { fileCodeSegmentsSchema, NO_SEGMENTS } from './file-code-segments.ts';
import { RETENTIONS } from './retention.ts';
import { SECRECY_LEVELS } from './secrecy.ts';

/** Longest name of a box, in UTF-16 code units. */
const MOST_BOX = 200;
const MOST_PAGES = 100_000;

/** What filing (归档) adds to an entry. */
export const filingSchema = v.pipe(
  v.strictObject({
    /** 档号, frozen once issued. Null while the item has none. */
    code: v.nullable(v.pipe(v.string(), v.minLength(1))),
    /** As they stand in the code; before it is issued, as far as they are known. */
    segments: fileCodeSegmentsSchema,
    /** ISO 8601 instant in UTC. */
    issuedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
    /** 盒号. */
    box: v.pipe(v.string(), v.maxLength(MOST_BOX)),
    /** Pages with writing or pictures on them (DA/T 22-2015, 5.5). Null when not counted, or when it is not paper. */
    pages: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PAGES))),
    /** As decided today. An appraisal may change it later; the code keeps the period that it was issued with. */
    retention: v.nullable(v.picklist(RETENTIONS)),
    secrecy: v.picklist(SECRECY_LEVELS),
    /** Whether the archivist made up the title because the paper has none. */
    titleMadeUp: v.boolean(),
  }),
  v.readonly(),
  v.check(
    ({ code, issuedAt, segments }) =>
      code === null ? issuedAt === null && segments.number === null : issuedAt !== null && segments.number !== null,
    'a code has a number and the time of its issue; without a code there is neither',
  ),
);
export type Filing = v.InferOutput<typeof filingSchema>;

/** An item about which nothing has been decided. */
export const NO_FILING: Filing = {
  code: null,
  segments: NO_SEGMENTS,
  issuedAt: null,
  box: '',
  pages: null,
  retention: null,
  secrecy: '无',
  titleMadeUp: false,
};
