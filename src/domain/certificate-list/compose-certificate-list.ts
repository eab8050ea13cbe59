import { appendTo } from '../append-to.ts';
import { windowWords } from '../dates/date-window.ts';
import { chapterTitle } from '../document/chapter-numbering.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import { selectInScope } from '../document/document-scope.ts';
import type { Cell, Chapter, Column, Picture, Row } from '../document/document-tree.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { landscapeMatter } from '../document/landscape-document.ts';
import { withNamesOfTheDay } from '../document/names-of-the-day.ts';
import { nameList, phrase, printed, sentence } from '../document/sentence.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import type { Attachment } from '../records/attachment.ts';
import type { Honor } from '../records/honor.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { dateWords, undatedWords } from '../yearbook/date-words.ts';
import { dateLines } from '../yearbook/honors-chapter.ts';
import { YEARBOOK_TERMS } from '../yearbook/yearbook-terms.ts';
import type { CertificateListOptions } from './certificate-list-options.ts';
import { CERTIFICATE_LIST_TERMS as T } from './certificate-list-terms.ts';

/** In millimetres of the 257 between the margins; the last column has the picture, or the rest is shared out. */
const COLUMN_WIDTHS = [12, 55, 42, 42, 18, 24, 24] as const;
const PICTURE_WIDTH = 40;
/** Five rows with pictures stand on a page. */
const BOX = { width: 36, height: 26 } as const;
const CENTRED: ReadonlySet<number> = new Set([0, 4, 5, 7]);

/**
 * The certificates of honours (证书清单) on A4 on its side, each with a small picture; then the honours of which there is
 * none, to be looked for. Pure: the same records and options always make the same document.
 *
 * @param records living ones: honours, units, attachments
 */
export function composeCertificateList(
  records: readonly ArchiveRecord[],
  options: CertificateListOptions,
): ComposedDocument {
  const units = createUnitDirectory(records.filter((record) => record.kind === 'unit'));
  const all = records.filter((record) => record.kind === 'honor').map((honor) => withNamesOfTheDay(honor, units));
  const { dated, undated } = selectInScope(all, options);
  const appended = options.includeUndated ? undated : [];
  const honors = [...dated, ...appended];
  const certificates = certificatesByOwner(records.filter((record) => record.kind === 'attachment'));
  const certified = honors.filter(({ id }) => certificates.has(id));
  const uncertified = honors.filter(({ id }) => !certificates.has(id));
  const parts = [
    { name: T.certified(certified.length), honors: certified },
    { name: T.uncertified(uncertified.length), honors: uncertified },
  ].filter((part) => part.honors.length > 0);
  const { title, editor, compiledOn, window } = options;
  const volume = windowWords(window);
  const files = certified.reduce((sum, { id }) => sum + (certificates.get(id)?.length ?? 0), 0);
  const about = aboutOf(honors.length, files, uncertified.length, appended.length, options);
  return {
    tree: {
      ...landscapeMatter({ title, volume, subject: T.subject(volume), editor, compiledOn }, [
        honors.length === 0 ? { kind: 'paragraph', text: T.none } : { kind: 'note', text: about },
      ]),
      chapters: parts.map((part, index) => partChapter(chapterTitle(index + 1, part.name), part.honors, certificates)),
    },
    chosen: honors,
    perChapter: { certified: certified.length, uncertified: uncertified.length },
    omittedUndated: undated.length - appended.length,
  };
}

type Certificates = ReadonlyMap<string, readonly Attachment[]>;

/** Certificates and photos of plaques, in the order in which they are attached. */
function certificatesByOwner(attachments: readonly Attachment[]): Certificates {
  const byOwner = new Map<string, Attachment[]>();
  const wanted = attachments.filter(({ role }) => role === '证书' || role === '奖牌照片');
  const inOrder = wanted.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1));
  for (const attachment of inOrder) if (attachment.owner?.id) appendTo(byOwner, attachment.owner.id, attachment);
  return byOwner;
}

function aboutOf(
  honors: number,
  files: number,
  uncertified: number,
  undated: number,
  { unit, level }: CertificateListOptions,
): string {
  return [
    sentence([T.total(honors, files), uncertified > 0 ? T.lacking(uncertified) : '']),
    sentence([undated > 0 ? T.undated(undated) : '']),
    sentence([
      unit === null ? '' : DOCUMENT_TERMS.scopeOfUnit(unit.name, unit.ids.length > 1),
      level === null ? '' : DOCUMENT_TERMS.scopeOfLevel(level),
    ]),
  ].join('');
}

function partChapter(title: string, honors: readonly Honor[], certificates: Certificates): Chapter {
  const hasPictures = honors.some(({ id }) => certificates.has(id));
  const titles = hasPictures ? [...T.columns, T.picture] : T.columns;
  const columns = titles.map((heading, index): Column => ({
    title: heading,
    width: COLUMN_WIDTHS[index] ?? PICTURE_WIDTH,
    align: CENTRED.has(index) ? 'center' : 'left',
  }));
  const rows = honors.flatMap((honor, index) => honorRows(honor, index + 1, certificates.get(honor.id) ?? []));
  return { title, startsNewPage: false, blocks: [{ kind: 'table', columns, rows }] };
}

/** A second certificate has a row of its own under the honour's. */
function honorRows(honor: Honor, number: number, [first, ...others]: readonly Attachment[]): readonly Row[] {
  const date = honor.date.start === null && honor.date.raw !== '' ? undatedWords(honor.date) : dateWords(honor.date);
  const cells = [
    printed(honor.title) || DOCUMENT_TERMS.untitled,
    nameList(honor.recipients),
    nameList(honor.awardedBy),
    honor.level ?? YEARBOOK_TERMS.unsettledLevel,
    dateLines(date),
    phrase(honor.certificateNo),
  ].map((cell) => (cell === '' ? YEARBOOK_TERMS.missing : cell));
  const row: Row = {
    entryId: honor.id,
    cells: [String(number), ...cells, ...(first ? [certificateCell(first)] : [])],
  };
  const blank = ['', ...cells.map(() => '')];
  return [row, ...others.map((each): Row => ({ entryId: null, cells: [...blank, certificateCell(each)] }))];
}

/** What is no picture, such as a scan in a PDF, is named. */
function certificateCell({ sha256, mime, rotation, name }: Attachment): Cell {
  const words = printed(name);
  if (!mime.startsWith('image/')) return words;
  const picture: Picture = { sha256, mime, rotation: rotation ?? 0, name: words, box: BOX };
  return picture;
}
