import { bothGrades, PASSED, type MatchGrade } from './match-place.ts';

/** Documents of one segment, in order, and how well each fits. */
export type Matches = { readonly documents: Uint32Array; readonly grades: Uint16Array };

export const NO_MATCHES: Matches = { documents: new Uint32Array(0), grades: new Uint16Array(0) };

/** Documents that pass a condition which says nothing of how well they fit. */
export function allPass(documents: Uint32Array): Matches {
  return { documents, grades: new Uint16Array(documents.length).fill(PASSED) };
}

/** The documents of a list, in order, that pass a test. */
export function filterDocuments(documents: Uint32Array, test: (document: number) => boolean): Uint32Array {
  const passing = new Uint32Array(documents.length);
  let count = 0;
  for (const document of documents) {
    if (!test(document)) continue;
    passing[count] = document;
    count += 1;
  }
  return passing.subarray(0, count);
}

/** The documents to which a grade is given; zero leaves one out. */
export function gradeDocuments(documents: Uint32Array, grade: (document: number) => MatchGrade): Matches {
  const found = new Uint32Array(documents.length);
  const grades = new Uint16Array(documents.length);
  let count = 0;
  for (const document of documents) {
    const given = grade(document);
    if (given === 0) continue;
    found[count] = document;
    grades[count] = given;
    count += 1;
  }
  return { documents: found.subarray(0, count), grades: grades.subarray(0, count) };
}

/** Documents of both, with both their grades. */
export function intersectMatches(a: Matches, b: Matches): Matches {
  const documents = new Uint32Array(Math.min(a.documents.length, b.documents.length));
  const grades = new Uint16Array(documents.length);
  let count = 0;
  for (let inA = 0, inB = 0; inA < a.documents.length && inB < b.documents.length;) {
    const fromA = a.documents[inA] as number;
    const fromB = b.documents[inB] as number;
    if (fromA === fromB) {
      documents[count] = fromA;
      grades[count] = bothGrades(a.grades[inA] as number, b.grades[inB] as number);
      count += 1;
    }
    if (fromA <= fromB) inA += 1;
    if (fromB <= fromA) inB += 1;
  }
  return { documents: documents.subarray(0, count), grades: grades.subarray(0, count) };
}

/** Matches among the documents of a list, in order. */
export function keepMatches(matches: Matches, within: Uint32Array): Matches {
  const kept = new Uint32Array(Math.min(matches.documents.length, within.length));
  const grades = new Uint16Array(kept.length);
  let count = 0;
  for (let at = 0, other = 0; at < matches.documents.length && other < within.length;) {
    const document = matches.documents[at] as number;
    const limit = within[other] as number;
    if (document === limit) {
      kept[count] = document;
      grades[count] = matches.grades[at] as number;
      count += 1;
    }
    if (document <= limit) at += 1;
    if (limit <= document) other += 1;
  }
  return { documents: kept.subarray(0, count), grades: grades.subarray(0, count) };
}

/** Documents of any, each with its best grade. @param size how many documents the segment has */
export function uniteMatches(all: readonly Matches[], size: number): Matches {
  const [first = NO_MATCHES, ...others] = all.filter(({ documents }) => documents.length > 0);
  if (others.length === 0) return first;
  const best = new Uint16Array(size);
  for (const { documents, grades } of [first, ...others]) {
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] as number;
      const grade = grades[at] as number;
      if (grade > (best[document] as number)) best[document] = grade;
    }
  }
  return collectNonZero(best);
}

/** Documents of a list, in order, that a match is not among. */
export function withoutMatches(documents: Uint32Array, { documents: excluded }: Matches): Uint32Array {
  if (excluded.length === 0) return documents;
  const rest = new Uint32Array(documents.length);
  let count = 0;
  let next = 0;
  for (const document of documents) {
    while (next < excluded.length && (excluded[next] as number) < document) next += 1;
    if (excluded[next] === document) continue;
    rest[count] = document;
    count += 1;
  }
  return rest.subarray(0, count);
}

function collectNonZero(grades: Uint16Array): Matches {
  let count = 0;
  for (const grade of grades) if (grade !== 0) count += 1;
  const documents = new Uint32Array(count);
  const kept = new Uint16Array(count);
  let at = 0;
  for (let document = 0; at < count; document += 1) {
    const grade = grades[document] as number;
    if (grade === 0) continue;
    documents[at] = document;
    kept[at] = grade;
    at += 1;
  }
  return { documents, grades: kept };
}
