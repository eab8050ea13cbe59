import { describe, expect, it } from 'vitest';
import { contentWidths, shareWidths } from './column-widths.ts';
import type { ListCell } from './list-table.ts';

const widthOf = (...cells: readonly ListCell[]) =>
  contentWidths({ columns: [{ heading: '列', type: 'text' }], rows: cells.map((cell) => [cell]) })[0];

describe('the width of a column', () => {
  it('is that of its longest line, a Chinese character counted as two', () => {
    expect(widthOf('示例先进集体')).toBe(12);
    expect(widthOf('abcdefgh')).toBe(8);
    expect(widthOf('示例\n示例先进集体\n示例')).toBe(12);
    expect(widthOf({ day: '2023-05-04', text: '2023年5月4日' })).toBe(12);
    expect(widthOf(1234567)).toBe(7);
    expect(widthOf('𠮷𠮷𠮷𠮷')).toBe(8);
  });

  it('is never too narrow for its heading and never wider than can be read', () => {
    expect(widthOf(null)).toBe(6);
    expect(contentWidths({ columns: [{ heading: '获奖单位或个人', type: 'text' }], rows: [] })).toEqual([14]);
    expect(widthOf('长'.repeat(20_000))).toBe(48);
  });
});

describe('the width of a page', () => {
  it('gives short columns what they need and shares the rest among the long ones', () => {
    expect(shareWidths([10, 48, 48], 70)).toEqual([10, 30, 30]);
    expect(shareWidths([48, 12, 20], 72)).toEqual([40, 12, 20]);
  });

  it('is used up when all have enough', () => {
    expect(shareWidths([10, 20], 60)).toEqual([20, 40]);
    expect(shareWidths([], 60)).toEqual([]);
  });
});
