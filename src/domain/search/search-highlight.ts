import { foldTable, foldText } from './fold-text.ts';
import { normalizeForSearch, normalizeWithPositions, type NormalizedText } from './normalize-text.ts';

/** From the first to behind the last UTF-16 unit of a match. */
export type Highlight = readonly [start: number, end: number];

/** A term as it is marked; `loose` is its fold, or null when it is marked as typed only. */
export type HighlightTerm = { readonly text: string; readonly loose: string | null };

/** Where the terms stand in the original text: as typed, and a term that does not stand there so, loosely. */
export function findHighlights(text: string, terms: readonly HighlightTerm[]): readonly Highlight[] {
  const wanted = terms.filter((term) => containsTerm(normalizeForSearch(text), term));
  if (wanted.length === 0) return [];
  const normalized = normalizeWithPositions(text);
  const found = wanted.flatMap(({ text: term, loose }) => {
    const exact = occurrences(normalized, term);
    return exact.length > 0 || loose === null ? exact : occurrences(foldWithPositions(normalized), loose);
  });
  return mergeHighlights(found);
}

/** Whether a normalised text contains a term, if it may be loosely. */
export function containsTerm(normalized: string, { text, loose }: HighlightTerm): boolean {
  return normalized.includes(text) || (loose !== null && foldText(normalized).includes(loose));
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

function mergeHighlights(highlights: readonly Highlight[]): readonly Highlight[] {
  const merged: [number, number][] = [];
  for (const [start, end] of highlights.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
