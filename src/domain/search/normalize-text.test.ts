import { describe, expect, it } from 'vitest';
import { normalizeForSearch, normalizeWithPositions } from './normalize-text.ts';

const SAMPLES = [
  '',
  '全国先进基层党组织',
  'ＡＢＣ１２３（暖１℃）㈱①',
  'e\u0301 É ß ς Σ İ ŉ',
  '二○一九 二〇一九 二零一九 ◯',
  '𠮷野家 𬭎 👨‍👩‍👧 ❤️ 葛\u{e0100}',
  '中\u0301\u0327 ｶﾞｷﾞ ᄀ\u1161\u11a8',
  ' a \u3000\t\n b\u200bc\ufeffd ',
  '\ud842 \udfb7 \u0000\u0007\u0085\uffff',
  'ﷺ ㍿ ㋿',
];

describe('text normalised for search', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['（暖１℃）', '(暖1°c)'],
    ['二○一九', '二〇一九'],
    ['二零一九', '二〇一九'],
    ['Straße', 'strasse'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφοσ'],
    ['菏泽 \t\n\u3000市', '菏泽 市'],
    ['菏\u200b泽\ufeff市', '菏泽市'],
    ['❤️', '❤'],
    ['e\u0301', 'é'],
    ['中\u0301', '中\u0301'],
    ['ｶﾞ', 'ガ'],
    ['\ud842荣\udfb7\u0000', '荣'],
    ['𠮷', '𠮷'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalizeForSearch(text)).toBe(expected);
  });

  it('is the same when it is normalised again', () => {
    const once = SAMPLES.map(normalizeForSearch);
    expect(once.map(normalizeForSearch)).toEqual(once);
  });

  it('is in NFKC as a whole, not only piece by piece', () => {
    const texts = SAMPLES.map(normalizeForSearch);
    expect(texts.map((text) => text.normalize('NFKC'))).toEqual(texts);
  });

  it('never contains the separator of fields', () => {
    expect(normalizeForSearch('a\uffffb')).toBe('ab');
  });
});

describe('the way back to the original text', () => {
  it('normalises alike', () => {
    expect(SAMPLES.map((text) => normalizeWithPositions(text).text)).toEqual(SAMPLES.map(normalizeForSearch));
  });

  it('has a place for every unit, in order and inside the text', () => {
    for (const sample of SAMPLES) {
      const { text, starts, ends } = normalizeWithPositions(sample);
      expect(starts).toHaveLength(text.length);
      expect(ends).toHaveLength(text.length);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect(starts.every((start, unit) => start < (ends[unit] ?? 0) && (ends[unit] ?? 0) <= sample.length)).toBe(true);
    }
  });

  it('covers the whole character that one unit came from', () => {
    expect(normalizeWithPositions('甲㈱𠮷e\u0301')).toEqual({
      text: '甲(株)𠮷é',
      starts: [0, 1, 1, 1, 2, 2, 4],
      ends: [1, 2, 2, 2, 4, 4, 6],
    });
  });
});
