import { describe, expect, it } from 'vitest';
import { cleanText, isPlainText } from './clean-text.ts';

describe('cleaned text', () => {
  it('leaves good text alone and reports nothing', () => {
    const text = '牢记嘱托·荷力争先 暖1℃ 𠮷 𬭎 👨‍👩‍👧 ❤️ 〔2023〕5号';
    expect(cleanText(text, 'single')).toEqual({ text, removed: [] });
  });

  it('is what plain text is already', () => {
    const plain = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).filter(isPlainText);
    expect(plain.length).toBeGreaterThan(20_000);
    // A blank before it keeps a text from being plain, so that it is cleaned.
    const changed = plain.filter((character) => {
      const { text, removed } = cleanText(` ${character}`, 'single');
      return text !== character || removed.length > 0;
    });
    expect(changed).toEqual([]);
  });

  it('has no space around, full-width space included', () => {
    expect(cleanText('\u3000 荣誉 \n', 'many').text).toBe('荣誉');
  });

  it('loses control, invisible and direction characters, and says so', () => {
    const forbidden =
      '\u0000\u0007\u001f\u007f\u009f\u00ad\u200b\u200e\u200f\u061c\u202a\u202e\u2060\u2066\u2069\ufeff\ufffe\uffff';
    const results = Array.from(forbidden, (character) => cleanText(`荣${character}誉`, 'many'));
    expect(results).toEqual(results.map(() => ({ text: '荣誉', removed: ['control-characters'] })));
  });

  it('loses lone surrogates and keeps whole pairs', () => {
    expect(cleanText('\ud842荣\udfb7\ud842\udfb7', 'single')).toEqual({ text: '荣𠮷', removed: ['lone-surrogates'] });
  });

  it('never makes a pair of two lone surrogates', () => {
    expect(cleanText('\ud842\u0000\udfb7', 'single').text).toBe('');
  });

  it('joins a letter and its accent (NFC)', () => {
    expect(cleanText('e\u0301', 'single').text).toBe('é');
  });

  it('keeps line breaks of every kind as one kind in text of many lines', () => {
    const lineBreaks = ['\n', '\r\n', '\r', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029'];
    const results = lineBreaks.map((lineBreak) => cleanText(`一${lineBreak}二`, 'many'));
    expect(results).toEqual(lineBreaks.map(() => ({ text: '一\n二', removed: [] })));
  });

  it('turns line breaks and tabs into one space in text of a single line', () => {
    expect(cleanText('一\r\n\r\n二\t三\u2028四', 'single')).toEqual({ text: '一 二 三 四', removed: [] });
  });

  it('is clean already when it is cleaned again', () => {
    for (const text of ['e\u0301\u0000\u0301', ' \u200b 荣 \ufeff', '\ud800\n\u2028 誉']) {
      const once = cleanText(text, 'many').text;
      expect(cleanText(once, 'many')).toEqual({ text: once, removed: [] });
    }
  });
});
