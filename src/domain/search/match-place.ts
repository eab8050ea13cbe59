/** The parts of a document by weight: the title (all names of a unit), the bodies and persons as printed, all others. */
export const PLACES = ['title', 'body', 'other'] as const;
export type MatchPlace = (typeof PLACES)[number];
/** How much of a field a match takes. */
export const SHAPES = ['whole', 'prefix', 'inside'] as const;
export type MatchShape = (typeof SHAPES)[number];

/**
 * How well a term fits a document, as one number; the smaller, the better. From 0 to 8 as typed, from 9 to 17 when only
 * blanks, punctuation or traditional forms set it apart; within each by place, then by shape.
 */
export type MatchCode = number;

export const LOOSE_CODE = PLACES.length * SHAPES.length;
export const NO_MATCH: MatchCode = 2 * LOOSE_CODE;
export const BODY_CODE = SHAPES.length;

/**
 * What a document scores in an expression: the greater, the better. All that was found as typed comes before all else,
 * then what was found by its text, then what was found by how it is read; within each counts the sum over the terms.
 */
export type MatchGrade = number;

const EXACT_BIT = 0x8000;
const TEXT_BIT = 0x4000;
const FOUND_BIT = 0x2000;
const SCORE_BITS = 0x1fff;
/** Of a document that passes a condition which says nothing of how well it fits. */
export const PASSED: MatchGrade = EXACT_BIT | TEXT_BIT | FOUND_BIT;
export const PASSED_LOOSELY: MatchGrade = TEXT_BIT | FOUND_BIT;
const PASSED_BY_READING: MatchGrade = FOUND_BIT;

export function gradeOf(code: MatchCode): MatchGrade {
  return code < LOOSE_CODE ? PASSED | (LOOSE_CODE - code) : PASSED_LOOSELY | (NO_MATCH - code);
}

/** Of a document in which a term stands so by its reading. */
export function readingGradeOf(code: MatchCode): MatchGrade {
  return PASSED_BY_READING | (LOOSE_CODE - (code % LOOSE_CODE));
}

/** Of a document that passes both conditions. */
export function bothGrades(a: MatchGrade, b: MatchGrade): MatchGrade {
  const score = (a & SCORE_BITS) + (b & SCORE_BITS);
  return (a & b & PASSED) | (score < SCORE_BITS ? score : SCORE_BITS);
}

export function isExactGrade(grade: MatchGrade): boolean {
  return (grade & EXACT_BIT) !== 0;
}

/** Whether everything was found by text, and nothing only by its reading. */
export function isTextGrade(grade: MatchGrade): boolean {
  return (grade & TEXT_BIT) !== 0;
}

/** From 9, a whole title, to 1, a part of some other field, for each term. */
export function scoreOf(grade: MatchGrade): number {
  return grade & SCORE_BITS;
}

export function placeOf(code: MatchCode): MatchPlace {
  return PLACES[Math.floor((code % LOOSE_CODE) / SHAPES.length)] ?? 'other';
}

export function shapeOf(code: MatchCode): MatchShape {
  return SHAPES[code % SHAPES.length] ?? 'inside';
}
