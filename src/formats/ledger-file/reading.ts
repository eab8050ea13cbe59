import { MAX_CELLS, MAX_CHARACTERS } from './read-limits.ts';
import { ReadStopped, type ReadNotice } from './read-problem.ts';

/** What the readers of one file share: how much they may still take, and what has to be told afterwards. */
export type Reading = {
  /** The text as it may be stored. Counts its characters, and the cells that had to be cleaned. */
  readonly clean: (text: string) => string;
  /** Counts the characters of a text that was cleaned before and is shown once more. */
  readonly takeCharacters: (count: number) => void;
  /** @throws ReadStopped when the file has more cells than any ledger */
  readonly takeCells: (count: number) => void;
  readonly notice: (notice: ReadNotice) => void;
  readonly notices: () => readonly ReadNotice[];
  /** Told after each sheet. */
  readonly progress: (done: number, total: number) => void;
};

// XML 1.0, 2.2, and the controls that only a broken program writes; line breaks and tabs stay.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

export function startReading(progress: (done: number, total: number) => void): Reading {
  const notices: ReadNotice[] = [];
  let cells = 0;
  let characters = 0;
  let cleaned = 0;
  const takeCharacters = (count: number): void => {
    characters += count;
    if (characters > MAX_CHARACTERS) throw new ReadStopped({ code: 'too-many-characters', limit: MAX_CHARACTERS });
  };
  return {
    takeCharacters,
    clean(text) {
      takeCharacters(text.length);
      const withBreaks = text.replace(LINE_BREAK, '\n');
      const clean = withBreaks.replace(FORBIDDEN, '');
      if (clean.length !== withBreaks.length) cleaned += 1;
      return clean;
    },
    takeCells(count) {
      cells += count;
      if (cells > MAX_CELLS) throw new ReadStopped({ code: 'too-many-cells', limit: MAX_CELLS });
    },
    notice: (notice) => void notices.push(notice),
    notices: () => (cleaned === 0 ? notices : [...notices, { code: 'cells-cleaned', count: cleaned }]),
    progress,
  };
}
