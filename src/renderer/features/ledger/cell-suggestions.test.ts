import { describe, expect, it } from 'vitest';
import { fieldMap } from '#domain/ledger/field-map';
import { createPinyinMatcher } from '#domain/pinyin/pinyin-match';
import type { AnyField } from '#domain/records/field';
import { unit } from '#domain/records/record-fixtures';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { isPinyinTyped, strayPinyin, suggestionsFor } from './cell-suggestions.ts';

const READINGS = new Map(Object.entries({ 示: 'shi', 例: 'li', 法: 'fa', 院: 'yuan', 局: 'ju', 国: 'guo' }));
const matcher = createPinyinMatcher((char) => READINGS.get(char)?.split(' ') ?? []);
const units = createUnitDirectory([
  unit('unit-1', [
    { name: '示例法院', kind: 'full' },
    { name: '例院', kind: 'short' },
  ]),
  unit('unit-2', '示例局'),
]);
const fields = fieldMap('honor');
const field = (name: string): AnyField => {
  const found = fields.get(name);
  if (!found) throw new Error(name);
  return found;
};
const suggested = (name: string, text: string, isTyped = true) =>
  suggestionsFor(field(name), text, isTyped, { units, programmes: [], matcher });

describe('suggestionsFor', () => {
  it('finds units by Chinese, initials and pinyin, each once by its full name', () => {
    expect(suggested('awardedBy', '法院')).toEqual(['示例法院']);
    expect(suggested('awardedBy', 'slfy')).toEqual(['示例法院']);
    expect(suggested('awardedBy', '示例局、liyuan')).toEqual(['示例法院']);
    expect(suggested('recipients', 'shili')).toEqual(['示例局', '示例法院']);
  });

  it('offers nothing for names until something is typed, and a closed list at once', () => {
    expect(suggested('awardedBy', '', false)).toEqual([]);
    expect(suggested('level', '', false)).toHaveLength(5);
    expect(suggested('level', '国')).toEqual(['国家级']);
    expect(suggested('level', 'guo')).toEqual(['国家级']);
  });
});

describe('pinyin that was not completed', () => {
  it('is told from names', () => {
    expect(isPinyinTyped(field('awardedBy'), '示例局、slfy')).toBe(true);
    expect(isPinyinTyped(field('awardedBy'), 'slfy、示例局')).toBe(false);
    expect(strayPinyin(field('awardedBy'), 'szjg、示例局', units)).toEqual(['szjg']);
    expect(strayPinyin(field('awardedBy'), '示例局；CCTV', units)).toEqual([]);
    expect(strayPinyin(field('title'), 'szjg', units)).toEqual([]);
  });

  it('may be the name of a unit all the same', () => {
    const known = createUnitDirectory([unit('unit-3', 'szjg')]);
    expect(strayPinyin(field('awardedBy'), 'szjg', known)).toEqual([]);
  });
});
