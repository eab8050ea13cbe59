import { describe, expect, it } from 'vitest';
import { isIsoDay } from '../dates/calendar.ts';
import { formatFuzzyDate, UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import { readRecordDraft } from './record-draft.ts';
import { date, problemsOf, readGood, TODAY } from './record-fixtures.ts';

function read(input: unknown): FuzzyDate {
  const { draft } = readGood('honor', { title: '先进', date: input });
  if (draft.kind !== 'honor') throw new Error(draft.kind);
  return draft.date;
}

const noticesOf = (input: unknown) => readGood('honor', { title: '先进', date: input }).notices;
const refusalOf = (input: unknown) =>
  problemsOf('honor', { title: '先进', date: input }).map(({ code, field }) => `${field}: ${code}`);

describe('a date that was typed', () => {
  it('is judged by the day that goes with it, in a row of a draft too, whatever was read before', () => {
    const input = { title: '先进', date: '2024年', statusEvents: [{ event: '保留', date: '2025年' }] };
    const noticesOn = (today: string) => {
      const draft = readRecordDraft('honor', input, today);
      return draft.ok ? draft.value.notices : [];
    };
    expect(noticesOn('2023-06-01')).toHaveLength(2);
    expect(noticesOn('2026-06-01')).toEqual([]);
    expect(noticesOn('2024-06-01')).toEqual([{ code: 'future', field: 'statusEvents' }]);
  });

  it('is read as ledgers write it, and unknown when it is blank', () => {
    expect(read('2023.05')).toEqual({ raw: '2023.05', start: '2023-05-01', end: '2023-05-31', precision: 'month' });
    for (const blank of ['', ' ', null, undefined]) expect(read(blank)).toEqual(UNKNOWN_DATE);
  });

  it.each([
    ['2023年13月', 'impossible-date'],
    ['2023年4月31日', 'impossible-date'],
    ['20230431', 'impossible-date'],
    ['2023年2月29日', 'impossible-date'],
    ['2023-00-10', 'impossible-date'],
    ['2023年7月至5月', 'reversed-range'],
    ['去年', 'unrecognised-date'],
    ['23.5', 'unrecognised-date'],
  ])('%s is refused: %s', (typed, code) => {
    expect(problemsOf('honor', { title: '先进', date: typed })).toMatchObject([{ code, field: 'date' }]);
  });

  it.each([
    ['1949年9月30日', 'before-1949'],
    ['2027年', 'future'],
    ['5月4日', 'missing-year'],
  ])('%s is kept with a notice: %s', (typed, code) => {
    expect(noticesOf(typed)).toEqual([{ code, field: 'date' }]);
    expect(read(typed).raw).toBe(typed);
  });

  it('is told by its own field', () => {
    const input = { title: '办法', issued: '2020年13月', effective: '2020年4月31日', expires: '明年' };
    expect(problemsOf('plan', input).map(({ code, field }) => `${field}: ${code}`)).toEqual([
      'issued: impossible-date',
      'effective: impossible-date',
      'expires: unrecognised-date',
    ]);
    expect(readGood('plan', { title: '办法', effective: '2030年' }).notices).toEqual([
      { code: 'future', field: 'effective' },
    ]);
  });
});

describe('a date with its span', () => {
  it.each([
    '2023年5月4日',
    '2023.5',
    '2023年上半年',
    '2023年下半年',
    '2023',
    '2023年第一季度',
    '2022—2023年度',
    '2022-2023学年',
    '2023年5月至7月',
    '2023年5月中旬',
    '2024.2',
    '2024年2月29日',
    '2023年底',
    '不详',
    '5月',
  ])('comes back as it was: %s', (typed) => {
    expect(read(date(typed))).toEqual(date(typed));
  });

  it('is taken at its word, since the year may be known from elsewhere', () => {
    const known = { raw: '5月', start: '2023-05-01', end: '2023-05-31', precision: 'month' };
    expect(read(known)).toEqual(known);
    expect(noticesOf(known)).toEqual([]);
  });

  it('wins over a text that says something else', () => {
    const corrected = { raw: '2022年5月', start: '2023-05-01', end: '2023-05-31', precision: 'month' };
    expect(read(corrected)).toEqual(corrected);
  });

  it('is given the text that it lacks', () => {
    const span = { start: '2023-05-01', end: '2023-05-31', precision: 'month' };
    expect(read(span)).toEqual({ raw: '2023年5月', ...span });
    expect(read({ raw: ' ', ...span })).toEqual({ raw: '2023年5月', ...span });
  });

  it('is taken exactly when its official form, read as text, gives the same days', () => {
    const years = ['0800', '1799', '1800', '2023', '2024', '2999', '3000'];
    const days = ['01-01', '01-31', '02-01', '02-28', '02-29', '03-01', '06-30', '07-01', '12-31'];
    const ends = years.flatMap((year) => days.map((day) => `${year}-${day}`)).filter(isIsoDay);
    const dates = ends.flatMap((start) =>
      ends
        .filter((end) => start <= end)
        .flatMap((end) =>
          (['day', 'month', 'half-year', 'year'] as const).map((precision) => ({ raw: '', start, end, precision })),
        ),
    );
    const isTaken = (input: FuzzyDate) => readRecordDraft('honor', { title: '先进', date: input }, TODAY).ok;
    const isReadBack = (span: FuzzyDate) => {
      const typed = parseFuzzyDate(formatFuzzyDate(span), { today: TODAY });
      if (!typed.ok) return false;
      const { start, end, precision } = typed.value.date;
      return start === span.start && end === span.end && precision === span.precision;
    };
    const differing = dates.filter((each) => isTaken(each) !== isReadBack(each));
    expect(differing).toEqual([]);
    expect(dates.filter(isTaken).length).toBeGreaterThan(30);
  });

  it('is questioned like one that was typed', () => {
    const future = { raw: '', start: '2027-01-01', end: '2027-12-31', precision: 'year' };
    expect(noticesOf(future)).toEqual([{ code: 'future', field: 'date' }]);
    const early = { raw: '', start: '1927-08-01', end: '1927-08-01', precision: 'day' };
    expect(noticesOf(early)).toEqual([{ code: 'before-1949', field: 'date' }]);
  });
});

/** Spans that no calendar or no precision allows. */
const IMPOSSIBLE = [
  { start: '2023-02-30', end: '2023-02-30', precision: 'day' },
  { start: '2023-13-01', end: '2023-13-31', precision: 'month' },
  { start: '2023-05-31', end: '2023-05-01', precision: 'range' },
  { start: '2023-05-01', end: '2023-05-31', precision: 'day' },
  { start: '2023-05-02', end: '2023-05-31', precision: 'month' },
  { start: '2023-05-01', end: '2024-05-31', precision: 'month' },
  { start: '2023-01-01', end: '2023-12-31', precision: 'half-year' },
  { start: '2023-03-01', end: '2023-08-31', precision: 'half-year' },
  { start: '2022-01-01', end: '2023-12-31', precision: 'year' },
  { start: '2023-05-01', end: '2023-05-31', precision: 'unknown' },
  { start: '2023-05-01', end: null, precision: 'month' },
  { start: null, end: '2023-05-31', precision: 'month' },
  { start: '2023-05-01', end: '2023-05-31', precision: 'fortnight' },
  { start: '2023-05-01', end: '2023-05-31' },
  { start: 20230501, end: 20230531, precision: 'month' },
];

describe('a date whose span cannot be', () => {
  it.each(IMPOSSIBLE)('$start to $end as $precision is refused when there is no text', (span) => {
    expect(refusalOf(span)).toEqual(['date: impossible-date']);
    expect(refusalOf({ raw: '', ...span })).toEqual(['date: impossible-date']);
  });

  it.each(IMPOSSIBLE)('$start to $end as $precision gives way to the text', (span) => {
    expect(read({ raw: '2023年5月', ...span })).toEqual(date('2023年5月'));
  });

  it('is refused by its text when that cannot be read either', () => {
    expect(refusalOf({ raw: '去年', start: '2023-02-30', end: '2023-02-30', precision: 'day' })).toEqual([
      'date: unrecognised-date',
    ]);
  });
});

describe('a date object', () => {
  it('may have nothing but its text', () => {
    expect(read({ raw: '2023.5' })).toEqual(date('2023.5'));
    expect(read({ raw: '2023.5', start: null, end: null, precision: 'unknown' })).toEqual(date('2023.5'));
    expect(refusalOf({ raw: '2023年13月' })).toEqual(['date: impossible-date']);
  });

  it('is unknown when nothing is in it', () => {
    expect(read({})).toEqual(UNKNOWN_DATE);
    expect(read(UNKNOWN_DATE)).toEqual(UNKNOWN_DATE);
  });

  it('is refused when it is a list, since what is in it would be lost', () => {
    for (const list of [[], ['2023'], [2023]]) expect(refusalOf(list)).toEqual(['date: not-a-date']);
  });

  it('is refused when it has parts that nobody knows', () => {
    expect(refusalOf({ year: 2023 })).toEqual(['date: not-a-date']);
    expect(refusalOf(JSON.parse('{"raw":"2023","__proto__":{}}'))).toEqual(['date: not-a-date']);
  });

  it('is refused when its text is none', () => {
    expect(refusalOf({ raw: 2023 })).toEqual(['date: not-a-date']);
  });

  it('has its text cleaned, and says so', () => {
    expect(read({ raw: '2023\u0000.5' }).raw).toBe('2023.5');
    expect(noticesOf({ raw: '2023\u0000.5' })).toEqual([{ code: 'control-characters', field: 'date.raw' }]);
  });
});
