import type { FindableKind } from '../records/record-base.ts';
import type { Level } from '../vocabulary/levels.ts';

/** What a search asks for: a condition, or conditions put together. An `all` without parts admits every record, an `any` without parts none. */
export type SearchExpression =
  | { readonly type: 'all'; readonly parts: readonly SearchExpression[] }
  | { readonly type: 'any'; readonly parts: readonly SearchExpression[] }
  | { readonly type: 'not'; readonly part: SearchExpression }
  | TextCondition
  | FilterCondition;

/** Text as typed, not normalised, found anywhere within one field; a phrase (typed in quotes) is found as it stands, in no second tier and not by pinyin. */
export type TextCondition = { readonly type: 'text'; readonly text: string; readonly isPhrase: boolean };

/** Years as a condition has them: null leaves that end open; at least one end is a year, and they are in order. */
export type YearRange = { readonly from: number | null; readonly to: number | null };

export type FilterCondition =
  | { readonly type: 'kind'; readonly kinds: readonly FindableKind[] }
  /** Any day of the record's date falls into the years, both included; null leaves that end open. */
  | ({ readonly type: 'year' } & YearRange)
  /** Any of the levels; null stands for a level that is not settled. */
  | { readonly type: 'level'; readonly levels: readonly (Level | null)[] }
  /** Text within the name of a body or person of the record, as printed, or within any other name of a unit that it names. */
  | { readonly type: 'unitName'; readonly text: string }
  | { readonly type: 'unit'; readonly unitId: string }
  /** Text within one field: title, round (届次), series, work, status, documentNo, certificateNo, place, programme. */
  | { readonly type: 'field'; readonly field: SearchableField; readonly text: string }
  /** Whether the record has such a thing. */
  | { readonly type: 'has'; readonly what: SearchableThing; readonly isThere: boolean };

export const SEARCHABLE_FIELDS = [
  'title',
  'round',
  'series',
  'work',
  'status',
  'documentNo',
  'certificateNo',
  'place',
  'programme',
] as const;
export type SearchableField = (typeof SEARCHABLE_FIELDS)[number];
/** A certificate is an attachment with the role of one (see vocabulary/attachment-terms) . */
export const SEARCHABLE_THINGS = ['attachment', 'certificate', 'documentNo', 'date', 'level', 'link', 'note'] as const;
export type SearchableThing = (typeof SEARCHABLE_THINGS)[number];
