import { expect, test } from 'vitest';
import { hasJpegEnd } from './jpeg-end.ts';

test('the mark may have other data behind it', () => {
  expect(hasJpegEnd(new Uint8Array([1, 2, 0xff, 0xd9]))).toBe(true);
  expect(hasJpegEnd(new Uint8Array([1, 0xff, 0xd9, 5, 0xd9, 7]))).toBe(true);
});

test('a picture that was cut off has no such mark', () => {
  expect(hasJpegEnd(new Uint8Array([0xd9, 1, 0xff, 0xda, 0xd9]))).toBe(false);
  expect(hasJpegEnd(new Uint8Array())).toBe(false);
});
