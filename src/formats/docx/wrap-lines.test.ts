import { describe, expect, it } from 'vitest';
import { TYPE_AREA } from './page-geometry.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { countLines } from './wrap-lines.ts';

function bodyLines(text: string): number {
  return countLines([{ text, face: TEXT_STYLES.body }], { ...TEXT_STYLES.body, width: TYPE_AREA.width });
}

describe('the lines of body text', () => {
  it('hold 28 characters, 26 on the first one', () => {
    expect(bodyLines('')).toBe(1);
    expect(bodyLines('字'.repeat(26))).toBe(1);
    expect(bodyLines('字'.repeat(27))).toBe(2);
    expect(bodyLines('字'.repeat(26 + 28))).toBe(2);
    expect(bodyLines('字'.repeat(26 + 28 + 1))).toBe(3);
  });

  it('count a character outside the basic plane as one', () => {
    expect(bodyLines('𠮷'.repeat(26))).toBe(1);
  });

  it('let a stop hang over the margin rather than begin a line', () => {
    expect(bodyLines(`${'字'.repeat(26)}。`)).toBe(1);
  });

  it('take a character down with a closing mark that may not begin a line', () => {
    expect(bodyLines(`${'字'.repeat(26)}》${'字'.repeat(26)}`)).toBe(2);
    expect(bodyLines(`${'字'.repeat(26)}》${'字'.repeat(27)}`)).toBe(3);
  });

  it('do not end with an opening mark', () => {
    expect(bodyLines(`${'字'.repeat(25)}《${'字'.repeat(27)}`)).toBe(2);
    expect(bodyLines(`${'字'.repeat(25)}《${'字'.repeat(28)}`)).toBe(3);
  });

  it('set numbers a little apart from Chinese characters', () => {
    // Measured in LibreOffice: this line is full to the last twip.
    const line = '2023年5月4日，由示例授予机关授予菏泽市牡丹区人民检';
    expect(bodyLines(line)).toBe(1);
    expect(bodyLines(`${line}察`)).toBe(2);
  });

  it('keep a number whole', () => {
    expect(bodyLines(`${'字'.repeat(25)}2023`)).toBe(2);
  });

  it('divide a word that is longer than a line', () => {
    expect(bodyLines('w'.repeat(200))).toBeGreaterThan(4);
  });
});

describe('the lines of a table cell', () => {
  it('keep every stop inside', () => {
    const cell = { ...TEXT_STYLES.cell, width: TEXT_STYLES.cell.size * 8 };
    expect(countLines([{ text: '菏泽市人民检察院、', face: TEXT_STYLES.cell }], cell)).toBe(2);
  });
});
