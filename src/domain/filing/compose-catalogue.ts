import type { ComposedDocument } from '../document/composed-document.ts';
import type { Block, Chapter, Row } from '../document/document-tree.ts';
import { landscapeMatter } from '../document/landscape-document.ts';
import { printed, sentence } from '../document/sentence.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import type { FilingItem } from '../records/filing-item.ts';
import { appendTo } from '../append-to.ts';
import { cleanText } from '../text/clean-text.ts';
import { documentNoLines } from '../yearbook/honors-chapter.ts';
import type { CatalogueDocumentOptions } from './catalogue-document-options.ts';
import { CATALOGUE_TERMS as T } from './catalogue-terms.ts';
import { isFilable } from './filable-record.ts';
import { compareSegments } from './file-code-segments.ts';
import type { FileCodeTemplate } from './file-code-template.ts';
import { CATALOGUE_COLUMNS, catalogueRows, type CatalogueItem } from './filing-catalogue.ts';
import { catalogueItem, openRegister } from './filing-register.ts';
import { DEFAULT_FILING_SETTINGS, settingsTemplate } from './filing-settings.ts';
import { readFilingSettings } from './rulebook-settings.ts';

/**
 * 归档文件目录 as a neutral document (DA/T 22-2015, 5.5): a table for each fonds, year and retention period, numbered
 * for itself, on pages of its own. Pure: the same records and options always make the same one.
 *
 * @param records filing items, the records that they belong to and the rulebook, deleted ones too
 */
export function composeCatalogue(
  records: readonly ArchiveRecord[],
  { year, retention, title, editor, compiledOn }: CatalogueDocumentOptions,
): ComposedDocument {
  const { template, items } = readCatalogue(records);
  const wanted = items.filter(
    ({ segments }) =>
      (year === null || segments.year === year) && (retention === null || segments.retention === retention),
  );
  const volume = [year === null ? '' : T.year(year), retention === null ? '' : T.retention(retention)]
    .filter((words) => words !== '')
    .join('　');
  const groups = groupItems(wanted, template);
  const empty: readonly Block[] = groups.length === 0 ? [{ kind: 'paragraph', text: T.none }] : [];
  return {
    tree: {
      ...landscapeMatter({ title, volume, subject: T.subject, editor, compiledOn }, empty),
      chapters: groups.map((group, index) => catalogueChapter(group, index > 0, template)),
    },
    chosen: wanted.map(({ id, title: name }) => ({ id, title: name })),
    perChapter: Object.fromEntries(groups.map((group) => [groupTitle(group), group.length])),
    omittedUndated: 0,
  };
}

type Catalogue = { readonly template: FileCodeTemplate; readonly items: readonly CatalogueItem[] };

/** Which column has the document number. */
const DOCUMENT_NO = 2;

/** Every item that has a code and stands for a living record. */
function readCatalogue(records: readonly ArchiveRecord[]): Catalogue {
  const owners = new Map(
    records
      .filter((record) => isFilable(record) && record.deletedAt === null)
      .map((owner) => [String(owner.id), owner]),
  );
  const ownerOf = (id: string) => {
    const owner = owners.get(id);
    return owner && isFilable(owner) ? owner : null;
  };
  const settings = readFilingSettings(records.find((record) => record.kind === 'rulebook') ?? null);
  const template = settingsTemplate(settings.ok ? settings.value : DEFAULT_FILING_SETTINGS);
  const register = openRegister(
    template,
    records.filter((record): record is FilingItem => record.kind === 'filingItem'),
    ownerOf,
  );
  const items = [...register.itemOf].flatMap(([id, item]) => {
    const owner = ownerOf(id);
    return owner && item.code !== '' ? [catalogueItem(item, owner)] : [];
  });
  return { template, items };
}

/** Items of one fonds, year and retention period stand in one table, the tables in the order of the codes. */
function groupItems(
  items: readonly CatalogueItem[],
  template: FileCodeTemplate,
): readonly (readonly CatalogueItem[])[] {
  const groups = new Map<string, CatalogueItem[]>();
  const inOrder = items.toSorted((a, b) => compareSegments(template.segments, a.segments, b.segments));
  for (const item of inOrder) appendTo(groups, groupTitle([item]), item);
  return [...groups.values()];
}

function groupTitle([first]: readonly CatalogueItem[]): string {
  const { fonds = '', year = null, retention = null } = first?.segments ?? {};
  return [
    fonds === '' ? '' : T.fonds(printed(fonds)),
    year === null ? '' : T.year(year),
    retention === null ? '' : T.retention(retention),
  ]
    .filter((words) => words !== '')
    .join('　');
}

function catalogueChapter(
  group: readonly CatalogueItem[],
  startsNewPage: boolean,
  template: FileCodeTemplate,
): Chapter {
  const rows = catalogueRows(group, template).map(({ entryId, cells }): Row => ({
    entryId,
    cells: cells.map((cell, index) => {
      const text = cleanText(cell, 'many').text;
      return index === DOCUMENT_NO ? documentNoLines(text) : text;
    }),
  }));
  const paged = group.flatMap(({ pages }) => pages ?? []);
  const sum = paged.reduce((total, pages) => total + pages, 0);
  return {
    title: groupTitle(group),
    startsNewPage,
    blocks: [
      { kind: 'note', text: sentence([T.total(group.length), paged.length > 0 ? T.pages(sum, paged.length) : '']) },
      { kind: 'table', columns: CATALOGUE_COLUMNS, rows },
    ],
  };
}
