import { expect, test } from 'vitest';
import { dateText, isSameForm, typedDate } from './form-values.ts';

test('a date whose text is typed back is the stored one again, year and all', () => {
  const stored = { raw: '5月4日', start: '2023-05-04', end: '2023-05-04', precision: 'day' };
  const initial = { title: '示例荣誉', date: stored };
  const changed = { ...initial, date: typedDate(`${dateText(stored)}1`, initial.date) };
  expect(changed.date).toBe('5月4日1');
  expect(isSameForm(changed, initial)).toBe(false);
  const back = { ...changed, date: typedDate('5月4日', initial.date) };
  expect(back.date).toBe(stored);
  expect(isSameForm(back, initial)).toBe(true);
});
