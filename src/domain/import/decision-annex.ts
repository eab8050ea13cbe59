import { collectiveIn } from './context-words.ts';
import { isAnnexHeading } from './decision-facts.ts';
import type { DecisionLine } from './decision-lines.ts';
import { isPlace, joinHan } from './name-words.ts';

/** A heading of an annex, with what it says of the names below it. */
export type AnnexHeading = {
  readonly line: DecisionLine;
  readonly depth: number;
  /** Without its number, count and 名单. */
  readonly title: string;
  /** How many recipients it announces (5个), or null. */
  readonly count: number | null;
  readonly collective: boolean | null;
  /** Whether it is the name of an honour; 市直单位（3个） only groups the names below it. */
  readonly isTitle: boolean;
};

const ORDINAL =
  /^(?:第[一二三四五六七八九十]+[、部分类]*|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)])\s*/u;
const COUNT = /[（(]\s*(?:共|计)?\s*(\d{1,5})\s*(个|家|名|人|位|项)[^）)]{0,10}[）)]/u;
const HONOUR =
  /集体|个人|单位|支部|党委|组织|工作者|标兵|模范|奖|称号|先进|优秀|能手|示范|家庭|党员|团队|文明|品牌|案例|干部|基地|窗口/u;
/** Words that a heading begins with when it leaves out what the honour is for. */
const PRAISE = /^(?:先进|优秀|模范|标兵|文明|示范|十佳|最美)/u;
const GROUP = /^(?:[市县区省]直|各|机关|企业|学校|医院|其[他它]|中央|省属|市属|乡镇|街道|农村|社区|事业|非公|两新)/u;

/** Reads a line of an annex as a heading; null when it is none. */
export function readAnnexHeading(line: DecisionLine): AnnexHeading | null {
  const { text } = line;
  if (text.length > 60 || /[。；;！]$/u.test(text)) return null;
  const annex = isAnnexHeading(text);
  const bare = text.replace(/^附件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]?\s*/u, '');
  const ordinal = ORDINAL.exec(bare)?.[0] ?? '';
  const counted = COUNT.exec(bare);
  const rest = bare.slice(ordinal.length);
  const isList = /(?:名单|名册|一览表)(?:[（(][^）)]*[）)])?[：:]?$/u.test(rest);
  const isNumbered = /[一二三四五六七八九十]/u.test(ordinal) && HONOUR.test(rest) && !/[、，,\s]/u.test(rest);
  const isColon = /[：:]$/u.test(rest) && HONOUR.test(rest) && rest.length <= 30;
  if (!(annex || isList || counted !== null || line.level !== null || isNumbered || isColon)) return null;
  const title = joinHan(rest.replace(COUNT, '').replace(/(?:名单|名册|一览表)?[：:]?$/u, ''))
    .replace(/名单$/u, '')
    .replace(/^[“"「]|[”"」]$/gu, '');
  const isGroup = GROUP.test(title) || isPlace(title) || !HONOUR.test(title);
  return {
    line,
    depth: depthOf(ordinal, annex || isList, line.level, bare === ''),
    title,
    count: counted ? Number(counted[1]) : null,
    collective: collectiveOf(title, counted?.[2]),
    isTitle: title !== '' && !isGroup,
  };
}

/** An annex stands above its sections, whatever the styles of the document are. */
function depthOf(ordinal: string, isList: boolean, level: number | null, isBare: boolean): number {
  if (isBare) return 0;
  if (ordinal === '') return isList ? 1 : level === null ? 5 : Math.min(4, level + 1);
  if (/^[（(]/u.test(ordinal)) return /\d/u.test(ordinal) ? 5 : 3;
  return /\d/u.test(ordinal) ? 4 : 2;
}

/** 名 and 人 count persons; 个 and 家 count units. */
function collectiveOf(title: string, counter: string | undefined): boolean | null {
  const said = collectiveIn(title);
  if (said !== null) return said;
  if (counter === '名' || counter === '人' || counter === '位') return false;
  return counter === '个' || counter === '家' ? true : null;
}

/**
 * The name of an honour that its heading shortens: 先进集体 under 关于表彰2022年度全市机关党建工作先进集体和先进个人的
 * 决定 is 2022年度全市机关党建工作先进集体. Answers the heading itself when nothing names it so.
 *
 * @param contexts what may name it in full: headings above it, the title of the decision
 */
export function completeTitle(heading: string, contexts: readonly string[]): string {
  if (heading.length > 8 || !PRAISE.test(heading)) return heading;
  return contexts.map((context) => completeFrom(heading, context)).find((title) => title !== heading) ?? heading;
}

function completeFrom(heading: string, context: string): string {
  const named = context
    .replace(/^关于/u, '')
    .replace(/^(?:通报)?(?:表彰|命名|授予|表扬|通报|公布|认定|奖励|给予)(?:命名|奖励)?/u, '')
    .replace(/的?(?:决定|通报|通知|公告|公示)$/u, '');
  const [first = ''] = named.split(/[和、及与]|以及/u);
  const at = named.indexOf(heading);
  if (at < 0) return heading;
  if (at + heading.length <= first.length) return named.slice(0, at + heading.length);
  // The second of 先进集体和先进个人 shares what stands before the first.
  const praise = first.search(/先进|优秀|模范|标兵|文明|示范|十佳|最美/u);
  return first.slice(0, Math.max(0, praise)) + heading;
}
