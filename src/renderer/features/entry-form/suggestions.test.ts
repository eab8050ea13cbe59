import { expect, test } from 'vitest';
import { createPinyinMatcher } from '#domain/pinyin/pinyin-match';
import { loadCharReadings } from '#domain/pinyin/pinyin-readings';
import { isPinyinTyped, suggest } from './suggestions.ts';

const units = [
  { text: '菏泽市财政局', names: ['市财政局'] },
  { text: '菏泽市中级人民法院', names: ['市中院', '菏泽中院'] },
];

test('a candidate is found by Chinese, pinyin and initials of any of its names, and shown once', async () => {
  const matcher = createPinyinMatcher(await loadCharReadings());
  const found = (typed: string) =>
    suggest(matcher, typed, units, 10).map(({ candidate, name }) => [candidate.text, name]);
  expect(found('中院')[0]).toEqual(['菏泽市中级人民法院', '市中院']);
  expect(found('szy')[0]).toEqual(['菏泽市中级人民法院', '市中院']);
  expect(found('hezeshicai')).toEqual([['菏泽市财政局', '菏泽市财政局']]);
  expect(found('')).toEqual(units.map(({ text }) => [text, text]));
  expect(suggest(matcher, '', units, 1)).toHaveLength(1);
});

test('letters alone are taken for pinyin', () => {
  expect(['qgwm', "xi'an"].map(isPinyinTyped)).toEqual([true, true]);
  expect(['A', '全国', 'ISO9001'].map(isPinyinTyped)).toEqual([false, false, false]);
});
