import { describe, expect, it } from 'vitest';
import { daysInMonth, toIsoDay } from './calendar.ts';
import { formatFuzzyDate } from './fuzzy-date.ts';
import { parseFuzzyDate, questionDate, type DateContext } from './parse-fuzzy-date.ts';

const context: DateContext = { today: '2026-11-23' };
const onSheetOf2023: DateContext = { ...context, year: 2023 };

function read(input: string, where: DateContext = context): string {
  const result = parseFuzzyDate(input, where);
  if (!result.ok) return result.error.code;
  const { start, end, precision } = result.value.date;
  return precision === 'unknown' ? 'unknown' : `${start} ${end} ${precision}`;
}

function concernsOf(input: string, where: DateContext = context): readonly string[] {
  const result = parseFuzzyDate(input, where);
  return result.ok ? result.value.concerns : [result.error.code];
}

const DAY = '2023-05-04 2023-05-04 day';
const MAY = '2023-05-01 2023-05-31 month';
const YEAR = '2023-01-01 2023-12-31 year';
const MAY_TO_JULY = '2023-05-01 2023-07-31 range';
const FOURTH_TO_SIXTH = '2023-05-04 2023-05-06 range';
const TWO_YEARS = '2022-01-01 2023-12-31 range';
const SCHOOL_YEAR = '2022-09-01 2023-08-31 range';
const FIRST_QUARTER = '2023-01-01 2023-03-31 range';

