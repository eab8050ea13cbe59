import { describe, expect, it } from 'vitest';
import { LEVELS, recogniseLevel } from './levels.ts';

describe('a level', () => {
  it.each([
    ['国家', '国家级'],
    ['全国', '国家级'],
    ['国家级', '国家级'],
    ['省', '省部级'],
    ['省级', '省部级'],
    ['省部级', '省部级'],
    ['市', '市厅级'],
    ['市级', '市厅级'],
    ['市厅级', '市厅级'],
    ['县级', '县处级'],
    ['\u3000国家级 ', '国家级'],
  ])('is recognised by the word %j of old ledgers', (word, level) => {
    expect(recogniseLevel(word)).toBe(level);
  });

  it('is recognised by its own name', () => {
    expect(LEVELS.map(recogniseLevel)).toEqual(LEVELS);
  });

  it.each(['', ' ', '级', '国', '宇宙级', '国家级奖', 'constructor', '__proto__', 'toString'])(
    'is not guessed from %j',
    (word) => {
      expect(recogniseLevel(word)).toBeNull();
    },
  );
});
