import { expect, test } from 'vitest';
import { pictureSize } from './picture-size.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test('a picture tells its size before it is decoded', () => {
  expect(pictureSize(bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x2e\xe0\0\0\x23\x28'))).toEqual({
    width: 12_000,
    height: 9000,
  });
  const jfif = '\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0';
  expect(pictureSize(bytes(`\xff\xd8${jfif}\xff\xc2\0\x11\x08\x23\x28\x2e\xe0\x03`))).toEqual({
    width: 12_000,
    height: 9000,
  });
  expect(pictureSize(bytes('GIF89a\x0a\0\x05\0'))).toEqual({ width: 10, height: 5 });
  const bitmap = `BM${'\0'.repeat(16)}\x0a\0\0\0\xfb\xff\xff\xff`;
  expect(pictureSize(bytes(bitmap))).toEqual({ width: 10, height: 5 });
  expect(pictureSize(bytes(`RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x63\0\0\x31\0\0`))).toEqual({
    width: 100,
    height: 50,
  });
});

test('what is cut off or no picture tells nothing', () => {
  for (const head of [
    '',
    '\x89PNG\r\n',
    '\xff\xd8\xff\xe0\0\x10',
    '\xff\xd8\xff\xda\0\x02',
    '%PDF-1.7 and more text',
  ]) {
    expect({ head, size: pictureSize(bytes(head)) }).toEqual({ head, size: null });
  }
});
