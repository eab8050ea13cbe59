import { describe, expect, it } from 'vitest';
import { namesAfter } from './names-after.ts';

const taken = { before: ['示例甲', '示例乙'], meant: null };

describe('namesAfter', () => {
  it('adds to names that were typed here', () => {
    const names = namesAfter({ ...taken, after: ['示例甲', '示例乙', '示例丙'], meant: '示例丙', isReplaced: false });
    expect(names).toEqual(['示例甲', '示例乙', '示例丙']);
  });

  it('puts what is typed in the place of names that were taken over, several at once too', () => {
    const after = ['示例甲', '示例乙', '示例丙', '示例丁'];
    expect(namesAfter({ ...taken, after, isReplaced: true })).toEqual(['示例丙', '示例丁']);
  });

  it('lets one of the names that were taken over be removed', () => {
    expect(namesAfter({ ...taken, after: ['示例乙'], isReplaced: true })).toEqual(['示例乙']);
  });

  it('keeps a name that is typed once more, and removes another one', () => {
    const typed = { ...taken, meant: '示例甲', isReplaced: false };
    expect(namesAfter({ ...typed, after: ['示例乙'] })).toEqual(['示例甲', '示例乙']);
    expect(namesAfter({ ...typed, after: ['示例甲'] })).toEqual(['示例甲']);
  });
});
