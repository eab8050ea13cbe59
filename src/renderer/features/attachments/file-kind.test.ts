import { expect, test } from 'vitest';
import { fileKind, isPhoto, misleadingExtension } from './file-kind.ts';

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

test('an extension that promises another kind of file is named', () => {
  expect(misleadingExtension('示例.PDF', 'text/html')).toBe('pdf');
  expect(misleadingExtension('示例.jpg', 'image/heic')).toBe('jpg');
  expect(misleadingExtension('示例.docx', 'application/zip')).toBe('docx');
});

test('another kind of picture is as good, and what promises nothing is not held against a file', () => {
  expect(misleadingExtension('示例.jpg', 'image/png')).toBeNull();
  expect(misleadingExtension('示例.pdf', 'application/pdf')).toBeNull();
  expect(misleadingExtension('示例.txt', 'text/html')).toBeNull();
  expect(misleadingExtension('pdf', 'text/html')).toBeNull();
  expect(misleadingExtension('示例.constructor', 'text/html')).toBeNull();
});