/** Typed text, and the first day, last day and precision that it stands for. */
const READINGS: readonly (readonly [input: string, expected: string])[] = [
  // Days
  ['2023.05.04', DAY],
  ['2023.5.4', DAY],
  ['20230504', DAY],
  ['2023/5/4', DAY],
  ['2023/05/04', DAY],
  ['2023-05-04', DAY],
  ['2023—05—04', DAY],
  ['2023年5月4日', DAY],
  ['2023年05月04日', DAY],
  ['2023年5月4号', DAY],
  ['2023年5月4', DAY],
  ['2023。5。4', DAY],
  ['二〇二三年五月四日', DAY],
  ['二○二三年五月四日', DAY],
  ['二零二三年五月四日', DAY],
  ['二O二三年五月四日', DAY],
  ['二0二三年五月四日', DAY],
  ['２０２３．５．４', DAY],
  ['２０２３年５月４日', DAY],
  ['２０２３－０５－０４', DAY],
  [' 2023 年 5 月 4 日 ', DAY],
  ['2023. 5. 4', DAY],
  ['2023 5 4', DAY],
  ['2 0 2 3 年 5 月 4 日', DAY],
  ['2023　年　5　月　4　日', DAY],
  ['二〇二三年十二月三十一日', '2023-12-31 2023-12-31 day'],
  ['二〇二三年十月十日', '2023-10-10 2023-10-10 day'],
  ['二〇二三年十一月二十日', '2023-11-20 2023-11-20 day'],
  ['二〇二三年十一月廿三日', '2023-11-23 2023-11-23 day'],
  ['二〇二三年元月廿日', '2023-01-20 2023-01-20 day'],
  ['二〇二三年一月卅一日', '2023-01-31 2023-01-31 day'],
  ['2024年2月29日', '2024-02-29 2024-02-29 day'],
  ['2000.2.29', '2000-02-29 2000-02-29 day'],
  // Months
  ['2023.5', MAY],
  ['2023.05', MAY],
  ['2023-05', MAY],
  ['2023-5', MAY],
  ['2023/5', MAY],
  ['2023年5月', MAY],
  ['2023年5月份', MAY],
  ['二〇二三年五月', MAY],
  ['2023年05月', MAY],
  ['自2023年5月起', MAY],
  ['2023年5月以来', MAY],
  ['2023.10', '2023-10-01 2023-10-31 month'],
  ['2023.1', '2023-01-01 2023-01-31 month'],
  ['2023年元月', '2023-01-01 2023-01-31 month'],
  ['二〇二三年十二月', '2023-12-01 2023-12-31 month'],
  ['2024年2月', '2024-02-01 2024-02-29 month'],
  ['2023年2月', '2023-02-01 2023-02-28 month'],
  // Years and parts of a year
  ['2023', YEAR],
  ['2023年', YEAR],
  ['2023年度', YEAR],
  ['二零二三年', YEAR],
  ['二〇二三年度', YEAR],
  ['２０２３年', YEAR],
  ['2023年上半年', '2023-01-01 2023-06-30 half-year'],
  ['2023上半年', '2023-01-01 2023-06-30 half-year'],
  ['2023年下半年', '2023-07-01 2023-12-31 half-year'],
  ['2023年第一季度', FIRST_QUARTER],
  ['2023年一季度', FIRST_QUARTER],
  ['2023年1季度', FIRST_QUARTER],
  ['2023年Q1', FIRST_QUARTER],
  ['2023Q1', FIRST_QUARTER],
  ['2023-Q1', FIRST_QUARTER],
  ['2023q1', FIRST_QUARTER],
  ['2023年第二季度', '2023-04-01 2023-06-30 range'],
  ['2023年三季度', '2023-07-01 2023-09-30 range'],
  ['2023年第四季度', '2023-10-01 2023-12-31 range'],
  ['2023年初', '2023-01-01 2023-03-31 range'],
  ['2023年年底', '2023-10-01 2023-12-31 range'],
  // Parts of a month
  ['2023年5月上旬', '2023-05-01 2023-05-10 range'],
  ['2023年5月初', '2023-05-01 2023-05-10 range'],
  ['2023年5月中旬', '2023-05-11 2023-05-20 range'],
  ['2023年5月下旬', '2023-05-21 2023-05-31 range'],
  ['2023年2月底', '2023-02-21 2023-02-28 range'],
  ['二〇二三年五月上旬', '2023-05-01 2023-05-10 range'],
  // Ranges
  ['2023年5月至7月', MAY_TO_JULY],
  ['2023年5月—7月', MAY_TO_JULY],
  ['2023年5-7月', MAY_TO_JULY],
  ['2023年5月到7月', MAY_TO_JULY],
  ['2023年5月~7月', MAY_TO_JULY],
  ['2023年5月～7月', MAY_TO_JULY],
  ['2023.5-7', MAY_TO_JULY],
  ['2023.5—7', MAY_TO_JULY],
  ['2023-5—7', MAY_TO_JULY],
  ['2023.5-2023.7', MAY_TO_JULY],
  ['2023.05~2023.07', MAY_TO_JULY],
  ['2023-05至2023-07', MAY_TO_JULY],
  ['2023年5月——7月', MAY_TO_JULY],
  ['二〇二三年五月至七月', MAY_TO_JULY],
  ['从2023年5月到7月', MAY_TO_JULY],
  ['2023年5月4日至6日', FOURTH_TO_SIXTH],
  ['2023年5月4-6日', FOURTH_TO_SIXTH],
  ['2023年5月4日—5月6日', FOURTH_TO_SIXTH],
  ['2023.5.4-5.6', FOURTH_TO_SIXTH],
  ['2023.5.4-6', FOURTH_TO_SIXTH],
  ['2023/5/4-5/6', FOURTH_TO_SIXTH],
  ['2023/5/4-2023/5/6', FOURTH_TO_SIXTH],
  ['2023-05-04至2023-05-06', FOURTH_TO_SIXTH],
  ['2023-05-04—2023-05-06', FOURTH_TO_SIXTH],
  ['2023-05-04-2023-05-06', FOURTH_TO_SIXTH],
  ['20230504-20230506', FOURTH_TO_SIXTH],
  ['2023年5月4日—2023年6月2日', '2023-05-04 2023-06-02 range'],
  ['2023年12月至2024年2月', '2023-12-01 2024-02-29 range'],
  ['2023年5月上旬至中旬', '2023-05-01 2023-05-20 range'],
  ['2023年5月4日至6月', '2023-05-04 2023-06-30 range'],
  ['2023年上半年至2024年上半年', '2023-01-01 2024-06-30 range'],
  ['2023年1-3季度', '2023-01-01 2023-09-30 range'],
  ['2022年5月至2023年', '2022-05-01 2023-12-31 range'],
  ['2022-2023', TWO_YEARS],
  ['2022–2023', TWO_YEARS],
  ['2022—2023', TWO_YEARS],
  ['2022~2023', TWO_YEARS],
  ['2022～2023', TWO_YEARS],
  ['2022至2023', TWO_YEARS],
  ['2022到2023', TWO_YEARS],
  ['2022—2023年度', TWO_YEARS],
  ['2022-2023年', TWO_YEARS],
  ['2022年-2023年', TWO_YEARS],
  ['2022年度至2023年度', TWO_YEARS],
  ['二〇二二至二〇二三年度', TWO_YEARS],
  ['2022-2023学年', SCHOOL_YEAR],
  ['2022—2023学年', SCHOOL_YEAR],
  ['2022至2023学年度', SCHOOL_YEAR],
  // Unknown
  ['', 'unknown'],
  ['  　', 'unknown'],
  ['不详', 'unknown'],
  ['未知', 'unknown'],
  ['待查', 'unknown'],
  ['待考', 'unknown'],
  ['年份不详', 'unknown'],
  ['5月', 'unknown'],
  ['4月28日', 'unknown'],
  ['自7月起', 'unknown'],
  ['2月29日', 'unknown'],
  ['上半年', 'unknown'],
  ['五月至七月', 'unknown'],
  // Refusals
  ['2023年13月', 'impossible-date'],
  ['2023-13', 'impossible-date'],
  ['2023.00', 'impossible-date'],
  ['20231301', 'impossible-date'],
  ['2023年4月31日', 'impossible-date'],
  ['2023年2月29日', 'impossible-date'],
  ['1900-02-29', 'impossible-date'],
  ['2023年5月0日', 'impossible-date'],
  ['2023年5月4日至32日', 'impossible-date'],
  ['13月', 'impossible-date'],
  ['2月30日', 'impossible-date'],
  ['2022-23', 'impossible-date'],
  ['2023-2022', 'reversed-range'],
  ['2023年7月至5月', 'reversed-range'],
  ['2023年5月6日至4日', 'reversed-range'],
  ['2023-2022学年', 'reversed-range'],
  ['23.5', 'unrecognised-date'],
  ['23.5.4', 'unrecognised-date'],
  ['23年5月', 'unrecognised-date'],
  ['二三年五月', 'unrecognised-date'],
  ['23-05-04', 'unrecognised-date'],
  ['45050', 'unrecognised-date'],
  ['202305', 'unrecognised-date'],
  ['5.4', 'unrecognised-date'],
  ['0504', 'unrecognised-date'],
  ['5', 'unrecognised-date'],
  ['4日', 'unrecognised-date'],
  ['昨天', 'unrecognised-date'],
  ['2023年五一', 'unrecognised-date'],
  ['2023年5月4日至', 'unrecognised-date'],
  ['至2023年', 'unrecognised-date'],
  ['5月至2023年7月', 'unrecognised-date'],
  ['2023年至6月', 'unrecognised-date'],
  ['2022-2023-2024', 'unrecognised-date'],
  ['2023.5-5.6', 'unrecognised-date'],
  ['2023.5/4', 'unrecognised-date'],
  ['十十月', 'unrecognised-date'],
  ['-', 'unrecognised-date'],
  ['\ud800', 'unrecognised-date'],
  ['.*', 'unrecognised-date'],
  ['2'.repeat(101), 'date-too-long'],
];

