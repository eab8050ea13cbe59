import { describe, expect, it, test } from 'vitest';
import { composeFileCode, findSegmentProblems, parseFileCode } from './file-code.ts';
import { NO_SEGMENTS, type FileCodeSegments } from './file-code-segments.ts';
import { DOTS, HYPHENS, segmentsOf, templateOf } from './filing-fixtures.ts';
import { RETENTIONS } from './retention.ts';

function refused(code: string, segment: string | null) {
  return { ok: false, error: [{ code, segment }] };
}

describe('a file code', () => {
  it('is composed by the template', () => {
    expect(composeFileCode(HYPHENS, segmentsOf({ number: 1 }))).toEqual({ ok: true, value: 'Z109-WS·2011-Y-BGS-0001' });
    expect(composeFileCode(DOTS, segmentsOf({ number: 1, department: '办公室' }))).toEqual({
      ok: true,
      value: 'Z109-WS·2011·Y·办公室-0001',
    });
    expect(composeFileCode(HYPHENS, segmentsOf({ number: 27, retention: '30年' }))).toMatchObject({
      value: 'Z109-WS·2011-D30-BGS-0027',
    });
    expect(composeFileCode(HYPHENS, segmentsOf({ number: 9999, retention: '10年' }))).toMatchObject({
      value: 'Z109-WS·2011-D10-BGS-9999',
    });
  });

  it('is read back by the template', () => {
    expect(parseFileCode(HYPHENS, 'Z109-WS·2011-Y-BGS-0001')).toEqual({ ok: true, value: segmentsOf({ number: 1 }) });
    expect(parseFileCode(DOTS, 'Z109-WS·2011·D10·办公室-0120')).toEqual({
      ok: true,
      value: segmentsOf({ number: 120, retention: '10年', department: '办公室' }),
    });
  });

  it('of a shorter template leaves the other segments empty', () => {
    expect(parseFileCode(templateOf('{年度}--{件号:3}'), '2011--007')).toEqual({
      ok: true,
      value: { ...NO_SEGMENTS, year: 2011, number: 7 },
    });
    expect(parseFileCode(templateOf('{件号:3}'), '007')).toEqual({ ok: true, value: { ...NO_SEGMENTS, number: 7 } });
  });

  it('comes back as it was, whatever its segments', () => {
    for (const template of [HYPHENS, DOTS, templateOf('{保管期限}~{机构}..{件号:5}')]) {
      for (const retention of RETENTIONS) {
        for (const department of ['BGS', '办公室', '组织部（老干部局）', '𠮷', '1']) {
          for (const number of [1, 42, 9999]) {
            const segments = segmentsOf({ retention, department, number });
            const code = composeFileCode(template, segments);
            const read = code.ok ? parseFileCode(template, code.value) : code;
            expect(read).toMatchObject({ ok: true, value: { retention, department, number } });
            expect(read.ok ? composeFileCode(template, read.value) : read).toEqual(code);
          }
        }
      }
    }
  });
});

