import { describe, expect, it } from 'vitest';
import { paginate as paginateParts, type FlowItem } from './paginate.ts';

const PAGE = 100;

function lines(count: number, changes: Partial<FlowItem> = {}): FlowItem {
  const parts = Array.from({ length: count }, () => 10);
  return { parts, header: 0, before: 0, after: 0, keepNext: false, startsPage: false, ...changes };
}

/** The page of the first part of each item. */
function paginate(items: readonly FlowItem[], height: number): readonly (number | undefined)[] {
  return paginateParts(items, height).map(([first]) => first);
}

describe('the page on which an item begins', () => {
  it('follows from what stands before it', () => {
    expect(paginate([lines(9), lines(2), lines(1)], PAGE)).toEqual([1, 1, 2]);
    expect(paginate([lines(10), lines(1)], PAGE)).toEqual([1, 2]);
    expect(paginate([lines(25), lines(1)], PAGE)).toEqual([1, 3]);
  });

  it('is a new one when it must be, but never leaves an empty page', () => {
    expect(paginate([lines(1), lines(1, { startsPage: true })], PAGE)).toEqual([1, 2]);
    expect(paginate([lines(1, { startsPage: true })], PAGE)).toEqual([1]);
  });

  it('is the next one for a heading whose text would not fit under it', () => {
    const heading = lines(1, { keepNext: true });
    expect(paginate([lines(9), heading, lines(3)], PAGE)).toEqual([1, 2, 2]);
    expect(paginate([lines(8), heading, lines(3)], PAGE)).toEqual([1, 1, 1]);
    expect(paginate([lines(8), heading, heading, lines(3)], PAGE)).toEqual([1, 2, 2, 2]);
  });

  it('counts the header row of a table again on every page', () => {
    const table: FlowItem = { ...lines(0), parts: [40, 40, 40], header: 20 };
    expect(paginate([table, lines(4), lines(1)], PAGE)).toEqual([1, 2, 3]);
    expect(paginate([table, lines(3), lines(1)], PAGE)).toEqual([1, 2, 2]);
  });

  it('runs on after a row that is taller than a page', () => {
    expect(paginate([{ ...lines(0), parts: [250] }, lines(1)], PAGE)).toEqual([1, 3]);
  });
});