describe('a typed date', () => {
  it.each(READINGS)('%j reads as %s', (input, expected) => {
    expect(read(input)).toBe(expected);
  });

  it('keeps the text as typed, trimmed only', () => {
    const result = parseFuzzyDate('  ２０２３ 年 五月 ', context);
    expect(result.ok && result.value.date.raw).toBe('２０２３ 年 五月');
  });

  it('keeps the text of a date that stays unknown', () => {
    const result = parseFuzzyDate(' 自7月起 ', context);
    expect(result.ok && result.value.date).toEqual({ raw: '自7月起', start: null, end: null, precision: 'unknown' });
  });
});

describe('a date without a year', () => {
  it.each([
    ['5月', '2023-05-01 2023-05-31 month'],
    ['五月', '2023-05-01 2023-05-31 month'],
    ['4月28日', '2023-04-28 2023-04-28 day'],
    ['自7月起', '2023-07-01 2023-07-31 month'],
    ['5-7月', MAY_TO_JULY],
    ['5月4日至6日', FOURTH_TO_SIXTH],
    ['一季度', FIRST_QUARTER],
    ['下半年', '2023-07-01 2023-12-31 half-year'],
    ['年底', '2023-10-01 2023-12-31 range'],
    ['2月29日', 'impossible-date'],
    ['12月至1月', 'reversed-range'],
  ])('%s takes the year of its sheet: %s', (input, expected) => {
    expect(read(input, onSheetOf2023)).toBe(expected);
  });

  it('says where its year came from', () => {
    expect(concernsOf('5月', onSheetOf2023)).toEqual(['year-from-context']);
    expect(concernsOf('2022年5月', onSheetOf2023)).toEqual([]);
    expect(concernsOf('5月')).toEqual(['missing-year']);
  });

  it('ignores a sheet year that cannot be one', () => {
    expect(concernsOf('5月', { ...context, year: Number.NaN })).toEqual(['missing-year']);
    expect(concernsOf('5月', { ...context, year: 23 })).toEqual(['missing-year']);
  });

  it('is questioned like any other once it has a year', () => {
    expect(concernsOf('12月', { ...context, year: 2026 })).toEqual(['year-from-context', 'future']);
  });
});

