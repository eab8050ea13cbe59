import { attribute, scanMarkup, unescapeMarkup } from '../ledger-file/markup.ts';

export type WordParagraph = { readonly style: string; readonly text: string };

/** A bookmark with the words that stand around it: those of its table row, or else of its paragraph. */
export type WordBookmark = { readonly id: string; readonly name: string; readonly around: string };

/** What a part of a Word file says of itself, as far as a check needs it. */
export type WordBody = {
  readonly paragraphs: readonly WordParagraph[];
  readonly bookmarks: readonly WordBookmark[];
  /** The ids of the bookmarks that are ended. */
  readonly bookmarkEnds: readonly string[];
  /** Bookmarks that something in the document leads to. */
  readonly anchors: readonly string[];
  readonly styles: ReadonlySet<string>;
  readonly fonts: ReadonlySet<string>;
};

type Reading = {
  readonly paragraphs: WordParagraph[];
  readonly bookmarks: WordBookmark[];
  readonly bookmarkEnds: string[];
  readonly anchors: string[];
  readonly styles: Set<string>;
  readonly fonts: Set<string>;
  /** Bookmarks of the paragraph or row that is being read. */
  readonly begun: { readonly id: string; readonly name: string }[];
  paragraph: WordParagraph;
  /** The words of the table row that is being read, or null outside of tables. */
  row: string | null;
  /** The element whose text is wanted, or nothing. */
  inside: 't' | 'instrText' | '';
};

const STYLE_TAGS: ReadonlySet<string> = new Set(['pStyle', 'rStyle', 'tblStyle']);
const FONT_SLOTS = ['ascii', 'hAnsi', 'eastAsia', 'cs'] as const;
const FIELD_REFERENCE = /\b(?:PAGEREF|REF)\s+(\S+)/;

/**
 * Reads a part from its markup alone; nothing of what wrote it is used.
 *
 * @throws ReadStopped when the markup is broken
 */
export function readWordBody(xml: string): WordBody {
  const reading: Reading = {
    paragraphs: [],
    bookmarks: [],
    bookmarkEnds: [],
    anchors: [],
    styles: new Set(),
    fonts: new Set(),
    begun: [],
    paragraph: { style: '', text: '' },
    row: null,
    inside: '',
  };
  const scanner = scanMarkup(
    {
      open: (name, attributes, isEmpty) => openTag(reading, name, attributes, isEmpty),
      close: (name) => closeTag(reading, name),
      text: (raw) => takeText(reading, raw),
    },
    'xml',
  );
  scanner.push(xml);
  scanner.end();
  return reading;
}

function openTag(reading: Reading, name: string, attributes: string, isEmpty: boolean): void {
  const value = (attributeName: string) => attribute(attributes, `w:${attributeName}`) ?? '';
  if (STYLE_TAGS.has(name)) reading.styles.add(value('val'));
  switch (name) {
    case 'p':
      reading.paragraph = { style: '', text: '' };
      break;
    case 'pStyle':
      reading.paragraph = { ...reading.paragraph, style: value('val') };
      break;
    case 'tr':
      reading.row = '';
      break;
    case 'tab':
      addText(reading, '\t');
      break;
    case 't':
    case 'instrText':
      reading.inside = isEmpty ? '' : name;
      break;
    case 'bookmarkStart':
      reading.begun.push({ id: value('id'), name: value('name') });
      break;
    case 'bookmarkEnd':
      reading.bookmarkEnds.push(value('id'));
      break;
    case 'hyperlink':
      if (value('anchor') !== '') reading.anchors.push(value('anchor'));
      break;
    case 'rFonts':
      for (const slot of FONT_SLOTS) if (value(slot) !== '') reading.fonts.add(value(slot));
      break;
  }
}

function closeTag(reading: Reading, name: string): void {
  reading.inside = '';
  if (name === 'p') {
    reading.paragraphs.push(reading.paragraph);
    if (reading.row === null) settleBookmarks(reading, reading.paragraph.text);
    else reading.row += `${reading.paragraph.text}\n`;
  } else if (name === 'tr') {
    settleBookmarks(reading, reading.row ?? '');
    reading.row = null;
  }
}

function settleBookmarks(reading: Reading, around: string): void {
  for (const { id, name } of reading.begun.splice(0)) reading.bookmarks.push({ id, name, around });
}

function takeText(reading: Reading, raw: string): void {
  if (reading.inside === 't') addText(reading, unescapeMarkup(raw));
  if (reading.inside !== 'instrText') return;
  const anchor = FIELD_REFERENCE.exec(unescapeMarkup(raw))?.[1];
  if (anchor !== undefined) reading.anchors.push(anchor);
}

function addText(reading: Reading, text: string): void {
  reading.paragraph = { ...reading.paragraph, text: reading.paragraph.text + text };
}
