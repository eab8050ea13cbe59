import { describe, expect, it } from 'vitest';
import { matchesGlob } from './glob.ts';

/** The same rule as a regular expression. */
function expected(pattern: string, text: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 'su').test(text);
}

describe('a pattern with wildcards', () => {
  it.each([
    ['', '', true],
    ['', '甲', false],
    ['*', '', true],
    ['*', '任何', true],
    ['**', '', true],
    ['省委', '省委', true],
    ['省委', '省委办', false],
    ['省委*', '省委', true],
    ['*省委', '中共山东省委', true],
    ['国家*局', '国家税务总局', true],
    ['国家*局', '国家税务总局处', false],
    ['*市*局', '市局市局处局', true],
    ['甲.乙', '甲x乙', false],
    ['[甲]', '甲', false],
  ])('%j on %j: %j', (pattern, text, matches) => {
    expect(matchesGlob(pattern, text)).toBe(matches);
  });

  it('agrees with a regular expression on every short pattern and text of two letters', () => {
    const words = (alphabet: readonly string[], length: number): readonly string[] =>
      length === 0 ? [''] : words(alphabet, length - 1).flatMap((word) => ['', ...alphabet.map((char) => word + char)]);
    const patterns = new Set(words(['a', 'b', '*'], 4));
    const texts = new Set(words(['a', 'b'], 5));
    for (const pattern of patterns) {
      for (const text of texts)
        expect([pattern, text, matchesGlob(pattern, text)]).toEqual([pattern, text, expected(pattern, text)]);
    }
  });

  it('does not take ages over a pattern made to', () => {
    expect(matchesGlob(`${'*a'.repeat(30)}*b`, 'a'.repeat(5_000))).toBe(false);
  });
});
