import type { SearchFieldName } from './search-document.ts';
import { containsTerm, findHighlights, type Highlight, type HighlightTerm } from './search-highlight.ts';

/** A piece of one field. Plain text, never HTML; the highlights are offsets into it, in order and apart. */
export type Snippet = {
  readonly text: string;
  readonly highlights: readonly Highlight[];
  /** Null when there is nothing to show. */
  readonly field: SearchFieldName | null;
};

/** A field as it is shown, and as it is searched. */
export type ShownField = { readonly name: SearchFieldName; readonly text: string; readonly normalized: string };

const SNIPPET_LENGTH = 60;
const LEAD_LENGTH = 20;
const ELLIPSIS = '…';
const NAMES: ReadonlySet<SearchFieldName> = new Set(['title', 'body', 'unitName']);
/** What tells most about a record whose title alone matches. */
const INTRODUCTIONS: readonly SearchFieldName[] = ['summary', 'note', 'source'];

/** The part of a record that shows best why it was found, other than its title, which comes first among the fields. */
export function makeSnippet(fields: readonly ShownField[], terms: readonly HighlightTerm[]): Snippet {
  const termsIn = chooseTerms(terms);
  const field = bestMatchingField(fields, terms, termsIn) ?? introduction(fields);
  if (field === null) return { text: '', highlights: [], field: null };
  return { ...cutAround(field.text, findHighlights(field.text, termsIn(field))), field: field.name };
}

type TermsIn = (field: ShownField) => readonly HighlightTerm[];

/** Terms are found by their reading in names only. */
function chooseTerms(terms: readonly HighlightTerm[]): TermsIn {
  const byText = terms.map((term) => ({ ...term, reading: null }));
  return ({ name }) => (NAMES.has(name) ? terms : byText);
}

/** The field with most of the terms that the title lacks, then with most terms at all; the first of equals. */
function bestMatchingField(
  [title, ...fields]: readonly ShownField[],
  terms: readonly HighlightTerm[],
  termsIn: TermsIn,
): ShownField | null {
  const isMissing = terms.map((term) => title === undefined || !containsTerm(title.normalized, term));
  let best: ShownField | null = null;
  let bestWeight = 0;
  for (const field of fields) {
    const isFound = termsIn(field).map((term) => containsTerm(field.normalized, term));
    const added = isFound.filter((found, index) => found && isMissing[index] === true);
    const weight = isFound.filter(Boolean).length + added.length * terms.length;
    if (weight <= bestWeight) continue;
    best = field;
    bestWeight = weight;
  }
  return best;
}

function introduction(fields: readonly ShownField[]): ShownField | null {
  for (const name of INTRODUCTIONS) {
    const field = fields.find((each) => each.name === name);
    if (field !== undefined) return field;
  }
  return null;
}

function cutAround(text: string, highlights: readonly Highlight[]): Omit<Snippet, 'field'> {
  const first = highlights[0]?.[0] ?? 0;
  const latestStart = Math.max(0, text.length - SNIPPET_LENGTH);
  const start = wholeCharacter(text, Math.min(Math.max(0, first - LEAD_LENGTH), latestStart));
  const end = wholeCharacter(text, Math.min(text.length, start + SNIPPET_LENGTH));
  const lead = start > 0 ? ELLIPSIS : '';
  const shift = lead.length - start;
  return {
    // Unit for unit, so that the offsets stay right.
    text: lead + text.slice(start, end).replace(/\s/g, ' ') + (end < text.length ? ELLIPSIS : ''),
    highlights: highlights
      .filter((each) => each[0] < end && each[1] > start)
      .map((each): Highlight => [Math.max(each[0], start) + shift, Math.min(each[1], end) + shift]),
  };
}

/** Steps back out of the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const splits = at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
  return splits ? at - 1 : at;
}
