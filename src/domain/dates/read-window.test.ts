import { expect, it } from 'vitest';
import { readDays, readWindow } from './read-window.ts';

const TODAY = '2026-11-30';

it.each([
  ['2022年4月', '2023年3月', { from: '2022-04-01', to: '2023-03-31' }],
  ['2022', '2023', { from: '2022-01-01', to: '2023-12-31' }],
  ['2023.5.4', '20230504', { from: '2023-05-04', to: '2023-05-04' }],
  ['2023', '2022', null],
  ['', '2022', null],
  ['5月', '2022', null],
])('a window from %s to %s', (from, to, window) => {
  expect(readWindow(from, to, TODAY)).toEqual(window);
});

it('a date covers all its days', () => {
  expect(readDays('2024年2月', TODAY)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
});
