import { compareChronologically } from '../dates/fuzzy-date.ts';
import { recordDate, type Entry } from '../records/archive-record.ts';

/**
 * The order of a chronicle. Equal dates are ordered by title and id, so that the same records always make the same
 * document.
 */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    compareChronologically(recordDate(a), recordDate(b)) || compareText(a.title, b.title) || compareText(a.id, b.id)
  );
}

/** By their code units: the same everywhere, whatever the machine's language is. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
