import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  compareSegments,
  equalSegments,
  fileCodeSegmentsSchema,
  NO_SEGMENTS,
  SEGMENT_KINDS,
} from './file-code-segments.ts';
import { segmentsOf } from './filing-fixtures.ts';

describe('the order of codes', () => {
  test('is by each segment in turn, retention longest first, numbers by value', () => {
    const ordered = [
      segmentsOf({ year: null }),
      segmentsOf({ number: 2 }),
      segmentsOf({ number: 10 }),
      segmentsOf({ department: '办公室', number: 1 }),
      segmentsOf({ retention: '30年', number: 1 }),
      segmentsOf({ retention: '10年', number: 1 }),
      segmentsOf({ year: 2012, number: 1 }),
      segmentsOf({ fonds: 'Z110', number: 1 }),
    ];
    expect(ordered.toReversed().toSorted((a, b) => compareSegments(SEGMENT_KINDS, a, b))).toEqual(ordered);
  });

  test('follows the order of the segments that is given', () => {
    const [a, b] = [segmentsOf({ retention: '10年', department: 'A' }), segmentsOf({ department: 'B' })];
    expect(compareSegments(['retention', 'department'], a, b)).toBe(1);
    expect(compareSegments(['department', 'retention'], a, b)).toBe(-1);
    expect(compareSegments(['fonds'], a, b)).toBe(0);
  });
});

test('segments are equal when all of them are', () => {
  expect(equalSegments(segmentsOf(), segmentsOf())).toBe(true);
  for (const change of [{ fonds: 'Z1' }, { year: null }, { retention: '10年' as const }, { number: 1 }]) {
    expect(equalSegments(segmentsOf(), segmentsOf(change))).toBe(false);
  }
});

describe('stored segments', () => {
  test('may be complete or empty', () => {
    expect(v.is(fileCodeSegmentsSchema, segmentsOf({ number: 1 }))).toBe(true);
    expect(v.is(fileCodeSegmentsSchema, NO_SEGMENTS)).toBe(true);
  });

  test.each([{ year: 11 }, { retention: '长期' }, { number: 0 }, { number: 100_000 }, { number: 1.5 }, { page: 1 }])(
    'are refused with %j',
    (change) => {
      expect(v.is(fileCodeSegmentsSchema, { ...segmentsOf(), ...change })).toBe(false);
    },
  );
});
