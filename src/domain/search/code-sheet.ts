import { gradeOf, NO_MATCH, type MatchCode, type MatchGrade } from './match-place.ts';
import type { Matches } from './matches.ts';

/** Documents by number, in order: those of `n` are from `starts[n]` up to `starts[n + 1]`. */
export type DocumentLists = { readonly starts: Uint32Array; readonly documents: Uint32Array };

/** @param number may be one that has no list */
export function documentsOf({ starts, documents }: DocumentLists, number: number): Uint32Array {
  return documents.subarray(starts[number] ?? 0, starts[number + 1] ?? 0);
}

/** Takes down the best code of each document in any order, and hands all of them out in order. */
export type CodeSheet = {
  /** Takes down one code for the documents of some lists. @param numbers of which only the first ones count */
  readonly note: (lists: DocumentLists, numbers: Uint32Array, count: number, code: MatchCode) => void;
  readonly noteOne: (lists: DocumentLists, number: number, code: MatchCode) => void;
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
  // As long as they are few, also which documents were noted.
  const few = new Uint32Array(Math.ceil(size * SORTED_SHARE));
  let count = 0;
  let worst = 0;
  const noteOne = ({ starts, documents }: DocumentLists, number: number, code: MatchCode) => {
    const end = starts[number + 1] as number;
    for (let at = starts[number] as number; at < end; at += 1) {
      const document = documents[at] as number;
      const known = codes[document] as number;
      if (known === 0) {
        if (count < few.length) few[count] = document;
        count += 1;
        codes[document] = code + 1;
      } else if (code + 1 < known) codes[document] = code + 1;
    }
  };
  const noted = (): Uint32Array => {
    if (count <= few.length) return few.slice(0, count).sort();
    const documents = new Uint32Array(count);
    let listed = 0;
    for (let document = 0; listed < count; document += 1) {
      documents[listed] = document;
      // Without a branch: the next one overwrites a document that was not noted.
      listed += codes[document] === 0 ? 0 : 1;
    }
    return documents;
  };
  return {
    note: (lists, numbers, length, code) => {
      if (length > 0) worst = Math.max(worst, code);
      for (let at = 0; at < length; at += 1) noteOne(lists, numbers[at] as number, code);
    },
    noteOne: (lists, number, code) => {
      worst = Math.max(worst, code);
      noteOne(lists, number, code);
    },
    isFull: (code) => count === size && worst <= code,
    take: (dead, toGrade = gradeOf) => {
      const gradeOfCode = Uint16Array.from({ length: NO_MATCH }, (_, code) => toGrade(code));
      const documents = noted();
      const grades = new Uint16Array(count);
      let kept = 0;
      for (const document of documents) {
        const code = (codes[document] as number) - 1;
        codes[document] = 0;
        documents[kept] = document;
        grades[kept] = gradeOfCode[code] as number;
        kept += dead[document] === 1 ? 0 : 1;
      }
      count = 0;
      worst = 0;
      return { documents: documents.subarray(0, kept), grades: grades.subarray(0, kept) };
    },
  };
}
