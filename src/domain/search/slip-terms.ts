import { slipBetween } from '../text/slip-between.ts';
import { countLetters, createReadingTerm, END, foldPinyin, MOST_LETTERS, type ReadingTerm } from './reading-term.ts';
import type { ReadingTable } from './reading-table.ts';

const FEWEST_LETTERS_WITH_SLIP = 5;

/** The texts that are read like a folded text and written otherwise: 检查院 for 检察院. */
export function soundAlikeTerm(text: string, table: ReadingTable): ReadingTerm | null {
  if (text.length < 2 || text.length > MOST_LETTERS) return null;
  const wanted = Array.from(
    { length: text.length },
    (_, at) => table.syllables[table.classOf(text.charCodeAt(at))] ?? [],
  );
  return createReadingTerm(text, table, (syllables, own, state) => {
    const fits = own === text.charAt(state) || syllables.some((syllable) => wanted[state]?.includes(syllable));
    if (!fits) return [];
    return [state + 1 === text.length ? END : state + 1];
  });
}

/**
 * Pinyin in whole syllables with at most one letter wrong, missing, too much or exchanged with its neighbour.
 *
 * A state tells how many letters have been read, and in which of three rows: without a slip so far, with one, or with the
 * last letter of a syllable and the first of the next one exchanged, of which the second is still to come.
 *
 * @returns null when it is too short for that
 */
export function slippedPinyinTerm(typed: string, table: ReadingTable): ReadingTerm | null {
  const text = foldPinyin(typed);
  const { length } = text;
  if (length > MOST_LETTERS || countLetters(text) < FEWEST_LETTERS_WITH_SLIP) return null;
  const row = length + 1;
  const stateAt = (position: number, slips: number) => (position === length ? END : position + slips * row);
  return createReadingTerm(text, table, (syllables, own, state) => {
    const [slips, position] = [Math.floor(state / row), state % row];
    return [...(own === null ? [] : [own]), ...syllables].flatMap((spelling): readonly number[] => {
      const end = position + spelling.length;
      if (slips === 2) {
        const exchanged = text.charAt(position - 1) + text.slice(position + 1, end);
        return exchanged === spelling && end <= length ? [stateAt(end, 1)] : [];
      }
      const exact = text.startsWith(spelling, position) ? [stateAt(end, slips)] : [];
      if (slips === 1 || spelling === own) return exact;
      const slipped = [end - 1, end, end + 1]
        .filter((reached) => reached > position && reached <= length)
        .filter((reached) => slipBetween(text.slice(position, reached), spelling) !== null)
        .map((reached) => stateAt(reached, 1));
      const isAcross =
        end < length &&
        text.slice(position, end - 1) + text.charAt(end) === spelling &&
        text.charAt(end - 1) !== text.charAt(end);
      return [...exact, ...slipped, ...(isAcross ? [end + 2 * row] : [])];
    });
  });
}
