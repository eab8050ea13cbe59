import { normalizeForSearch } from '../search/normalize-text.ts';

const MAX_LENGTH = 300;
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
const CHINESE_ORDINAL = /第([〇一二两三四五六七八九十]{1,3})(?=[届期次批季轮号])/g;
const CHINESE_YEAR = /([一二][〇一二三四五六七八九]{3})(?=年)/g;
const ORDINAL = /第(\d{1,4})([届期次批季轮号])/g;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const DIGITS = '〇一二三四五六七八九';

/**
 * What is left of a title when width, case, blanks, quotes and other punctuation are taken away, and 第三期 is written as
 * 第3期: two titles of the same bare form say the same. At most 300 characters.
 */
export function bareTitle(title: string): string {
  return withArabicNumbers(normalizeForSearch(title.slice(0, 2 * MAX_LENGTH)))
    .replace(NOT_WORDS, '')
    .slice(0, MAX_LENGTH);
}

/** Which time something was held, without its words: 第三届, 3, 第3届 are one. @param bareOf one that remembers */
export function bareRound(text: string, bareOf = bareTitle): string {
  const [, core = ''] = /^第?(.+?)[届期次批季轮号]?$/u.exec(text.trim()) ?? [];
  return core === '' ? '' : bareOf(`第${core}期`);
}

/** The numbers that tell the parts of a series apart: 第三期, 第3届 -> 期: 3, 届: 3. Of one unit the last one counts. */
export function titleOrdinals(bare: string): ReadonlyMap<string, number> {
  return new Map(Array.from(bare.matchAll(ORDINAL), ([, number, unit]) => [unit ?? '', Number(number)]));
}

/** Years from 1900 to 2099 that a text names. */
export function titleYears(bare: string): readonly number[] {
  return Array.from(bare.matchAll(YEAR), ([year]) => Number(year));
}

/**
 * Each pair of neighbouring characters once, as a number. 15 bits of each make a small integer, which maps are quick
 * with; characters that differ in the 16th bit only fall together, and never matter to a likeness.
 */
export function bigramsOf(text: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let at = 1; at < text.length; at += 1) pairs.add(bigramAt(text, at));
  return pairs;
}

/** The pair that ends with a character, as `bigramsOf` has it. */
export function bigramAt(text: string, at: number): number {
  return ((text.charCodeAt(at - 1) & 0x7fff) << 15) | (text.charCodeAt(at) & 0x7fff);
}

function withArabicNumbers(text: string): string {
  return text
    .replace(CHINESE_ORDINAL, (all, numeral: string) => {
      const value = readNumeral(numeral);
      return value === null ? all : `第${value}`;
    })
    .replace(CHINESE_YEAR, (year) => Array.from(year, (digit) => DIGITS.indexOf(digit)).join(''));
}

/** 三 -> 3, 十二 -> 12, 二十 -> 20, 二三 -> 23. */
function readNumeral(numeral: string): number | null {
  const text = numeral.replace(/两/g, '二');
  const [tens = '', ones = '', ...more] = text.split('十');
  if (more.length > 0) return null;
  if (!text.includes('十')) return Number(Array.from(text, (digit) => DIGITS.indexOf(digit)).join(''));
  if (tens.length > 1 || ones.length > 1) return null;
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
