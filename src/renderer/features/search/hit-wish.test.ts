import { expect, test } from 'vitest';
import { wishOf } from './hit-wish.ts';

test('one key goes to the first hit', () => {
  expect(wishOf('Enter', null)).toBe('reach');
  expect(wishOf('ArrowDown', null)).toBe('reach');
});

test('Enter on top of a key that still waits opens it', () => {
  expect(wishOf('Enter', 'reach')).toBe('open');
  expect(wishOf('Enter', 'open')).toBe('open');
});

test('an arrow on top of a key that still waits changes nothing', () => {
  expect(wishOf('ArrowDown', 'reach')).toBe('reach');
  expect(wishOf('ArrowDown', 'open')).toBe('open');
});
