import { ROMAN, type TextStyle } from './text-styles.ts';

export type Typeface = Pick<TextStyle, 'latin' | 'size' | 'spacing'>;

/** Advance widths of Times New Roman, U+0020 to U+007E, in thousandths of its size. */
const ROMAN_WIDTHS: readonly number[] = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
];

/** Signs of Latin-1 that the East Asian hint turns into full-width ones (ISO/IEC 29500-1, 17.3.2.26). */
const FULL_WIDTH_LATIN_1 = new Set(Array.from('¡¤§¨ª­¯°±²³´¶·¸¹º¼½¾¿×÷', (sign) => sign.codePointAt(0) ?? 0));

/** The width of one character in twips, with the spacing added to it. */
export function characterWidth(codePoint: number, face: Typeface): number {
  return (relativeWidth(codePoint, face.latin) * face.size) / 1000 + face.spacing;
}

function relativeWidth(codePoint: number, latin: string): number {
  if (codePoint < 0x7f) return latin === ROMAN ? (ROMAN_WIDTHS[codePoint - 0x20] ?? 500) : 500;
  if (codePoint < 0x2000) return FULL_WIDTH_LATIN_1.has(codePoint) ? 1000 : 500;
  const isHalfWidthForm = codePoint >= 0xff61 && codePoint <= 0xffdc;
  return isHalfWidthForm ? 500 : 1000;
}
