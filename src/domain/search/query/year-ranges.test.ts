import { describe, expect, it } from 'vitest';
import type { YearRange } from '../search-expression.ts';
import { parseSearchText } from './parse-search-text.ts';
import { QUERY_CONTEXT } from './query-fixtures.ts';
import { addYears, hasYear, removeYear, yearsOf } from './year-ranges.ts';

const range = (from: number | null, to = from): YearRange => ({ from, to });
const asked = (text: string) => yearsOf(parseSearchText(text, QUERY_CONTEXT).expression);

describe('years that are asked for', () => {
  it.each([
    ['年:2019', [range(2019)]],
    ['年:2019,2021..2022', [range(2019), range(2021, 2022)]],
    ['年:2019 或 2021..', [range(2019), range(2021, null)]],
    ['年:2019 或 有附件', []],
    ['-年:2019', []],
    ['年:2019 年:2021', []],
    ['', []],
    ['-()', []],
  ])('in %j', (text, ranges) => {
    expect(asked(text)).toEqual(ranges);
  });
});

describe('years that are chosen', () => {
  it.each([
    [[], range(2019), [range(2019)]],
    [[range(2021)], range(2019), [range(2019), range(2021)]],
    [[range(2021), range(2019)], range(2020), [range(2019, 2021)]],
    [[range(2015), range(2019, 2020)], range(2017, 2023), [range(2015), range(2017, 2023)]],
    [[range(2021, null)], range(2020), [range(2020, null)]],
    [[range(null, 2015)], range(2013, 2018), [range(null, 2018)]],
    [[range(2019, 2021)], range(2020), [range(2019, 2021)]],
  ])('%j and %j are %j', (ranges, added, expected) => {
    expect(addYears(ranges, added)).toEqual(expected);
  });

  const CHOOSABLE = [2015, 2017, 2018, 2019, 2021];
  it.each([
    [[range(2019)], 2019, []],
    [[range(2017, 2019)], 2018, [range(2017), range(2019)]],
    [[range(2017, null)], 2018, [range(2017), range(2019, null)]],
    // 2020 cannot be chosen, nor what lies before 2015.
    [[range(2020, 2021)], 2021, []],
    [[range(null, 2015)], 2015, []],
    [[range(2015), range(2019)], 2019, [range(2015)]],
    [[range(2015)], 2019, [range(2015)]],
  ])('%j without %d are %j', (ranges, year, expected) => {
    expect(removeYear(ranges, year, CHOOSABLE)).toEqual(expected);
  });

  it('are told from those that are not', () => {
    expect(hasYear([range(2015), range(2019, null)], 2030)).toBe(true);
    expect(hasYear([range(2015), range(2019, null)], 2016)).toBe(false);
  });
});
