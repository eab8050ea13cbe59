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
  return {
    note: (lists, numbers, length, code) => {
      if (length > 0) worst = Math.max(worst, code);
      count = noteLists(lists.starts, lists.documents, numbers, length, code + 1, codes, few, count);
    },
    noteOne: (lists, number, code) => {
      worst = Math.max(worst, code);
      const [start, end] = [lists.starts[number] ?? 0, lists.starts[number + 1] ?? 0];
      count = noteList(lists.documents, start, end, code + 1, codes, few, count);
    },
    isFull: (code) => count === size && worst <= code,
    take: (dead, toGrade = gradeOf) => {
      const gradeOfMark = Uint16Array.from({ length: NO_MATCH + 1 }, (_, mark) => toGrade(mark - 1));
      const documents = count <= few.length ? few.subarray(0, count).toSorted() : listMarked(codes, count);
      const grades = new Uint16Array(count);
      const kept = takeMarks(documents, codes, dead, gradeOfMark, grades);
      count = 0;
      worst = 0;
      return { documents: documents.subarray(0, kept), grades: grades.subarray(0, kept) };
    },
  };
}

// A search goes through these loops millions of times. By themselves and over plain arrays they are compiled once and
// well; as parts of the closures above they were compiled anew again and again.

/** @returns how many documents have been noted by now */
function noteLists(
  starts: Uint32Array,
  documents: Uint32Array,
  numbers: Uint32Array,
  length: number,
  mark: number,
  marks: Uint8Array,
  few: Uint32Array,
  count: number,
): number {
  let noted = count;
  for (let at = 0; at < length; at += 1) {
    const number = numbers[at] as number;
    noted = noteList(documents, starts[number] as number, starts[number + 1] as number, mark, marks, few, noted);
  }
  return noted;
}

function noteList(
  documents: Uint32Array,
  start: number,
  end: number,
  mark: number,
  marks: Uint8Array,
  few: Uint32Array,
  count: number,
): number {
  let noted = count;
  for (let at = start; at < end; at += 1) {
    const document = documents[at] as number;
    const known = marks[document] as number;
    if (known === 0) {
      if (noted < few.length) few[noted] = document;
      noted += 1;
      marks[document] = mark;
    } else if (mark < known) marks[document] = mark;
  }
  return noted;
}

function listMarked(marks: Uint8Array, count: number): Uint32Array {
  const documents = new Uint32Array(count);
  let listed = 0;
  for (let document = 0; listed < count; document += 1) {
    documents[listed] = document;
    // Without a branch: the next one overwrites a document that was not noted.
    listed += marks[document] === 0 ? 0 : 1;
  }
  return documents;
}

/** Grades the documents, drops the dead, and cleans their marks. @returns how many are left */
function takeMarks(
  documents: Uint32Array,
  marks: Uint8Array,
  dead: Uint8Array,
  gradeOfMark: Uint16Array,
  grades: Uint16Array,
): number {
  let kept = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] as number;
    documents[kept] = document;
    grades[kept] = gradeOfMark[marks[document] as number] as number;
    marks[document] = 0;
    kept += 1 - (dead[document] as number);
  }
  return kept;
}
