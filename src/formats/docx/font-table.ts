import { FANG_SONG, HEI_TI, KAI_TI, ROMAN, SONG_TI, XIAO_BIAO_SONG } from './text-styles.ts';

type FontEntry = {
  readonly name: string;
  /** The font to take where the first is not installed: Windows has these under their newer names. */
  readonly fallback: string | null;
  /** 86 is GB 2312, 00 is Western. */
  readonly charset: '86' | '00';
  readonly family: 'roman' | 'modern';
};

const FONTS: readonly FontEntry[] = [
  { name: FANG_SONG, fallback: '仿宋', charset: '86', family: 'modern' },
  { name: KAI_TI, fallback: '楷体', charset: '86', family: 'modern' },
  { name: HEI_TI, fallback: 'SimHei', charset: '86', family: 'modern' },
  { name: XIAO_BIAO_SONG, fallback: '华文中宋', charset: '86', family: 'roman' },
  { name: SONG_TI, fallback: 'SimSun', charset: '86', family: 'roman' },
  { name: ROMAN, fallback: null, charset: '00', family: 'roman' },
];

/** word/fontTable.xml: the real names of official documents, each with the font that may stand in for it. */
export function fontTable(): string {
  const fonts = FONTS.map(
    (font) =>
      `<w:font w:name="${font.name}">${font.fallback === null ? '' : `<w:altName w:val="${font.fallback}"/>`}` +
      `<w:charset w:val="${font.charset}"/><w:family w:val="${font.family}"/><w:pitch w:val="variable"/></w:font>`,
  ).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts}</w:fonts>`
  );
}
