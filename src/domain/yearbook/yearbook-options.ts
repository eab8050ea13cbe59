import * as v from 'valibot';
import { coverEntries, coverText } from '../document/cover-text.ts';
import { DEFAULT_YEARBOOK_TITLE } from './yearbook-terms.ts';

/** The chapters that can be chosen, in the order in which they stand in the book. */
export const YEARBOOK_CHAPTERS = [
  'pictures',
  'special',
  'activities',
  'overview',
  'plans',
  'practices',
  'honors',
  'statistics',
  'appendix',
  'index',
] as const;
export type YearbookChapter = (typeof YEARBOOK_CHAPTERS)[number];

/** The years, both included, that there can be a yearbook of. */
export const YEARBOOK_YEARS = { first: 1949, last: 2100 } as const;

/** A text that the office writes itself, a paragraph to a line. */
const ownText = v.optional(v.pipe(v.string(), v.maxLength(20_000)), '');

const pictureChoiceSchema = v.pipe(
  v.strictObject({
    perPage: v.picklist([1, 2]),
    /** Whether the certificates of the year's honours follow the photos. */
    certificates: v.boolean(),
  }),
  v.readonly(),
);
export type PictureChoice = v.InferOutput<typeof pictureChoiceSchema>;
export const USUAL_PICTURES: PictureChoice = { perPage: 2, certificates: false };

export const yearbookOptionsSchema = v.pipe(
  v.strictObject({
    year: v.pipe(v.number(), v.integer(), v.minValue(YEARBOOK_YEARS.first), v.maxValue(YEARBOOK_YEARS.last)),
    chapters: v.pipe(v.array(v.picklist(YEARBOOK_CHAPTERS)), v.minLength(1), v.readonly()),
    pictures: v.optional(pictureChoiceSchema, USUAL_PICTURES),
    /** 特载 and 概况; a chapter without text is left out. */
    special: ownText,
    overview: ownText,
    /** Whether records of unknown date stand in a last chapter or are left out. */
    includeUndated: v.boolean(),
    ...coverEntries(v.optional(coverText, DEFAULT_YEARBOOK_TITLE)),
  }),
  v.readonly(),
);
export type YearbookOptions = v.InferOutput<typeof yearbookOptionsSchema>;