describe('a doubtful date', () => {
  it('is questioned when it begins before 1 October 1949', () => {
    expect(concernsOf('1949-09-30')).toEqual(['before-1949']);
    expect(concernsOf('1949-10-01')).toEqual([]);
    expect(concernsOf('1922—2023年度')).toEqual(['before-1949']);
  });

  it('is questioned when it begins after today', () => {
    expect(concernsOf('2026-11-23')).toEqual([]);
    expect(concernsOf('2026-11-24')).toEqual(['future']);
    expect(concernsOf('2026年11月')).toEqual([]);
    expect(concernsOf('2027年')).toEqual(['future']);
  });

  it('is not questioned when nothing is known of it', () => {
    expect(questionDate({ raw: '', start: null, end: null, precision: 'unknown' }, '2026-11-23')).toEqual([]);
    expect(concernsOf('不详', onSheetOf2023)).toEqual([]);
  });
});

const CHINESE = '〇一二三四五六七八九';

function chineseYear(year: number): string {
  return String(year).replace(/\d/g, (digit) => CHINESE[Number(digit)] ?? '');
}

function chineseNumber(value: number): string {
  if (value < 10) return CHINESE[value] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : CHINESE[tens]}十${value % 10 === 0 ? '' : CHINESE[value % 10]}`;
}

function fullWidth(text: string): string {
  return text.replace(/[0-9./-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function typedForms(y: number, m: number, d: number): readonly string[] {
  const [mm, dd] = [String(m).padStart(2, '0'), String(d).padStart(2, '0')];
  const chinese = `${chineseYear(y)}年${chineseNumber(m)}月${chineseNumber(d)}日`;
  const plain = ['.', '/', '-'].flatMap((mark) => [`${y}${mark}${m}${mark}${d}`, `${y}${mark}${mm}${mark}${dd}`]);
  const units = [`${y}年${m}月${d}日`, `${y}年${mm}月${dd}日`, `${y} 年 ${m} 月 ${d} 日`, `${y}年${m}月${d}号`];
  const numeric = [...plain, ...units, `${y}${mm}${dd}`];
  const zeros = ['○', '零', 'O', '0'].map((zero) => chinese.replace(/〇/g, zero));
  return [...numeric, ...numeric.map(fullWidth), chinese, ...zeros, chinese.replace('二十', '廿')];
}

describe('every day from 2020 to 2025', () => {
  it('reads the same in every typed form', () => {
    const wrong: string[] = [];
    for (let year = 2020; year <= 2025; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          const iso = toIsoDay(year, month, day);
          for (const form of typedForms(year, month, day)) {
            if (read(form) !== `${iso} ${iso} day`) wrong.push(form);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a date printed in official form', () => {
  it('reads back as the same span', () => {
    const changed = [context, onSheetOf2023].flatMap((where) =>
      READINGS.map(([input]) => input).filter((input) => {
        const result = parseFuzzyDate(input, where);
        if (!result.ok || result.value.date.precision === 'unknown') return false;
        return read(formatFuzzyDate(result.value.date)) !== read(input, where);
      }),
    );
    expect(changed).toEqual([]);
  });

  it('carries the year that a range took from its sheet', () => {
    const result = parseFuzzyDate('自5月至7月', onSheetOf2023);
    expect(result.ok && formatFuzzyDate(result.value.date)).toBe('2023年5月至7月');
  });
});
