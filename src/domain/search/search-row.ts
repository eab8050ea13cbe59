import type { RecordId, FindableKind } from '../records/record-base.ts';
import type { Level } from '../vocabulary/levels.ts';
import { normalizeForSearch } from './normalize-text.ts';
import { mayContain, neededBits, signPairs, type PairSignature } from './pair-signature.ts';
import type { SearchDocument, SearchFieldName } from './search-document.ts';

/** A record as the scan sees it: its normalised fields joined into one string, and what it is filtered by. */
export type SearchRow = {
  readonly id: RecordId;
  readonly kind: FindableKind;
  readonly level: Level | null;
  readonly years: SearchDocument['years'];
  /** Places in the store's list of units: numbers count faster than ids. */
  readonly units: readonly number[];
  /** Greater is more recent. */
  readonly recency: string;
  /** Every field between two separators: first the title (all names of a unit), then the bodies, then all others. */
  readonly text: string;
  readonly pairs: PairSignature;
  /** Where the separator after the title or names stands, and the one after the last body. */
  readonly titleEnd: number;
  readonly bodiesEnd: number;
};

// No normalised text or term contains it, so that no match reaches from one field into the next.
// (V8 looks for one byte of it at a time: 0xFF is rare among Chinese and Latin text, 0x00 is in every digit.)
const SEPARATOR = '\uFFFF';
/** Before every day: what is undated comes last. */
const NO_DAY = '0000-00-00';
const BODY_FIELDS: ReadonlySet<SearchFieldName> = new Set(['body', 'unitName']);

/** Weight of the place of a match, far enough apart for its shape (0 inside, 1 prefix, 2 whole field) to fit between. */
const TITLE_MATCH = 7;
const BODY_MATCH = 4;
const OTHER_MATCH = 1;

export function toSearchRow(document: SearchDocument, units: readonly number[], createdAt: string): SearchRow {
  const { id, kind, level, years, date, fields } = document;
  const normalized = fields.map(({ text }) => normalizeForSearch(text));
  const othersStart = 1 + fields.filter(({ name }) => BODY_FIELDS.has(name)).length;
  // A unit goes by any of its names as if it were its title.
  const bodiesStart = kind === 'unit' ? othersStart : 1;
  const joined = SEPARATOR + normalized.join(SEPARATOR) + SEPARATOR;
  return {
    id,
    kind,
    level,
    years,
    units,
    recency: [date?.end ?? NO_DAY, date?.start ?? NO_DAY, createdAt].join(' '),
    text: joined,
    pairs: signPairs(joined),
    titleEnd: joinedLength(normalized.slice(0, bodiesStart)),
    bodiesEnd: joinedLength(normalized.slice(0, othersStart)),
  };
}

/** The normalised fields of a row's document, in their order. */
export function normalizedFields(row: SearchRow): readonly string[] {
  return row.text.slice(1, -1).split(SEPARATOR);
}

/** A word of a query, normalised. */
export type SearchTerm = {
  readonly text: string;
  readonly inside: Sought;
  readonly prefix: Sought;
  readonly whole: Sought;
};
type Sought = { readonly text: string; readonly needed: ReturnType<typeof neededBits> };

/** The words of a query: all of them must be found. Longer ones first, because they rule out a record soonest. */
export function readSearchTerms(query: string): readonly SearchTerm[] {
  const words = normalizeForSearch(query)
    .split(' ')
    .filter((word) => word !== '');
  return [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .map((text) => ({
      text,
      inside: seek(text),
      prefix: seek(SEPARATOR + text),
      whole: seek(SEPARATOR + text + SEPARATOR),
    }));
}

/** How well a record fits, or null when a term is missing: title before bodies before the rest, whole before prefix. */
export function scoreRow(row: SearchRow, terms: readonly SearchTerm[]): number | null {
  let score = 0;
  for (const term of terms) {
    const at = find(row, term.inside, 0, row.text.length);
    if (at === -1) return null;
    score += termScore(row, term, at);
  }
  return score;
}

/** Most recent first; ids decide between equals, so that the order never changes by itself. */
export function compareRows(a: SearchRow, b: SearchRow): number {
  if (a.recency !== b.recency) return a.recency < b.recency ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function termScore(row: SearchRow, term: SearchTerm, at: number): number {
  if (at < row.titleEnd) return TITLE_MATCH + matchShape(row, term, at, row.titleEnd);
  if (at < row.bodiesEnd) return BODY_MATCH + matchShape(row, term, at, row.bodiesEnd);
  return OTHER_MATCH + matchShape(row, term, at, row.text.length - 1);
}

/** The best shape among the fields from the first match up to the separator at `end`. */
function matchShape(row: SearchRow, { prefix, whole }: SearchTerm, first: number, end: number): 0 | 1 | 2 {
  const start = find(row, prefix, first - 1, end);
  if (start === -1) return 0;
  return find(row, whole, start, end + 1) === -1 ? 1 : 2;
}

function seek(text: string): Sought {
  return { text, needed: neededBits(text) };
}

/** Where the text stands between the two places of a row, or -1. */
function find({ text, pairs }: SearchRow, sought: Sought, from: number, to: number): number {
  if (!mayContain(pairs, sought.needed)) return -1;
  const at = to < text.length ? text.slice(from, to).indexOf(sought.text) : text.indexOf(sought.text, from) - from;
  return at < 0 ? -1 : at + from;
}

function joinedLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + SEPARATOR.length, 0);
}
