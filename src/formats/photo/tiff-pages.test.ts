import { expect, test } from 'vitest';
import { tiffPages } from './tiff-pages.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test('pages are counted in either order of bytes', () => {
  expect(tiffPages(bytes('II*\0\x08\0\0\0\0\0\x0e\0\0\0\0\0\0\0\0\0'))).toBe(2);
  expect(tiffPages(bytes('MM\0*\0\0\0\x08\0\0\0\0\0\0'))).toBe(1);
});

test('a directory that is cut off, or leads in a circle, tells nothing', () => {
  expect(tiffPages(bytes('II*\0\x08\0\0\0'))).toBeNull();
  expect(tiffPages(bytes('II*\0\x08\0\0\0\0\0\x08\0\0\0'))).toBeNull();
  expect(tiffPages(bytes('%PDF'))).toBeNull();
});
