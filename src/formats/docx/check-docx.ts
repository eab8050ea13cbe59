import type { DocumentCheck, DocumentCheckCode } from '#domain/document/document-check';
import { scanMarkup } from '../ledger-file/markup.ts';
import { openPackage, type OfficePackage } from '../ledger-file/office-package.ts';
import { ReadStopped } from '../ledger-file/read-problem.ts';
import { readWordBody, type WordBody } from './read-word-body.ts';
import { checkCharts, checkPictures } from './check-drawings.ts';
import { readDrawings } from './read-drawings.ts';
import { checkFonts, checkStyles } from './check-styles.ts';
import { findForbiddenCharacter } from './xml-text.ts';

/** A record that is to be in the file. */
export type ExpectedRecord = { readonly title: string; readonly bookmark: string };

const PARTS = ['[Content_Types].xml', 'word/document.xml', 'word/styles.xml', 'word/fontTable.xml'] as const;
const LISTED = new Map([
  ['Heading1', 'TOC1'],
  ['Heading2', 'TOC2'],
]);
const CONTENTS_TITLE = 'TOCHeading';
/** The bookmarks of headings are not those of records. */
const HEADING_BOOKMARK = /^_Toc\d+$/;
const MOST_NAMED = 10;

/**
 * Looks a finished file through: what was to be in it against what is found in its bytes. It knows what official documents
 * ask for, and nothing of how the file was made.
 *
 * @param pictures the names of those that are to be shown, as often as they are
 */
export function checkDocx(
  bytes: Uint8Array,
  expected: readonly ExpectedRecord[],
  pictures: readonly string[] = [],
): readonly DocumentCheck[] {
  try {
    const file = openPackage(bytes);
    const missing = PARTS.filter((part) => !file.has(part));
    if (missing.length > 0) return [verdict('package', missing)];
    const texts = new Map(file.names.filter(isMarkup).map((name) => [name, textOf(file, name)]));
    const broken = [...texts].filter(([, text]) => text === null || !isWhole(text)).map(([name]) => name);
    if (broken.length > 0) return [verdict('package', broken)];
    const drawings = readDrawings(texts.get('word/document.xml') ?? '');
    return [
      verdict('package', []),
      ...checkParts(texts as ReadonlyMap<string, string>, expected),
      verdict('pictures', checkPictures(file, drawings, pictures)),
      verdict('charts', checkCharts(file, drawings)),
    ];
  } catch (error) {
    if (!(error instanceof ReadStopped)) throw error;
    return [{ code: 'package', ok: false, detail: error.problem.code }];
  }
}

function checkParts(texts: ReadonlyMap<string, string>, expected: readonly ExpectedRecord[]): readonly DocumentCheck[] {
  const body = readWordBody(texts.get('word/document.xml') ?? '');
  const footers = [...texts]
    .filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
    .map(([, text]) => readWordBody(text));
  const styleSheet = texts.get('word/styles.xml') ?? '';
  const used = new Set([body, ...footers].flatMap(({ styles }) => [...styles]));
  return [
    verdict('complete', findMissing(body, expected)),
    verdict('unrepeated', findSurplus(body, expected)),
    verdict(
      'characters',
      [...texts].filter(([, text]) => findForbiddenCharacter(text) !== null).map(([name]) => name),
    ),
    verdict('styles', checkStyles(styleSheet, used)),
    verdict('fonts', checkFonts(styleSheet, texts.get('word/fontTable.xml') ?? '', body.fonts)),
    verdict('references', findLooseEnds(body)),
    verdict('contents', findUnlisted(body)),
  ];
}

function verdict(code: DocumentCheckCode, wrong: readonly string[]): DocumentCheck {
  const named = wrong.slice(0, MOST_NAMED).join('、');
  const more = wrong.length > MOST_NAMED ? `……（${wrong.length}）` : '';
  return { code, ok: wrong.length === 0, detail: `${named}${more}` };
}

function isMarkup(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** Null when the bytes are no UTF-8. */
function textOf(file: OfficePackage, name: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes(name) ?? new Uint8Array());
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether every element that is begun is ended, in its place. */
function isWhole(xml: string): boolean {
  const open: string[] = [];
  let isInOrder = true;
  const scanner = scanMarkup(
    {
      open: (name, _attributes, isEmpty) => void (isEmpty || open.push(name)),
      close: (name) => void (isInOrder = open.pop() === name && isInOrder),
      text: () => undefined,
    },
    'xml',
  );
  scanner.push(xml);
  scanner.end();
  return isInOrder && open.length === 0;
}

/** Titles are compared without blanks, which a program may break lines at. */
function bare(text: string): string {
  return text.replace(/\s/gu, '');
}

function findMissing({ bookmarks }: WordBody, expected: readonly ExpectedRecord[]): readonly string[] {
  const around = new Map(bookmarks.map((bookmark) => [bookmark.name, bare(bookmark.around)]));
  return expected
    .filter(({ title, bookmark }) => !(around.get(bookmark)?.includes(bare(title)) ?? false))
    .map(({ title, bookmark }) => title || bookmark);
}

function findSurplus({ bookmarks }: WordBody, expected: readonly ExpectedRecord[]): readonly string[] {
  const titles = new Map(expected.map(({ bookmark, title }) => [bookmark, title]));
  const names = bookmarks.map(({ name }) => name).filter((name) => !HEADING_BOOKMARK.test(name));
  return [...repeated(names), ...names.filter((name) => !titles.has(name))].map((name) => titles.get(name) || name);
}

/** References to no bookmark, bookmarks of the same name or number, and such as are not ended. */
function findLooseEnds({ bookmarks, bookmarkEnds, anchors }: WordBody): readonly string[] {
  const names = bookmarks.map(({ name }) => name.toLowerCase());
  const ids = bookmarks.map(({ id }) => id);
  const [known, begun, ended] = [new Set(names), new Set(ids), new Set(bookmarkEnds)];
  return [
    ...anchors.filter((anchor) => !known.has(anchor.toLowerCase())),
    ...repeated(names),
    ...repeated(ids),
    ...repeated(bookmarkEnds),
    ...ids.filter((id) => !ended.has(id)),
    ...bookmarkEnds.filter((id) => !begun.has(id)),
  ];
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated;
  });
}

/** Headings that the contents do not have where they should, and pages that do not follow each other. */
function findUnlisted({ paragraphs }: WordBody): readonly string[] {
  const lines = paragraphs
    .filter(({ style }) => [...LISTED.values()].includes(style))
    .map(({ style, text }) => {
      const [title = '', page = ''] = text.split('\t');
      return { style, title, page: Number(page) };
    });
  // A short document has no contents to be listed in.
  const hasContents = paragraphs.some(({ style }) => style === CONTENTS_TITLE);
  const headings = hasContents ? paragraphs.filter(({ style }) => LISTED.has(style)) : [];
  const wrong = headings.filter(({ style, text }, index) => {
    const line = lines[index];
    const before = lines[index - 1]?.page ?? 1;
    return line?.style !== LISTED.get(style) || line?.title !== text || !(line.page >= before);
  });
  return [...wrong.map(({ text }) => text), ...lines.slice(headings.length).map(({ title }) => title)];
}
