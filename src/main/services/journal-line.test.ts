import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatJournalLine, genesisHash, lineBeginning, readJournalLine, readTrueLine } from './journal-line.ts';

const previous = genesisHash('archive');
const text = '{"title":"全国先进 𠮷"}';
const { line, hash } = formatJournalLine(previous, 7, text);
const withoutBreak = line.subarray(0, -1);

describe('a journal line', () => {
  it('is one JSON object with its number, both hashes and the change set as it was', () => {
    expect(JSON.parse(line.toString('utf8'))).toEqual({
      sequence: 7,
      previous,
      hash,
      changeSet: { title: '全国先进 𠮷' },
    });
    expect(line.toString('utf8').endsWith(`"changeSet":${text}}\n`)).toBe(true);
    expect(line.toString('utf8').startsWith(lineBeginning(7))).toBe(true);
  });

  it('carries the SHA-256 of the hash before, its number and its text, so that anyone can check it', () => {
    expect(hash).toBe(createHash('sha256').update(`${previous}\n7\n${text}`).digest('hex'));
  });

  it('is read back with the place of its text', () => {
    const read = readJournalLine(withoutBreak, { sequence: 7, previous });
    expect(read).toEqual({ sequence: 7, previous, hash, textStart: expect.any(Number) as number });
    expect(withoutBreak.subarray(read?.textStart, -1).toString('utf8')).toBe(text);
  });

  it('is read from the middle of a larger buffer too', () => {
    const buffer = Buffer.concat([line, line, line]);
    const second = buffer.subarray(line.length, 2 * line.length - 1);
    expect(readJournalLine(second, { sequence: 7, previous })?.hash).toBe(hash);
  });

  it('is not the successor of another line, though it is true in itself', () => {
    expect(readJournalLine(withoutBreak, { sequence: 8, previous })).toBeNull();
    expect(readJournalLine(withoutBreak, { sequence: 7, previous: genesisHash('other') })).toBeNull();
    expect(readTrueLine(withoutBreak)?.sequence).toBe(7);
  });

  it('is not read when it was cut anywhere', () => {
    for (let length = 0; length < withoutBreak.length; length += 1) {
      expect(readTrueLine(withoutBreak.subarray(0, length))).toBeNull();
    }
  });

  it('is not read when any one bit of it is another', () => {
    for (let position = 0; position < withoutBreak.length; position += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(withoutBreak);
        changed[position] = (changed[position] ?? 0) ^ (1 << bit);
        expect(readTrueLine(changed)).toBeNull();
      }
    }
  });

  it('has room for the longest number', () => {
    const sequence = 999_999_999_999_999;
    const long = formatJournalLine(previous, sequence, '{}').line.subarray(0, -1);
    expect(readJournalLine(long, { sequence, previous })?.sequence).toBe(sequence);
  });
});

describe('the hash before the first line', () => {
  it('is the same for the same archive and another for another', () => {
    expect(genesisHash('archive')).toBe(previous);
    expect(genesisHash('Archive')).not.toBe(previous);
    expect(previous).toMatch(/^[0-9a-f]{64}$/);
  });
});
