import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { recordDate } from '../records/archive-record.ts';
import type { FilingItem } from '../records/filing-item.ts';
import type { CatalogueItem } from './filing-catalogue.ts';
import type { FileCodeSegments } from './file-code-segments.ts';
import type { FileCodeTemplate } from './file-code-template.ts';
import { filedPaper, type FilableRecord } from './filable-record.ts';
import type { FilingFields } from './filing-fields.ts';
import type { Filing } from './filing.ts';
import { placesOf, type IssuedCode } from './issue-code.ts';
import { recogniseRetention } from './retention.ts';
import { readSecrecy } from './secrecy.ts';

/** Every filing item of the archive in the light of the records that they belong to. */
export type FilingRegister = {
  /** The item of each living record, by the record's id; the one with a code where there are two. */
  readonly itemOf: ReadonlyMap<string, FilingItem>;
  /** The codes that count when numbers are given or looked through. */
  readonly issued: readonly IssuedCode[];
  /** Items whose numbers an undo has given back: the next in their series gets them again. */
  readonly returned: readonly FilingItem[];
  /** Items whose numbers stand empty for good: withdrawn, or of a record that was deleted. */
  readonly withdrawn: readonly FilingItem[];
};

/**
 * Puts the register together.
 *
 * A number is given once. It stays taken when its item is withdrawn, which has a reason, and when its record is deleted.
 * One exception: an issue that is undone, which leaves no reason, gives back the numbers that no other item of the
 * series stands above. Nobody has filed anything on top of them, so that a slip of the hand does not leave a gap of forty.
 *
 * @param items all of them, deleted ones too
 * @param ownerOf the record that an item belongs to; null when it is deleted or unknown
 */
export function openRegister(
  template: FileCodeTemplate,
  items: readonly FilingItem[],
  ownerOf: (id: string) => FilableRecord | null,
): FilingRegister {
  const itemOf = new Map<string, FilingItem>();
  const standing: IssuedCode[] = [];
  const withdrawn: FilingItem[] = [];
  const undone: FilingItem[] = [];
  for (const item of items) {
    const owner = item.owner?.id ? ownerOf(item.owner.id) : null;
    if (item.deletedAt === null && owner && !(item.code === '' && itemOf.has(owner.id))) itemOf.set(owner.id, item);
    if (item.code === '') continue;
    if (item.deletedAt === null && owner) standing.push(issuedCodeOf(item, owner));
    else if (item.deletedAt !== null && item.deleteReason === null) undone.push(item);
    else withdrawn.push(item);
  }
  standing.push(...withdrawn.map(withdrawnCode));
  // Reading every code takes long, and as a rule nothing was undone.
  const highest = undone.length === 0 ? NO_NUMBERS : highestNumbers(template, standing);
  const isReturned = (item: FilingItem) =>
    placesOf(template, withdrawnCode(item)).every(({ series, number }) => number > (highest.get(series) ?? 0));
  const returned = undone.filter(isReturned);
  const keptBack = undone.filter((item) => !isReturned(item));
  return {
    itemOf,
    issued: [...standing, ...keptBack.map(withdrawnCode)],
    returned,
    withdrawn: [...withdrawn, ...keptBack],
  };
}

const NO_NUMBERS: ReadonlyMap<string, number> = new Map();

/** The highest number of each series. */
function highestNumbers(template: FileCodeTemplate, codes: readonly IssuedCode[]): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  for (const code of codes) {
    for (const { series, number } of placesOf(template, code)) {
      highest.set(series, Math.max(highest.get(series) ?? 0, number));
    }
  }
  return highest;
}

function issuedCodeOf(item: FilingItem, owner: FilableRecord): IssuedCode {
  const { code } = item;
  return { id: owner.id, code, segments: storedSegments(item), date: recordDate(owner), withdrawn: false };
}

/** Goes by its own id: the record it was taken from may get another code. */
function withdrawnCode(item: FilingItem): IssuedCode {
  const { id, code } = item;
  return { id, code, segments: storedSegments(item), date: UNKNOWN_DATE, withdrawn: true };
}

/** The segments of a stored item. */
export function storedSegments(item: FilingItem): FileCodeSegments {
  const { fonds, category, year, department, number } = item;
  return { fonds, category, year, retention: recogniseRetention(item.retention), department, number };
}

/** The part of a stored item that is frozen with its code. */
export function storedCode(item: FilingItem): Pick<Filing, 'code' | 'segments' | 'issuedAt'> {
  return { code: item.code || null, segments: storedSegments(item), issuedAt: item.issuedAt || null };
}

/** A stored item as the fields of a form. */
export function storedFields(item: FilingItem): FilingFields {
  const { code, fonds, category, year, retention, department, number } = item;
  const { issuedAt, box, pages, secrecy, isTitleMadeUp } = item;
  const segments = { fonds, category, year, retention, department, number };
  return { code, ...segments, issuedAt, box, pages, secrecy, isTitleMadeUp };
}

/** A checked filing as the fields that are stored. */
export function filingToFields({ code, segments, issuedAt, box, pages, secrecy, titleMadeUp }: Filing): FilingFields {
  const { fonds, category, year, retention, department, number } = segments;
  const written = { fonds, category, year, retention: retention ?? '', department, number };
  return {
    code: code ?? '',
    ...written,
    issuedAt: issuedAt ?? '',
    box,
    pages,
    secrecy,
    isTitleMadeUp: titleMadeUp,
  };
}

/** What an item with a code and its record say in the catalogue. */
export function catalogueItem(item: FilingItem, owner: FilableRecord): CatalogueItem {
  const { title, date, documentNo, responsible } = filedPaper(owner);
  const secrecy = readSecrecy(item.secrecy);
  return {
    id: owner.id,
    code: item.code,
    segments: storedSegments(item),
    documentNo,
    responsible,
    title,
    date,
    titleMadeUp: item.isTitleMadeUp,
    secrecy: secrecy.ok ? secrecy.value : '无',
    pages: item.pages,
    note: item.note,
  };
}
