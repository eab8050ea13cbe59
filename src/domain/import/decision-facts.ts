import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import type { DecisionLine } from './decision-lines.ts';
import { DOCUMENT_NO } from './header-rows.ts';
import { joinHan, looksLikeUnit, surelyUnit } from './name-words.ts';
import { splitNames, type KnownName } from './split-names.ts';

/** What a decision says of itself. What is not found is empty or null; nothing is made up. */
export type DecisionFacts = {
  /** Title of the document, with its awarding bodies left out. */
  readonly title: string;
  readonly awardedBy: readonly string[];
  readonly documentNo: string;
  readonly date: FuzzyDate | null;
  /** Index of the first line of the signature; the number of lines when nobody signs. */
  readonly signatureAt: number;
  /** Index of the first line behind the signature: where the annex begins. */
  readonly annexAt: number;
};

const TITLE = /关于(?:.{0,80}?)(?:表彰|命名|授予|表扬|通报|公布|认定|奖励)[\s\S]*?(?:决定|通报|通知|公告|公示)$/u;
const MOST_TITLE_LINES = 4;
const NUMBER_LINE = /^[\p{Script=Han}]{1,16}\s*[〔[(（【［]\s*(?:19|20)\d\d\s*[〕\])）】］]\s*第?\s*\d+\s*号$/u;

export function readDecisionFacts(lines: readonly DecisionLine[], today: string, isKnown: KnownName): DecisionFacts {
  const title = findTitle(lines);
  const dateAt = findDate(lines, title?.last ?? -1, today);
  const signature = dateAt < 0 ? { first: lines.length, bodies: [] } : signatureBodies(lines, dateAt, isKnown);
  const inTitle = title ? bodiesIn(title.before, isKnown) : [];
  const above = title && inTitle.length === 0 ? bodiesAbove(lines, title.first, isKnown) : [];
  const date = dateAt < 0 ? null : dateOf(lines[dateAt] as DecisionLine, today);
  const annex = lines.findIndex(({ text }, index) => index > (title?.last ?? -1) && isAnnexHeading(text));
  return {
    title: title?.text ?? '',
    awardedBy: [inTitle, above, signature.bodies].find((bodies) => bodies.length > 0) ?? [],
    documentNo: documentNoOf(lines, title?.first ?? 0),
    date,
    signatureAt: signature.first,
    annexAt: dateAt >= 0 ? dateAt + 1 : annex >= 0 ? annex : (title?.last ?? -1) + 1,
  };
}

/** 附件, 附件1：, 附件2 先进集体名单: the heading of an annex and not the list of annexes in the text. */
export function isAnnexHeading(text: string): boolean {
  return /^附件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]?(?:[^。；;]{0,40}(?:名单|名册|一览表))?$/u.test(
    text,
  );
}

type FoundTitle = { readonly first: number; readonly last: number; readonly before: string; readonly text: string };

/** The title may be broken over several lines. */
function findTitle(lines: readonly DecisionLine[]): FoundTitle | null {
  for (let first = 0; first < lines.length; first += 1) {
    if (!(lines[first]?.text ?? '').includes('关于')) continue;
    let whole = '';
    for (let last = first; last < Math.min(lines.length, first + MOST_TITLE_LINES); last += 1) {
      whole += joinHan(lines[last]?.text ?? '');
      if (whole.length > 150 || whole.includes('。')) break;
      const at = whole.indexOf('关于');
      if (TITLE.test(whole)) return { first, last, before: whole.slice(0, at), text: whole.slice(at) };
    }
  }
  return null;
}

function documentNoOf(lines: readonly DecisionLine[], before: number): string {
  const candidates = lines.slice(0, Math.max(before, 0) + MOST_TITLE_LINES + 2);
  const line = candidates.find(
    ({ text }) => NUMBER_LINE.test(text) || (text.length < 40 && DOCUMENT_NO.test(text) && !text.includes('《')),
  );
  const [found = ''] =
    /[\p{Script=Han}]*\s*[〔[(（【［]\s*(?:19|20)\d\d\s*[〕\])）】］]\s*第?\s*\d+\s*号/u.exec(line?.text ?? '') ?? [];
  return found.replace(/\s+/gu, '');
}

/** The last line that is a day, before the annex: the date of the signature. */
function findDate(lines: readonly DecisionLine[], after: number, today: string): number {
  const annex = lines.findIndex(
    ({ text }, index) => index > after && /^附件\s*(?:\d{1,2}|[一二三四五六七八九十])?\s*[：:]?$/u.test(text),
  );
  const until = annex < 0 ? lines.length : annex;
  const within = lines.slice(0, until).findLastIndex((line, index) => index > after && dateOf(line, today) !== null);
  return within >= 0 ? within : lines.findIndex((line, index) => index > after && dateOf(line, today) !== null);
}

function dateOf({ text }: DecisionLine, today: string): FuzzyDate | null {
  const bare = text.replace(/^[（(]|[）)]$/gu, '');
  if (bare.length > 24 || !/年/u.test(bare)) return null;
  const read = parseFuzzyDate(bare, { today });
  return read.ok && (read.value.date.precision === 'day' || read.value.date.precision === 'month')
    ? read.value.date
    : null;
}

/** The bodies that sign, in the lines right above the date. */
function signatureBodies(
  lines: readonly DecisionLine[],
  dateAt: number,
  isKnown: KnownName,
): { readonly first: number; readonly bodies: readonly string[] } {
  const bodies: string[] = [];
  let first = dateAt;
  for (let at = dateAt - 1; at >= Math.max(0, dateAt - 6); at -= 1) {
    const named = bodiesIn(lines[at]?.text ?? '', isKnown);
    if (named.length === 0) break;
    bodies.unshift(...named);
    first = at;
  }
  return { first, bodies };
}

/** Bodies whose names are printed as lines of their own above a title that begins with 关于. */
function bodiesAbove(lines: readonly DecisionLine[], titleAt: number, isKnown: KnownName): readonly string[] {
  const bodies: string[] = [];
  for (let at = titleAt - 1; at >= 0; at -= 1) {
    const text = lines[at]?.text ?? '';
    // 示例市委文件 is the head of the paper.
    const named = joinHan(text).endsWith('文件') ? [] : bodiesIn(text, isKnown);
    if (named.length === 0) break;
    bodies.unshift(...named);
  }
  return bodies;
}

function bodiesIn(text: string, isKnown: KnownName): readonly string[] {
  if (text.length > 80 || /[。：:]/u.test(text)) return [];
  const { names } = splitNames(text, isKnown);
  return names.length > 0 && names.every((name) => isKnown(name) || surelyUnit(name) || looksLikeUnit(name))
    ? names
    : [];
}
