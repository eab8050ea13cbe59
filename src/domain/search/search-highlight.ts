import { foldTable, foldText } from './fold-text.ts';
import { findReadings } from './match-reading.ts';
import { normalizeForSearch, normalizeWithPositions, type NormalizedText } from './normalize-text.ts';
import type { ReadingTerm } from './reading-term.ts';

/** From the first to behind the last UTF-16 unit of a match. */
export type Highlight = readonly [start: number, end: number];

/**
 * A term as it is marked; `loose` is its fold, or null when it is marked as typed only; `reading` is how it is read, or
 * null when that marks nothing.
 */
export type HighlightTerm = {
  readonly text: string;
  readonly loose: string | null;
  readonly reading: ReadingTerm | null;
};

/** Where the terms stand in the original text: as typed, and a term that does not stand there so, loosely. */
export function findHighlights(text: string, terms: readonly HighlightTerm[]): readonly Highlight[] {
  const wanted = terms.filter((term) => containsTerm(normalizeForSearch(text), term));
  if (wanted.length === 0) return [];
  const normalized = normalizeWithPositions(text);
  const found = wanted.flatMap(({ text: term, loose, reading }) => {
    const exact = occurrences(normalized, term);
    if (exact.length > 0 || (loose === null && reading === null)) return exact;
    const folded = foldWithPositions(normalized);
    return reading === null ? occurrences(folded, loose ?? '') : readings(folded, reading);
  });
  return mergeHighlights(found);
}

/** Whether a normalised text contains a term, if it may be loosely or by its reading. */
export function containsTerm(normalized: string, { text, loose, reading }: HighlightTerm): boolean {
  if (normalized.includes(text)) return true;
  if (loose !== null && foldText(normalized).includes(loose)) return true;
  return reading !== null && findReadings(foldText(normalized), reading).length > 0;
}

function foldWithPositions({ text, starts, ends }: NormalizedText): NormalizedText {
  const fold = foldTable();
  let folded = '';
  const kept: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = fold[text.charCodeAt(at)] ?? 0;
    if (unit === 0) continue;
    folded += String.fromCharCode(unit);
    kept.push(at);
  }
  return { text: folded, starts: kept.map((at) => starts[at] ?? 0), ends: kept.map((at) => ends[at] ?? 0) };
}

function occurrences({ text, starts, ends }: NormalizedText, term: string): readonly Highlight[] {
  const found: Highlight[] = [];
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    found.push([starts[at] ?? 0, ends[at + term.length - 1] ?? 0]);
  }
  return found;
}

function readings({ text, starts, ends }: NormalizedText, term: ReadingTerm): readonly Highlight[] {
  return findReadings(text, term).map(([start, end]): Highlight => [starts[start] ?? 0, ends[end - 1] ?? 0]);
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
