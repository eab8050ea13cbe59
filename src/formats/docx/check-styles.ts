import { attribute, scanMarkup } from '../ledger-file/markup.ts';
import { TEXT_STYLES, type TextStyle } from './text-styles.ts';

type StyleFound = { eastAsia: string; ascii: string; size: string; line: string };

/** Styles that are used and not defined. */
export function checkStyles(styleSheet: string, used: ReadonlySet<string>): readonly string[] {
  const defined = readStyles(styleSheet);
  return [...used].filter((style) => !defined.has(style));
}

/** Styles whose type is not that of official documents, and fonts that the font table does not describe. */
export function checkFonts(styleSheet: string, fontTable: string, used: ReadonlySet<string>): readonly string[] {
  const found = readStyles(styleSheet);
  const wrong = Object.values(TEXT_STYLES).filter((style) => !isAsAsked(style, found.get(style.id)));
  const described = new Set(readFonts(fontTable));
  const fonts = new Set([...used, ...[...found.values()].flatMap(({ eastAsia, ascii }) => [eastAsia, ascii])]);
  return [...wrong.map(({ name }) => name), ...[...fonts].filter((font) => font !== '' && !described.has(font))];
}

/** Sizes are in half-points there. */
function isAsAsked(style: TextStyle, found: StyleFound | undefined): boolean {
  return (
    found?.eastAsia === style.eastAsia &&
    found.ascii === style.latin &&
    found.size === String(style.size / 10) &&
    found.line === String(style.pitch)
  );
}

function readStyles(styleSheet: string): ReadonlyMap<string, StyleFound> {
  const styles = new Map<string, StyleFound>();
  let style: StyleFound | null = null;
  scan(styleSheet, (name, attributes) => {
    const value = (attributeName: string) => attribute(attributes, `w:${attributeName}`) ?? '';
    if (name === 'style') {
      style = { eastAsia: '', ascii: '', size: '', line: '' };
      styles.set(value('styleId'), style);
    } else if (style === null) return;
    else if (name === 'rFonts') Object.assign(style, { eastAsia: value('eastAsia'), ascii: value('ascii') });
    else if (name === 'sz') style.size = value('val');
    else if (name === 'spacing' && value('line') !== '') style.line = value('line');
  });
  return styles;
}

function readFonts(fontTable: string): readonly string[] {
  const names: string[] = [];
  scan(fontTable, (name, attributes) => {
    if (name === 'font') names.push(attribute(attributes, 'w:name') ?? '');
  });
  return names;
}

function scan(xml: string, open: (name: string, attributes: string) => void): void {
  const scanner = scanMarkup({ open, close: () => undefined, text: () => undefined }, 'xml');
  scanner.push(xml);
  scanner.end();
}
