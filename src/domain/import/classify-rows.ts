import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import type { RowClass, RowReading, SectionValues } from './book-reading.ts';
import {
  isBannerTitle,
  isBareOrdinal,
  isFormLine,
  isNoteText,
  isSubtotalText,
  readSection,
  saysSomething,
  withoutOrdinal,
} from './context-words.ts';
import { isSameHeader, isWide } from './header-rows.ts';
import { headerMeanings } from './header-words.ts';
import { looksLikeUnit } from './name-words.ts';
import { filledWithin, textAt, type GridRow } from './sheet-grid.ts';
import type { KnownName } from './split-names.ts';

type Columns = { readonly left: number; readonly right: number };

type Place = {
  readonly columns: Columns;
  readonly header: readonly GridRow[];
  readonly banners: ReadonlySet<string>;
  readonly isKnownUnit: KnownName;
  /** Whether the row above is a note, which the next line may go on with. */
  readonly isAfterNote: boolean;
};

/**
 * What each row of a table is, in order; a row of which nothing but its number stands in these columns is blank. What cannot be told
 * for certain is data, so that it is shown and not lost.
 *
 * @param headerRows numbers of the rows that name the columns
 */
export function classifyRows(
  rows: readonly GridRow[],
  columns: Columns,
  headerRows: readonly number[],
  isKnownUnit: KnownName,
): readonly RowReading[] {
  const header = rows.filter(({ number }) => headerRows.includes(number));
  const [firstHeader = 0] = headerRows;
  const banners = new Set(rows.filter(({ number }) => number < firstHeader).map((row) => firstText(row, columns)));
  let isAfterNote = false;
  return rows.map((row) => {
    const place = { columns, header, banners, isKnownUnit, isAfterNote };
    const { is, section } = headerRows.includes(row.number)
      ? { is: 'header' as const, section: null }
      : row.number < firstHeader
        ? classifyAbove(row, place)
        : classifyBelow(row, place);
    if (is !== 'blank') isAfterNote = is === 'note';
    return { number: row.number, isHidden: row.isHidden, is, section };
  });
}

type Classified = { readonly is: RowClass; readonly section: SectionValues | null };
const plain = (is: RowClass): Classified => ({ is, section: null });

/** Above the headings stand banners, and perhaps the first section. */
function classifyAbove(row: GridRow, { columns, isKnownUnit }: Place): Classified {
  const filled = filledWithin(row, columns);
  if (filled.length === 0) return plain('blank');
  const text = firstText(row, columns);
  if (isNoteText(text)) return plain('note');
  const section = readSection(text, isKnownUnit);
  const isSection = filled.length === 1 && section.depth > 0 && section.depth < 3 && !isBannerTitle(text);
  return isSection ? { is: 'section', section } : plain('banner');
}

function classifyBelow(row: GridRow, place: Place): Classified {
  const { columns, header } = place;
  const filled = filledWithin(row, columns);
  if (filled.length === 0) return plain('blank');
  if (header.some((each) => filled.length > 1 && isSameHeader(each, row, columns))) return plain('header');
  const text = firstText(row, columns);
  if (isSubtotal(row, filled)) return plain('subtotal');
  if (isNoteText(text) && filled.length <= 2) return plain('note');
  if (isFormLine(text)) return plain(place.banners.has(text) ? 'banner' : 'note');
  if (filled.length === 1) return classifySingle(row, filled[0] as number, place);
  return sectionOfTwo(row, filled, place) ?? plain('data');
}

