import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { DocumentProperties } from '#domain/document/document-tree';
import { fontTable } from './font-table.ts';
import { styleSheet } from './style-sheet.ts';
import { escapedXmlText } from './xml-text.ts';

const DOCUMENT = 'word/document.xml';
/** docx sets these on every cached line of contents, for a page that is wider than ours; the style has the right ones. */
const CONTENTS_TABS = /<w:tabs><w:tab w:val="clear"[^>]*\/><w:tab w:val="right" w:pos="9025"[^>]*\/><\/w:tabs>/g;
const BOOKMARK_START = /(<w:bookmarkStart\b[^>]*?w:id=")(\d+)(")/g;
const BOOKMARK_END = /(<w:bookmarkEnd\b[^>]*?w:id=")(\d+)(")/g;

/**
 * Replaces what docx cannot write as an official document needs it (styles, font table with fallbacks, dated
 * properties), and takes everything out that differs from one run to the next: the clock, and numbers that go on counting.
 * The same document therefore gives the same bytes.
 */
export function finishPackage(packed: Uint8Array, properties: DocumentProperties): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(packed);
  const finished: Zippable = {};
  const mtime = zipDate(properties.compiledOn);
  for (const [path, bytes] of Object.entries(parts)) finished[path] = [bytes, { mtime }];
  const document = parts[DOCUMENT];
  if (document === undefined) throw new Error('docx wrote a package without word/document.xml');
  finished[DOCUMENT] = [strToU8(finishDocument(strFromU8(document))), { mtime }];
  finished['word/styles.xml'] = [strToU8(styleSheet()), { mtime }];
  finished['word/fontTable.xml'] = [strToU8(fontTable()), { mtime }];
  finished['docProps/core.xml'] = [strToU8(coreProperties(properties)), { mtime }];
  return zipSync(finished, { level: 6 });
}

function finishDocument(xml: string): string {
  const numbers = new Map<string, number>();
  const withStarts = xml
    .replace(CONTENTS_TABS, '')
    .replace(BOOKMARK_START, (_match, head: string, id: string, tail: string) => {
      numbers.set(id, numbers.size);
      return `${head}${numbers.get(id)}${tail}`;
    });
  return withStarts.replace(
    BOOKMARK_END,
    (_match, head: string, id: string, tail: string) => `${head}${numbers.get(id) ?? id}${tail}`,
  );
}

/** The day as local noon, which a zip entry stores as it stands; zip knows the years 1980 to 2099 only. */
function zipDate(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Math.min(2099, Math.max(1980, year)), month - 1, date, 12);
}

function coreProperties({ title, subject, creator, compiledOn }: DocumentProperties): string {
  const instant = `${compiledOn}T00:00:00Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapedXmlText(title)}</dc:title><dc:subject>${escapedXmlText(subject)}</dc:subject>` +
    `<dc:creator>${escapedXmlText(creator)}</dc:creator><cp:lastModifiedBy>${escapedXmlText(creator)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
  );
}
