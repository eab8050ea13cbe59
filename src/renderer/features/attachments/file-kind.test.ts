import { expect, test } from 'vitest';
import { fileKind, isPhoto } from './file-kind.ts';

test('a kind follows from the media type, and what nobody knows is a file', () => {
  expect(fileKind('image/jpeg')).toBe('picture');
  expect(fileKind('image/heif')).toBe('heic');
  expect(fileKind('application/pdf')).toBe('pdf');
  expect(fileKind('text/html')).toBe('other');
  expect(fileKind('image/svg+xml')).toBe('other');
  expect(fileKind('constructor')).toBe('other');
});

test('only pictures can be photos', () => {
  expect(['image/png', 'image/heic', 'image/tiff', 'application/pdf'].map(isPhoto)).toEqual([true, true, true, false]);
});
