import { normalizeWithPositions, type NormalizedText } from './normalize-text.ts';
import type { SearchDocument, SearchField, SearchFieldName } from './search-document.ts';

/** From the first to behind the last UTF-16 unit of a match. */
export type Highlight = readonly [start: number, end: number];

/** A piece of one field. Plain text, never HTML; the highlights are offsets into it, in order and apart. */
export type Snippet = {
  readonly text: string;
  readonly highlights: readonly Highlight[];
  /** Null when there is nothing to show. */
  readonly field: SearchFieldName | null;
};

const SNIPPET_LENGTH = 60;
const LEAD_LENGTH = 20;
const ELLIPSIS = '…';
/** What tells most about a record whose title alone matches. */
const INTRODUCTIONS: readonly SearchFieldName[] = ['summary', 'note', 'source'];

/** Where the terms stand in the original text. */
export function findHighlights(text: string, terms: readonly string[]): readonly Highlight[] {
  const normalized = normalizeWithPositions(text);
  return mergeHighlights(terms.flatMap((term) => occurrences(normalized, term)));
}

/**
 * The part of a record that shows best why it was found, other than its title.
 *
 * @param normalized the normalised text of each field of the document
 */
export function makeSnippet(
  document: SearchDocument,
  normalized: readonly string[],
  terms: readonly string[],
): Snippet {
  const field = bestMatchingField(document, normalized, terms) ?? introduction(document);
  if (field === null) return { text: '', highlights: [], field: null };
  return { ...cutAround(field.text, findHighlights(field.text, terms)), field: field.name };
}

/** The field with most of the terms that the title lacks, then with most terms at all; the first of equals. */
function bestMatchingField(
  { fields }: SearchDocument,
  [title = '', ...texts]: readonly string[],
  terms: readonly string[],
): SearchField | null {
  const missing = new Set(terms.filter((term) => !title.includes(term)));
  let best: SearchField | null = null;
  let bestWeight = 0;
  for (const [index, field] of fields.slice(1).entries()) {
    const found = terms.filter((term) => texts[index]?.includes(term));
    const weight = found.length + found.filter((term) => missing.has(term)).length * terms.length;
    if (weight <= bestWeight) continue;
    best = field;
    bestWeight = weight;
  }
  return best;
}

function introduction({ fields }: SearchDocument): SearchField | null {
  for (const name of INTRODUCTIONS) {
    const field = fields.find((each) => each.name === name);
    if (field !== undefined) return field;
  }
  return null;
}

function occurrences({ text, starts, ends }: NormalizedText, term: string): readonly Highlight[] {
  const found: Highlight[] = [];
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    found.push([starts[at] ?? 0, ends[at + term.length - 1] ?? 0]);
  }
  return found;
}

function mergeHighlights(highlights: readonly Highlight[]): readonly Highlight[] {
  const merged: [number, number][] = [];
  for (const [start, end] of highlights.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
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
