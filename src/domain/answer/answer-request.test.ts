import { expect, test } from 'vitest';
import { TODAY } from '../records/record-fixtures.ts';
import { readQuestion, USUAL_REQUEST } from './answer-request.ts';

const read = (from: string, to: string) => readQuestion({ ...USUAL_REQUEST, from, to }, TODAY);

test('a window reaches from the first day of one date to the last of another', () => {
  expect(read('2014', '2023.4')).toMatchObject({
    ok: true,
    value: { from: { start: '2014-01-01' }, to: { end: '2023-04-30' } },
  });
});

test('an empty end is open', () => {
  expect(read(' ', '')).toMatchObject({ ok: true, value: { from: null, to: null } });
});

test('what is no date, or has no year, is refused where it stands', () => {
  expect(read('某日', '')).toEqual({ ok: false, error: { code: 'bad-date', where: 'from' } });
  expect(read('2014', '5月')).toEqual({ ok: false, error: { code: 'bad-date', where: 'to' } });
  expect(read('14', '')).toEqual({ ok: false, error: { code: 'bad-date', where: 'from' } });
});

test('a window that ends before it begins is refused, one of a single day or year is not', () => {
  expect(read('2023', '2022')).toEqual({ ok: false, error: { code: 'reversed-window', where: 'to' } });
  expect(read('2023', '2023').ok).toBe(true);
  expect(read('2023年5月4日', '2023.5.4').ok).toBe(true);
});