/** A row of which one cell only says anything. */
function classifySingle(row: GridRow, column: number, place: Place): Classified {
  const { columns, isKnownUnit, banners, header } = place;
  const text = row.texts[column] ?? '';
  if (banners.has(text)) return plain('banner');
  const isInMerge = [...row.covered.keys()].some(
    (each) => each >= columns.left && each <= columns.right && textAt(row, each) !== '',
  );
  if (isInMerge || columns.left === columns.right) return plain('data');
  const isCounted = header.some((each) => isSequenceHeading(each, column));
  // A row that was numbered beforehand and never filled in.
  if (isCounted && /^\d+$/u.test(text)) return plain('blank');
  const section = readSection(text, isKnownUnit);
  const isInFront = column === columns.left;
  if (isWide(row, columns)) {
    if (section.depth > 0 || saysSomething(section)) return { is: 'section', section };
    if (place.isAfterNote || text.length > 40) return plain('note');
    return isBannerTitle(text) ? plain('banner') : { is: 'section', section };
  }
  if (place.isAfterNote && isInFront) return plain('note');
  if (section.depth > 0 && section.depth < 3 && section.title.length <= 30 && section.title !== '')
    return { is: 'section', section };
  if (header.length > 0 && isBannerTitle(text) && isInFront) return plain('banner');
  // A word in the column that counts the rows is no number of one.
  if ((isCounted && isInFront) || isOnlyValue(section)) return { is: 'section', section };
  // The day on which the list was signed.
  return isDay(text) ? plain('note') : plain('data');
}

function isSequenceHeading(header: GridRow, column: number): boolean {
  return headerMeanings(header.texts[column] ?? '').some(({ target }) => target.role === 'sequence');
}

function isDay(text: string): boolean {
  const read = parseFuzzyDate(text, { today: '' });
  return read.ok && read.value.date.precision === 'day';
}

/** 国家级荣誉, 2023年: nothing stands there but the value, so that it is hardly the name of an honour. */
function isOnlyValue({ title, level, year }: SectionValues): boolean {
  const rest = title
    .replace(/\d{4}年?度?/u, '')
    .replace(/(?:国家|中央|省部|市厅|地市|厅局|县处|县区|省|部|市|厅|县|区|处)级/u, '')
    .replace(/(?:荣誉|表彰|奖励|奖项|称号|获奖|情况|类|以上|及)+$/u, '');
  return (level !== null || year !== null) && rest === '';
}

/** 一 | 国家级荣誉 | … | 5项: the number of a section has the column of the sequence, and a count may stand behind. */
function sectionOfTwo(row: GridRow, filled: readonly number[], { columns, isKnownUnit }: Place): Classified | null {
  const [first, second, third] = filled.map((column) => row.texts[column] ?? '');
  if (filled.length > 3 || filled[0] !== columns.left || first === undefined || second === undefined) return null;
  if (third !== undefined && !/^\d+[项个条件次]?$/u.test(third)) return null;
  if (isBareOrdinal(first)) {
    const section = readSection(
      `${first.replace(/[、.．]$/u, '')}${/[）)]$/u.test(first) ? '' : '、'}${second}`,
      isKnownUnit,
    );
    return saysSomething(section) || !looksLikeUnit(second) ? { is: 'section', section } : null;
  }
  const isCounted =
    third === undefined && /^(?:共|计)?\d+[项个条件次]$/u.test(second) && withoutOrdinal(first).depth > 0;
  return isCounted ? { is: 'section', section: readSection(first, isKnownUnit) } : null;
}

/** 合计 alone in front, or with more words and behind them nothing but numbers: 省级小计 | 5. */
function isSubtotal(row: GridRow, filled: readonly number[]): boolean {
  const at = filled.slice(0, 2).findIndex((column) => isSubtotalText(row.texts[column] ?? ''));
  if (at < 0) return false;
  if (/^(?:合计|小计|总计|累计|共计|总数)[：:]?$/u.test((row.texts[filled[at] ?? -1] ?? '').replace(/\s+/gu, '')))
    return true;
  return filled.every(
    (column, index) => index <= at || /^[\d.,%]+$|^共?\d+[项个条件次人家名%]+|^[—\-/]+$/u.test(row.texts[column] ?? ''),
  );
}

function firstText(row: GridRow, columns: Columns): string {
  return row.texts[filledWithin(row, columns)[0] ?? -1] ?? '';
}