describe('a segment is refused:', () => {
  const changes: readonly (readonly [
    what: string,
    change: Partial<FileCodeSegments>,
    code: string,
    segment: string,
  ])[] = [
    ['no fonds', { fonds: '' }, 'required', 'fonds'],
    ['a fonds in small letters', { fonds: 'z109' }, 'bad-fonds', 'fonds'],
    ['a fonds of two digits', { fonds: 'Z10' }, 'bad-fonds', 'fonds'],
    ['a fonds of four digits', { fonds: 'Z1090' }, 'bad-fonds', 'fonds'],
    ['a fonds with a line break', { fonds: 'Z109\n' }, 'bad-fonds', 'fonds'],
    ['no category', { category: '' }, 'required', 'category'],
    ['a separator in the category', { category: 'KJ·JJ' }, 'holds-separator', 'category'],
    ['no year', { year: null }, 'required', 'year'],
    ['a year of two digits', { year: 11 }, 'bad-year', 'year'],
    ['half a year', { year: 2011.5 }, 'bad-year', 'year'],
    ['no retention', { retention: null }, 'required', 'retention'],
    ['no department', { department: '' }, 'required', 'department'],
    ['a separator in the department', { department: 'B-S' }, 'holds-separator', 'department'],
    ['a blank in the department', { department: '办 公室' }, 'bad-character', 'department'],
    ['a brace in the department', { department: '{机构}' }, 'bad-character', 'department'],
    ['a slash in the department', { department: '办/公室' }, 'bad-character', 'department'],
    ['an invisible character', { department: '办\u200B公室' }, 'bad-character', 'department'],
    ['a department like a sentence', { department: '室'.repeat(31) }, 'too-long', 'department'],
    ['no number', { number: null }, 'required', 'number'],
    ['number nought', { number: 0 }, 'bad-number', 'number'],
    ['a negative number', { number: -1 }, 'bad-number', 'number'],
    ['half a number', { number: 1.5 }, 'bad-number', 'number'],
    ['a number wider than the template has', { number: 10_000 }, 'series-full', 'number'],
  ];
  test.each(changes)('%s', (_what, change, code, segment) => {
    expect(composeFileCode(HYPHENS, segmentsOf({ number: 1, ...change }))).toEqual(refused(code, segment));
  });

  test('all at once, in the order of the template', () => {
    expect(findSegmentProblems(HYPHENS, NO_SEGMENTS).map((problem) => problem.segment)).toEqual(HYPHENS.segments);
  });

  test('but not for a separator that another template has, nor when the template does not have it', () => {
    expect(composeFileCode(templateOf('{机构}_{件号}'), { ...NO_SEGMENTS, department: 'B-S', number: 1 })).toEqual({
      ok: true,
      value: 'B-S_0001',
    });
  });
});

describe('a code does not fit:', () => {
  test.each([
    ['nothing', '', 'no-fit', null],
    ['another template', 'Z109-WS·2011·Y·BGS-0001', 'no-fit', null],
    ['a segment too many', 'Z109-WS·2011-Y-BGS-1-0001', 'no-fit', null],
    ['something behind it', 'Z109-WS·2011-Y-BGS-0001-', 'no-fit', null],
    ['a dot of another kind', 'Z109-WS•2011-Y-BGS-0001', 'no-fit', null],
    ['a separator in the wrong place', 'Z109·WS-2011-Y-BGS-0001', 'no-fit', null],
    ['a number that is too short', 'Z109-WS·2011-Y-BGS-001', 'bad-number', 'number'],
    ['a number that is too long', 'Z109-WS·2011-Y-BGS-00001', 'bad-number', 'number'],
    ['a number of other digits', 'Z109-WS·2011-Y-BGS-０００１', 'bad-number', 'number'],
    ['number nought', 'Z109-WS·2011-Y-BGS-0000', 'bad-number', 'number'],
    ['no number', 'Z109-WS·2011-Y-BGS-', 'required', 'number'],
    ['a retention that there is not', 'Z109-WS·2011-D50-BGS-0001', 'bad-retention', 'retention'],
    ['a retention by its name', 'Z109-WS·2011-永久-BGS-0001', 'bad-retention', 'retention'],
    ['a year of two digits', 'Z109-WS·11-Y-BGS-0001', 'bad-year', 'year'],
    ['a year out of reason', 'Z109-WS·0011-Y-BGS-0001', 'bad-year', 'year'],
    ['a fonds of another shape', '109-WS·2011-Y-BGS-0001', 'bad-fonds', 'fonds'],
    ['no department', 'Z109-WS·2011-Y--0001', 'required', 'department'],
    ['a blank before it', ' Z109-WS·2011-Y-BGS-0001', 'bad-fonds', 'fonds'],
  ])('%s', (_what, text, code, segment) => {
    expect(parseFileCode(HYPHENS, text)).toEqual(refused(code, segment));
  });

  test('and everything wrong with it is told at once', () => {
    const read = parseFileCode(HYPHENS, '109-WS·11-X-BGS-1');
    expect(read.ok ? [] : read.error.map((problem) => problem.segment)).toEqual([
      'fonds',
      'year',
      'retention',
      'number',
    ]);
  });
});
