import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import { DOCUMENT_NO } from './header-rows.ts';
import { joinHan, looksLikePerson, looksLikeUnit } from './name-words.ts';
import { readLevel } from './read-level.ts';
import { NOTHING } from './no-content.ts';
import { textAt, type GridRow } from './sheet-grid.ts';
import { splitNames } from './split-names.ts';

export const CONTENT_TYPES = ['date', 'level', 'document-no', 'number', 'unit', 'person', 'text'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

/** What stands in a column, as far as a sample of its cells shows. */
export type ColumnProfile = {
  /** How many cells of the sample have any content. */
  readonly count: number;
  /** Share of those cells, 0 to 1, of each form. */
  readonly shares: Readonly<Record<ContentType, number>>;
  /** Mean length of the texts. */
  readonly length: number;
  /** Whether the numbers are 1, 2, 3 … */
  readonly isSequence: boolean;
  /** Share of the cells that read as bodies of the state or of a province, which award rather than receive. */
  readonly highBodies: number;
  /** Share that ends as the names of honours, and as those of plans, do. */
  readonly honorTitles: number;
  readonly planTitles: number;
};

const SAMPLE = 200;
const HIGH_BODY =
  /^(?:中共中央|中央|国家|国务院|全国|最高人民|中华全国|[\p{Script=Han}]{2,3}省|省|[\p{Script=Han}]{2,8}部$|共青团中央)/u;
const HONOR_TITLE =
  /(?:单位|集体|个人|奖|称号|标兵|模范|先进|支部|组织|能手|工作者|示范点|基地|团队|窗口|优秀|等奖|品牌|案例|机关)(?:[（(][^）)]*[）)])?[”"」]?$/u;
const PLAN_TITLE = /(?:方案|办法|机制|细则|意见|通知|制度|规定|规则|计划|要点|规程|措施)(?:[（(][^）)]*[）)])?[》”]?$/u;

export function profileColumn(rows: readonly GridRow[], column: number): ColumnProfile {
  const texts = sampleOf(rows, column);
  const counts = Object.fromEntries(CONTENT_TYPES.map((type) => [type, 0])) as Record<ContentType, number>;
  for (const text of texts) counts[contentType(text)] += 1;
  const share = (count: number) => (texts.length === 0 ? 0 : count / texts.length);
  const shareOf = (pattern: RegExp) => share(texts.filter((text) => pattern.test(text)).length);
  return {
    count: texts.length,
    shares: Object.fromEntries(CONTENT_TYPES.map((type) => [type, share(counts[type])])) as Record<ContentType, number>,
    length: share(texts.reduce((sum, text) => sum + text.length, 0)),
    isSequence: isSequence(texts),
    highBodies: shareOf(HIGH_BODY),
    honorTitles: shareOf(HONOR_TITLE),
    planTitles: shareOf(PLAN_TITLE),
  };
}

/** Spread over the whole table, since the first rows of a long one may all be of one sort. */
function sampleOf(rows: readonly GridRow[], column: number): readonly string[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const texts: string[] = [];
  for (let at = 0; at < rows.length; at += step) {
    const text = textAt(rows[at] as GridRow, column);
    if (text !== '' && !NOTHING.test(text)) texts.push(text.length > 300 ? text.slice(0, 300) : joinHan(text));
  }
  return texts;
}

function isSequence(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => (/^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN));
  // Numbers begin again under each section.
  return (
    numbers.length > 0 &&
    numbers.every((number, index) => number === 1 || (index > 0 ? number > (numbers[index - 1] ?? 0) : number < 3))
  );
}

/** The form of one text. A bare number of up to three or of five digits is none of the dates. */
function contentType(text: string): ContentType {
  if (/^[\d.,]+$/u.test(text) && !/^(?:19|20)\d\d(?:\.\d{1,2}){0,2}$|^(?:19|20)\d{6}$/u.test(text)) return 'number';
  if (/^约?\d{1,7}(?:余|多)?(?:人次|人|名)$/u.test(text)) return 'number';
  if (readLevel(text) !== null) return 'level';
  if (DOCUMENT_NO.test(text) && text.length < 40) return 'document-no';
  if (text.length <= 30 && /\d|[〇○一二三四五六七八九十]/u.test(text) && parseFuzzyDate(text, { today: '' }).ok)
    return 'date';
  const { names } = splitNames(text);
  if (names.length > 0 && names.every(looksLikePerson)) return 'person';
  return names.length > 0 && names.every((name) => looksLikeUnit(name)) && text.length <= 40 * names.length
    ? 'unit'
    : 'text';
}
