import { describe, expect, it } from 'vitest';
import { recogniseRetention, retentionOfCode, RETENTION_CODES, RETENTIONS } from './retention.ts';

describe('a retention period', () => {
  it.each([
    ['永久', '永久'],
    [' 永 久 ', '永久'],
    ['Y', '永久'],
    ['y', '永久'],
    ['30年', '30年'],
    ['定期30年', '30年'],
    ['３０年', '30年'],
    ['30', '30年'],
    ['D30', '30年'],
    ['定期（10年）', null],
    ['定期10年', '10年'],
    ['d10', '10年'],
  ])('typed as %j is read as %j', (word, retention) => {
    expect(recogniseRetention(word)).toBe(retention);
  });

  it.each(['', '定期', '长期', '短期', '50年', '1', '年', 'D', '__proto__', 'constructor'])(
    'is not guessed from %j',
    (word) => {
      expect(recogniseRetention(word)).toBeNull();
    },
  );

  it('has a code that leads back to it', () => {
    expect(RETENTIONS.map((retention) => RETENTION_CODES[retention])).toEqual(['Y', 'D30', 'D10']);
    expect(RETENTIONS.map((retention) => retentionOfCode(RETENTION_CODES[retention]))).toEqual(RETENTIONS);
  });

  it.each(['y', '永久', '30', 'D50', ''])('is not written as %j in a file code', (code) => {
    expect(retentionOfCode(code)).toBeNull();
  });
});
