import { gradeOf, type MatchCode, type MatchGrade } from './match-place.ts';
import type { Matches } from './matches.ts';

/** Takes down the best code of each document in any order, and hands all of them out in order. */
export type CodeSheet = {
  /** Takes down one code for a stretch of a list of documents. */
  readonly note: (documents: Uint32Array, start: number, end: number, code: MatchCode) => void;
  /** Whether all documents have been noted with a code at least as good. */
  readonly isFull: (code: MatchCode) => boolean;
  /** What was noted of all documents that are not dead, graded; the sheet is clean again. */
  readonly take: (dead: Uint8Array, toGrade?: (code: MatchCode) => MatchGrade) => Matches;
};

/** Above this share of all documents, going through all of them is faster than sorting those that were noted. */
const SORTED_SHARE = 1 / 24;

export function createCodeSheet(size: number): CodeSheet {
  // Codes plus 1, so that a clean sheet is all zeros.
  const codes = new Uint8Array(size);
  const noted = new Uint32Array(size);
  let count = 0;
  let worst = 0;
  return {
    note: (documents, start, end, code) => {
      if (code > worst) worst = code;
      for (let at = start; at < end; at += 1) {
        const document = documents[at] as number;
        const known = codes[document] as number;
        if (known === 0) {
          noted[count] = document;
          count += 1;
        }
        if (known === 0 || code + 1 < known) codes[document] = code + 1;
      }
    },
    isFull: (code) => count === size && worst <= code,
    take: (dead, toGrade = gradeOf) => {
      if (count < size * SORTED_SHARE) noted.subarray(0, count).sort();
      else {
        let at = 0;
        for (let document = 0; document < size; document += 1) {
          noted[at] = document;
          // Without a branch: the next one overwrites a document that was not noted.
          at += codes[document] === 0 ? 0 : 1;
          if (at === count) break;
        }
      }
      const documents = new Uint32Array(count);
      const grades = new Uint16Array(count);
      let kept = 0;
      for (let at = 0; at < count; at += 1) {
        const document = noted[at] as number;
        const code = (codes[document] as number) - 1;
        codes[document] = 0;
        if (dead[document] === 1) continue;
        documents[kept] = document;
        grades[kept] = toGrade(code);
        kept += 1;
      }
      count = 0;
      worst = 0;
      return { documents: documents.subarray(0, kept), grades: grades.subarray(0, kept) };
    },
  };
}
