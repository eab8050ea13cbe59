import { formatFuzzyDate, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { simplifyDateText } from '../dates/date-text.ts';
import type { Column, TextRow } from '../document/document-tree.ts';
import type { RecordId } from '../records/record-base.ts';
import { compareSegments, type FileCodeSegments } from './file-code-segments.ts';
import type { FileCodeTemplate } from './file-code-template.ts';
import type { Secrecy } from './secrecy.ts';

/** An item that has its code, as the catalogue needs it. */
export type CatalogueItem = {
  readonly id: RecordId;
  readonly code: string;
  readonly segments: FileCodeSegments;
  readonly documentNo: string;
  /** 责任者: the body or person that issued the file, as printed. */
  readonly responsible: string;
  readonly title: string;
  readonly titleMadeUp: boolean;
  readonly date: FuzzyDate;
  readonly secrecy: Secrecy;
  readonly pages: number | null;
  readonly note: string;
};

/**
 * The columns of 归档文件目录 (DA/T 22-2015, 5.5 and figure B.1), an A4 sheet in landscape. Widths are in millimetres of
 * the 257 between its margins; a code of 24 characters fits on a line.
 */
export const CATALOGUE_COLUMNS: readonly Column[] = [
  { title: '序号', width: 12, align: 'center' },
  { title: '档号', width: 54, align: 'center' },
  { title: '文号', width: 34, align: 'center' },
  { title: '责任者', width: 34, align: 'left' },
  { title: '题名', width: 61, align: 'left' },
  // 2023年11月 fits on a line.
  { title: '日期', width: 26, align: 'center' },
  { title: '密级', width: 11, align: 'center' },
  { title: '页数', width: 11, align: 'center' },
  { title: '备注', width: 14, align: 'left' },
];

/** The rows of the catalogue, a cell for each column, in the order of the codes. What an item does not have stays empty. */
export function catalogueRows(items: readonly CatalogueItem[], template: FileCodeTemplate): readonly TextRow[] {
  return items
    .toSorted((a, b) => compareSegments(template.segments, a.segments, b.segments) || compareText(a.code, b.code))
    .map((item, index) => ({
      entryId: item.id,
      cells: [
        String(index + 1),
        item.code,
        item.documentNo,
        item.responsible,
        catalogueTitle(item),
        catalogueDate(item.date),
        // The marking as it is on the file; a file without one has no entry (DA/T 22-2015, 5.5).
        item.secrecy === '无' ? '' : item.secrecy,
        item.pages === null ? '' : String(item.pages),
        item.note,
      ],
    }));
}

/**
 * What the archivist made up stands in [ ] (DA/T 22-2015, 5.5). That may be a part of the title: brackets that are
 * already in it stay as they were set.
 */
export function catalogueTitle({ title, titleMadeUp }: Pick<CatalogueItem, 'title' | 'titleMadeUp'>): string {
  return titleMadeUp && !/\[.*\]/.test(title) ? `[${title}]` : title;
}

/**
 * A known day in eight digits, 20230504: DA/T 22-2015, 5.5 asks for the international form (ISO 8601, basic format), not
 * for that of official documents (GB/T 9704). Zeros for an unknown day would be no date in that form, so a date that is
 * no day stands as it was written, with its year when it was written without.
 */
export function catalogueDate(date: FuzzyDate): string {
  if (date.start === null) return date.raw;
  if (date.precision === 'day') return date.start.replaceAll('-', '');
  return simplifyDateText(date.raw).includes(date.start.slice(0, 4)) ? date.raw : formatFuzzyDate(date);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
