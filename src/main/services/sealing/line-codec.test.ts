import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isWholeSealedLine, PLAIN_LINES, sealedLines } from './line-codec.ts';

const LINE = Buffer.from('{"sequence":7,"changeSet":{"title":"示例荣誉"}}\n', 'utf8');
const content = LINE.subarray(0, -1);

describe('sealed lines', () => {
  const key = randomBytes(32);
  const codec = sealedLines(key, 'archive-1');

  it('say nothing to who has no key, and are what they were to who has it', () => {
    const sealed = codec.seal(LINE, 7);
    expect(sealed.at(-1)).toBe(0x0a);
    expect(sealed.toString('utf8')).not.toContain('示例');
    expect(sealed.indexOf(0x0a)).toBe(sealed.length - 1);
    const bytes = sealed.subarray(0, -1);
    expect(codec.open(bytes)?.equals(content)).toBe(true);
    expect(PLAIN_LINES.open(bytes)).toBeNull();
    expect(sealedLines(randomBytes(32), 'archive-1').open(bytes)).toBeNull();
    expect(sealedLines(key, 'archive-2').open(bytes)).toBeNull();
  });

  it('are never the same twice', () => {
    expect(codec.seal(LINE, 7).equals(codec.seal(LINE, 7))).toBe(false);
  });

  it('are read beside lines that are not sealed', () => {
    expect(codec.open(content)?.equals(content)).toBe(true);
    expect(PLAIN_LINES.open(content)?.equals(content)).toBe(true);
  });

  it('do not open once a byte of them has changed, or their number', () => {
    const bytes = codec.seal(LINE, 7).subarray(0, -1);
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const opened = codec.open(changed);
      // A changed beginning makes it a line that is not sealed, which the journal's chain refuses.
      expect(opened === null || opened.equals(changed)).toBe(true);
      expect(opened?.equals(content) ?? false).toBe(false);
    }
    const renumbered = Buffer.from(bytes.toString('latin1').replace('"sequence":7', '"sequence":8'), 'latin1');
    expect(codec.open(renumbered)).toBeNull();
  });

  it('tell a whole line of another key from half a line', () => {
    const bytes = codec.seal(LINE, 7).subarray(0, -1);
    expect(isWholeSealedLine(bytes)).toBe(true);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(isWholeSealedLine(bytes.subarray(0, length))).toBe(false);
    }
    const halves = [23, 60, bytes.length - 1].map((length) => codec.open(bytes.subarray(0, length)));
    expect(halves).toEqual([null, null, null]);
  });
});
