import { describe, expect, it } from 'vitest';
import { stripMetadata } from './strip-metadata.ts';

const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 255,
  ...content,
];
const START = [0xff, 0xd8];
const END = [0xff, 0xd9];
const JFIF = segment(0xe0, latin('JFIF\0'));
const EXIF = segment(0xe1, latin('Exif\0\0GPS 35.2N 115.4E'));
const XMP = segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x/>'));
const PROFILE = segment(0xe2, latin('ICC_PROFILE\0\u0001\u0001profile'));
const MORE_PICTURES = segment(0xe2, latin('MPF\0'));
const IPTC = segment(0xed, latin('Photoshop 3.0\0'));
const ADOBE = segment(0xee, latin('Adobe\0'));
const COMMENT = segment(0xfe, latin('shot by'));
const FRAME = segment(0xc2, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
const TABLE = segment(0xc4, [0, 1]);
/** With a stuffed byte and a restart inside. */
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 0xff, 0, 2, 0xff, 0xd3, 3];

const jpeg = (...parts: readonly (readonly number[])[]) => Uint8Array.from([...START, ...parts.flat(), ...END]);
const chunk = (name: string, content: readonly number[]) => [
  0,
  0,
  content.length >> 8,
  content.length & 255,
  ...latin(name),
  ...content,
  1,
  2,
  3,
  4,
];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('what is left of a JPEG', () => {
  it('is the picture, its colours and nothing that tells of place, device or persons', () => {
    const told = jpeg(JFIF, EXIF, XMP, PROFILE, MORE_PICTURES, IPTC, ADOBE, COMMENT, FRAME, TABLE, SCAN, TABLE, SCAN);
    const bare = jpeg(JFIF, PROFILE, ADOBE, FRAME, TABLE, SCAN, TABLE, SCAN);
    expect(stripMetadata(told, 'jpeg')).toEqual(bare);
    expect(stripMetadata(bare, 'jpeg')).toEqual(bare);
  });

  it('ends with the picture: a second one behind it has its own metadata', () => {
    const bare = jpeg(FRAME, SCAN);
    expect(stripMetadata(Uint8Array.from([...bare, ...jpeg(EXIF, FRAME, SCAN)]), 'jpeg')).toEqual(bare);
  });

  it('has fill bytes between its markers left out', () => {
    const filled = Uint8Array.from([...START, ...FRAME, 0xff, 0xff, ...EXIF, 0xff, ...SCAN, ...END]);
    expect(stripMetadata(filled, 'jpeg')).toEqual(jpeg(FRAME, SCAN));
  });

  it.each([
    ['no JPEG', Uint8Array.from(PNG)],
    ['cut off in a scan', jpeg(FRAME, SCAN).slice(0, -3)],
    ['cut off in a segment', jpeg(FRAME, EXIF).slice(0, 22)],
    ['something between segments', jpeg(FRAME, [7], SCAN)],
    ['empty', new Uint8Array()],
  ])('is nothing when it is not whole: %s', (_what, bytes) => {
    expect(stripMetadata(bytes, 'jpeg')).toBeNull();
  });
});

describe('what is left of a PNG', () => {
  it('is the picture without text, time and EXIF', () => {
    const picture = [chunk('IHDR', [1]), chunk('iCCP', [2])];
    const end = [chunk('IDAT', [3, 4]), chunk('IEND', [])];
    const telling = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].map((name) => chunk(name, [9]));
    const told = Uint8Array.from([...PNG, ...picture.flat(), ...telling.flat(), ...end.flat(), 7, 7]);
    expect(stripMetadata(told, 'png')).toEqual(Uint8Array.from([...PNG, ...picture.flat(), ...end.flat()]));
  });

  it('is nothing when it is not whole', () => {
    const cut = Uint8Array.from([...PNG, ...chunk('IHDR', [1]), ...chunk('IDAT', [3, 4])]);
    expect(stripMetadata(cut, 'png')).toBeNull();
    expect(stripMetadata(cut.slice(0, -1), 'png')).toBeNull();
    expect(stripMetadata(jpeg(FRAME), 'png')).toBeNull();
  });
});
