import { expect, test } from 'vitest';
import { parseSearchText } from '#domain/search/query/parse-search-text';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { createQueryContext } from '../../archive/query-context.ts';
import { partLabel } from './part-label.ts';

const context = createQueryContext(createUnitDirectory([]));
const labels = (text: string) => parseSearchText(text, context).parts.map((part) => partLabel(part, context));

test('plain words need no chip', () => {
  expect(labels('党建 先进')).toEqual([null, null]);
});

test('phrases, exclusions, alternatives and filters are said in words', () => {
  expect(labels('"先进集体"')).toEqual(['“先进集体”']);
  expect(labels('-先进 -"先进集体" -年:2019')).toEqual(['不含 先进', '不含 “先进集体”', '不含 年：2019']);
  expect(labels('先进 或 模范')).toEqual(['先进 或 模范']);
  expect(labels('年:2019..2021 级别:国家 有附件')).toEqual(['年：2019..2021', '级别：国家级', '有附件']);
  expect(labels('年:2019,2021..2022 -年:2020,2023')).toEqual(['年：2019,2021..2022', '不含 年：2020,2023']);
  expect(labels('类型:活动,方案')).toEqual(['类型：方案,活动']);
});

test('a unit that is gone is still told apart by its id', () => {
  expect(labels('单位编号:unit-001')).toEqual(['单位：unit-001']);
});
