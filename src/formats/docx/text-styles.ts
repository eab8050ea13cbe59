import type { Note } from '#domain/document/document-tree';

/**
 * The type of every paragraph: one table that the style sheet is written from and the page estimator measures with. All
 * lines have an exact pitch, so a page can be computed without the fonts. Lengths in twips.
 */
export type TextStyle = {
  readonly id: string;
  /** The name Word shows; built-in styles keep their English names, by which Word knows them. */
  readonly name: string;
  readonly eastAsia: string;
  /**
   * Digits and letters. 仿宋 and 楷体 take Times New Roman, whose digits are as wide as theirs (half a character), so that
   * 28 characters a line hold either way; 黑体 and 小标宋 keep their own.
   */
  readonly latin: string;
  readonly size: number;
  readonly pitch: number;
  /** Whether a line that does not fit the pitch is higher; else the pitch is exact. */
  readonly grows: boolean;
  /** Added to every character. */
  readonly spacing: number;
  readonly align: 'both' | 'left' | 'center' | 'right';
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  /** Whether a stop may hang over the right margin. Not in a table, where it would meet the next column's border. */
  readonly hangs: boolean;
  /** Outline level, 0 for a chapter, or null for body text. */
  readonly outline: 0 | 1 | 2 | null;
};

export const FANG_SONG = '仿宋_GB2312';
export const KAI_TI = '楷体_GB2312';
export const HEI_TI = '黑体';
export const XIAO_BIAO_SONG = '方正小标宋简体';
export const SONG_TI = '宋体';
export const ROMAN = 'Times New Roman';

/**
 * GB/T 9704-2012, 5.2.2 and 5.2.3: 3号 仿宋, 22 lines of 28 characters. Measured in Word: an exact line of 29 pt gives 21
 * lines and 16 pt glyphs 27 a line, so the line is 28.95 pt and every character 0.25 pt narrower.
 */
const BODY: TextStyle = {
  id: 'Normal',
  name: 'Normal',
  eastAsia: FANG_SONG,
  latin: ROMAN,
  size: 320,
  pitch: 579,
  grows: false,
  spacing: -5,
  align: 'both',
  firstLine: 630,
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  keepNext: false,
  hangs: true,
  outline: null,
};
const HEADING: TextStyle = { ...BODY, align: 'left', keepNext: true };
const CENTRED: TextStyle = { ...BODY, align: 'center', firstLine: 0, spacing: 0 };
/** 2号 小标宋, centred: 7.3.1. */
const TITLE: TextStyle = { ...CENTRED, eastAsia: XIAO_BIAO_SONG, latin: XIAO_BIAO_SONG, size: 440, pitch: 700 };
/** 五号: six columns on 156 mm need it. */
const CELL: TextStyle = { ...BODY, size: 210, pitch: 300, spacing: 0, align: 'left', firstLine: 0, hangs: false };
const CONTENTS: TextStyle = { ...BODY, size: 280, pitch: 440, spacing: 0, align: 'left', firstLine: 0 };
const NOTE: TextStyle = { ...BODY, size: 240, pitch: 400, spacing: 0, firstLine: 480, after: 40 };
/** The line of a picture is as high as the picture and this: its pitch is a least one, of the smallest type there is. */
const FIGURE: TextStyle = { ...CENTRED, size: 20, pitch: 20, grows: true };
/** 4号 half-width 宋体: 7.5. */
const PAGE_NUMBER: TextStyle = { ...CENTRED, eastAsia: SONG_TI, latin: SONG_TI, size: 280, pitch: 360 };

