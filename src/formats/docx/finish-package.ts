import { Packer, Paragraph, type Document } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { DocumentProperties } from '#domain/document/document-tree';
import { fontTable } from './font-table.ts';
import { mediaContentTypes, mediaRelationships, type MediaPart } from './package-media.ts';
import { styleSheet } from './style-sheet.ts';
import { TEXT_STYLES } from './text-styles.ts';
import type { Markup } from './word-markup.ts';
import { escapedXmlText } from './xml-text.ts';

const DOCUMENT = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';
const CONTENT_TYPES = '[Content_Types].xml';
const BOOKMARK = /(<w:bookmark(Start|End) w:id=")"/g;

/** What was rendered: the text of each section, in their order, and what it shows. */
export type RenderedBody = { readonly sections: readonly Markup[]; readonly media: readonly MediaPart[] };

/**
 * The children of the n-th section of the document that docx is given, from 0: a place that `finishPackage` puts the
 * rendered text into. docx is left to write what holds it: sections, footers, settings, the package.
 */
export function placeholder(section: number): readonly Paragraph[] {
  return [new Paragraph({ style: TEXT_STYLES.afterLastTable.id, text: placeholderText(section) })];
}

function placeholderText(section: number): string {
  return `section-${section}`;
}

/**
 * Puts the text, the pictures and what docx cannot write as an official document needs it (styles, font table with
 * fallbacks, dated properties) into the package. Pictures are compressed already and are stored as they are. Nothing of
 * the clock is left: the same document gives the same bytes.
 */
export async function finishPackage(
  document: Document,
  { sections, media }: RenderedBody,
  properties: DocumentProperties,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const finished: Zippable = {};
  const mtime = zipDate(properties.compiledOn);
  for (const [path, bytes] of Object.entries(parts)) finished[path] = [bytes, { mtime }];
  finished[DOCUMENT] = [strToU8(numberBookmarks(fillSections(textOf(parts, DOCUMENT), sections))), { mtime }];
  const relationships = textOf(parts, RELATIONSHIPS).replace('</Relationships>', `${mediaRelationships(media)}$&`);
  finished[RELATIONSHIPS] = [strToU8(relationships), { mtime }];
  const contentTypes = textOf(parts, CONTENT_TYPES).replace('</Types>', `${mediaContentTypes(media)}$&`);
  finished[CONTENT_TYPES] = [strToU8(contentTypes), { mtime }];
  finished['word/styles.xml'] = [strToU8(styleSheet()), { mtime }];
  finished['word/fontTable.xml'] = [strToU8(fontTable()), { mtime }];
  finished['docProps/core.xml'] = [strToU8(coreProperties(properties)), { mtime }];
  for (const { kind, target, bytes } of media) {
    finished[`word/${target}`] = [bytes, { mtime, level: kind === 'image' ? 0 : 6 }];
  }
  return zipSync(finished, { level: 6 });
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, path: string): string {
  const bytes = parts[path];
  if (bytes === undefined) throw new Error(`docx wrote a package without ${path}`);
  return strFromU8(bytes);
}

function fillSections(xml: string, sections: readonly Markup[]): string {
  let filled = xml;
  for (const [index, text] of sections.entries()) {
    const run = `<w:r><w:t xml:space="preserve">${placeholderText(index)}</w:t></w:r>`;
    const at = filled.indexOf(run);
    if (at < 0) throw new Error(`docx wrote no section ${index}`);
    const start = filled.lastIndexOf('<w:p>', at);
    const properties = filled.slice(start, at);
    // The paragraph that ends a section says what its pages are like; the last section needs none.
    const end = properties.includes('<w:sectPr') ? `${properties}</w:p>` : '';
    filled = filled.slice(0, start) + text + end + filled.slice(at + run.length + '</w:p>'.length);
  }
  return filled;
}

/** A bookmark holds text alone, so that each is ended before the next begins. */
function numberBookmarks(xml: string): string {
  let number = -1;
  return xml.replace(BOOKMARK, (_match, head: string, end: string) => {
    if (end === 'Start') number += 1;
    return `${head}${number}"`;
  });
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