export const TEXT_STYLES = {
  body: BODY,
  // 7.3.3: 一、黑体  （一）楷体  1. 仿宋, all 3号.
  chapter: { ...HEADING, id: 'Heading1', name: 'heading 1', eastAsia: HEI_TI, latin: HEI_TI, outline: 0 },
  section: { ...HEADING, id: 'Heading2', name: 'heading 2', eastAsia: KAI_TI, outline: 1 },
  // A table follows, which would otherwise touch the words.
  subsection: { ...HEADING, id: 'Heading3', name: 'heading 3', after: 80, outline: 2 },
  title: { ...TITLE, id: 'Title', name: 'Title' },
  titleEnd: { ...CENTRED, id: 'TitleEnd', name: '题名第二行', eastAsia: KAI_TI, after: 579 },
  // With what follows: a table, or the line that signs a document, which must not be alone on a page.
  note: { ...NOTE, id: 'Note', name: '附注', keepNext: true },
  noteAlone: { ...NOTE, id: 'NoteAlone', name: '附注（独立）' },
  // 4号, so that the name of an office and a date stand on one line, four characters in from the right as 7.3.5 has it.
  signature: {
    ...BODY,
    id: 'Signature',
    name: 'Signature',
    size: 280,
    pitch: 440,
    align: 'right',
    firstLine: 0,
    right: 1120,
  },
  figure: { ...FIGURE, id: 'Figure', name: '图片', before: 200, keepNext: true },
  figureAlone: { ...FIGURE, id: 'FigureAlone', name: '图片（无图题）', before: 200, after: 200 },
  missingFigure: {
    ...CENTRED,
    id: 'MissingFigure',
    name: '图片缺',
    size: 240,
    pitch: 400,
    before: 200,
    keepNext: true,
  },
  // 小四 楷体 under the picture.
  caption: {
    ...CENTRED,
    id: 'Caption',
    name: 'caption',
    eastAsia: KAI_TI,
    size: 240,
    pitch: 400,
    before: 60,
    after: 200,
  },
  // 小四, as an index is in smaller type; what does not fit on its line goes on under it, two characters in.
  indexLetter: {
    ...HEADING,
    id: 'IndexHeading',
    name: 'index heading',
    latin: HEI_TI,
    eastAsia: HEI_TI,
    size: 240,
    pitch: 400,
    spacing: 0,
    firstLine: 0,
    before: 120,
  },
  indexItem: { ...CONTENTS, id: 'Index1', name: 'index 1', size: 240, pitch: 360, left: 480, firstLine: -480 },
  cell: { ...CELL, id: 'TableText', name: '表格文字' },
  cellCentred: { ...CELL, id: 'TableTextCentered', name: '表格文字居中', align: 'center' },
  cellPicture: { ...FIGURE, id: 'TablePicture', name: '表格图片' },
  columnTitle: {
    ...CELL,
    id: 'TableHeader',
    name: '表头',
    eastAsia: HEI_TI,
    latin: HEI_TI,
    align: 'center',
    keepNext: true,
  },
  afterTable: { ...CELL, id: 'AfterTable', name: '表后空行', pitch: 240, size: 120 },
  // Word needs a paragraph after a table; at the end of a chapter it must not bring a page of its own.
  afterLastTable: { ...CELL, id: 'AfterLastTable', name: '章末表后', pitch: 20, size: 20 },
  contentsTitle: { ...TITLE, id: 'TOCHeading', name: 'TOC Heading', after: 579 },
  contentsChapter: { ...CONTENTS, id: 'TOC1', name: 'toc 1', eastAsia: HEI_TI },
  contentsSection: { ...CONTENTS, id: 'TOC2', name: 'toc 2', left: 560 },
  coverTitle: { ...TITLE, id: 'CoverTitle', name: '封面题名', size: 720, pitch: 1080 },
  coverSubtitle: { ...CENTRED, id: 'CoverSubtitle', name: '封面卷次', eastAsia: KAI_TI, size: 440, pitch: 700 },
  coverLine: { ...CENTRED, id: 'CoverLine', name: '封面落款', size: 320, pitch: 640 },
  footerOdd: { ...PAGE_NUMBER, id: 'FooterOdd', name: '单页页码', align: 'right', right: 280 },
  footerEven: { ...PAGE_NUMBER, id: 'FooterEven', name: '双页页码', align: 'left', left: 280 },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** The run of an entry's 【标题】, in the line of body text. */
export const ENTRY_TITLE = { id: 'EntryTitle', name: '条目标题', eastAsia: HEI_TI, latin: HEI_TI } as const;

export function noteStyle({ standsAlone = false }: Pick<Note, 'standsAlone'>): TextStyle {
  return standsAlone ? TEXT_STYLES.noteAlone : TEXT_STYLES.note;
}
