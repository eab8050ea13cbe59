import { simplifyDateText } from '../dates/date-text.ts';
import type { EntryKind } from '../records/record-base.ts';
import { ACTIVITY_KINDS } from '../vocabulary/activity-terms.ts';
import { PLAN_KINDS, type PlanKind } from '../vocabulary/plan-terms.ts';
import { WORKS } from '../vocabulary/works.ts';
import type { SectionValues } from './book-reading.ts';
import { joinHan, looksLikeUnit, surelyUnit } from './name-words.ts';
import { leadingLevel } from './read-level.ts';
import type { KnownName } from './split-names.ts';

const ORDINALS: readonly (readonly [pattern: RegExp, depth: number])[] = [
  [/^第[一二三四五六七八九十]{1,3}(?:部分|类|章)[、：:\s]*/u, 1],
  [/^[一二三四五六七八九十]{1,3}[、.．，,：:]\s*/u, 1],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]\s*[、.．]?/u, 2],
  [/^\d{1,2}[、.．](?!\d)\s*/u, 3],
  [/^[（(]\d{1,2}[）)]\s*/u, 4],
];
const BARE_ORDINAL = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u;
const NOTE =
  /^[*※★＊]|^(?:注|备注|说明|填表说明|填报说明|填写说明|附注|注释|编制说明|注意|备注说明)\s*\d{0,2}\s*[：:、.．]|^(?:注意|填表说明|填报说明|填写说明|编制说明)/u;
const FORM_LINE =
  /^(?:填报|填表|制表|审核|审批|负责|联系|报送|上报|编制|统计|录入|经办|复核|主管|分管|单位负责|部门负责|截止|截至|单位|部门|日期|时间|制作|打印|更新|电话|盖章)[\p{Script=Han}（）()]{0,8}[：:]/u;
const SUBTOTAL =
  /^(?:(?:本页|本表|本年|年度|全年|国家级|省级|省部级|市级|市厅级|县级|县处级|其他|\d{4}年(?:度)?|[一二三四]季度|[\p{Script=Han}]{2,8})?(?:合计|小计|总计|累计|共计|总数|合 *计)|(?:以上)?共\s*\d+\s*[项个条件次])[：:]?(?:\d+|共?\d+[项个条件次人])?$/u;
const BANNER_TITLE =
  /(?:台账|一览表|统计表|登记表|汇总表|明细表|情况表|明细|目录|清单|名册|记录表|登记册|汇总|统计|表)(?:[（(][^）)]*[）)])?$/u;
/** Days on which a list was drawn up say nothing of what stands in it. */
const DAY_OF_THE_LIST =
  /(?:截至|截止|(?:统计|填报|填表|制表|更新|打印|报送|编制)(?:时间|日期|日|截[至止]|于|[：:]))[^，,。；;]*?[\d〇○零一二三四五六七八九]{4}[年./-]?(?:[\d一二三四五六七八九十]{1,3}[月./-]?)?(?:[\d一二三四五六七八九十]{1,3}[日号]?)?/gu;
const COUNT_BEHIND = /[（(]?\s*(?:共计|共|合计|计)?\s*\d+\s*(?:个|项|名|人|家|件|条|次|篇|份|期|场)\s*[）)]?$/u;

/** Only so much of a line is looked at. */
const LONGEST_SECTION = 200;
/** These name every unit that there is, and none. */
const ALL_UNITS = /^(?:[市县区省]直|各|全[市省县])[\p{Script=Han}]{0,4}(?:机关|部门|单位)$/u;

const KIND_WORDS: Readonly<Record<EntryKind, RegExp>> = {
  honor: /荣誉|表彰|获奖|奖项|奖励|称号|先进/u,
  plan: /方案|办法|机制|制度|规章|文件/u,
  activity: /活动|竞赛|比赛|大赛|故事汇|评选|督查|培训|讲座/u,
};

/** The one year that a name or banner tells: 2023年荣誉台账, 二〇二三年. None when it tells a span or several. */
export function yearIn(text: string): number | null {
  if (!/[\d０-９〇○零一二]/u.test(text)) return null;
  const plain = simplifyDateText(text.slice(0, 200).normalize('NFKC').replace(DAY_OF_THE_LIST, ''));
  const years = new Set(Array.from(plain.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g), ([, year]) => Number(year)));
  const [year] = years;
  const isSpan = /\d{4}年?度?(?:[-~]|以来|起)/u.test(plain);
  return years.size === 1 && year !== undefined && !isSpan ? year : null;
}

/** The kinds of record that a name or banner speaks of. */
export function kindsIn(text: string): readonly EntryKind[] {
  return (Object.keys(KIND_WORDS) as EntryKind[]).filter((kind) => KIND_WORDS[kind].test(text));
}

/** The unit that a sheet is named after, or that a banner names as 填报单位：示例市水务局. */
export function unitIn(text: string, isKnown: KnownName): string | null {
  if (text.length > LONGEST_SECTION) return null;
  const [, named] =
    /(?:填报单位|单位名称|报送单位|上报单位|单位)(?:[（(][^）)]*[）)])?\s*[：:]\s*([^\s：:；;]+)/u.exec(text) ?? [];
  const name = joinHan(named ?? text);
  if (ALL_UNITS.test(name)) return null;
  return isKnown(name) || (named === undefined ? surelyUnit(name) && name.length <= 16 : looksLikeUnit(name))
    ? name
    : null;
}

/** 注：…, 填表人：…, and lines that begin with a star. */
export function isNoteText(text: string): boolean {
  return NOTE.test(text);
}

/** A line of a form with a colon: 填报单位：示例市水务局 填表人：. */
export function isFormLine(text: string): boolean {
  return FORM_LINE.test(text);
}

/** 合计, 国家级小计：, 共12项. */
export function isSubtotalText(text: string): boolean {
  return text.length <= 20 && /[计数共]/u.test(text) && SUBTOTAL.test(text.replace(/\s+/gu, ''));
}

/** The title of a whole list: 示例市荣誉台账（2023年度）. */
export function isBannerTitle(text: string): boolean {
  return BANNER_TITLE.test(text.trim().slice(-LONGEST_SECTION));
}

export function isBareOrdinal(text: string): boolean {
  return BARE_ORDINAL.test(text);
}

/** Takes 一、 or （一） away, and says how deep it stands; 0 when there is none. */
export function withoutOrdinal(text: string): { readonly depth: number; readonly rest: string } {
  for (const [pattern, depth] of ORDINALS) {
    const match = pattern.exec(text);
    if (match) return { depth, rest: text.slice(match[0].length) };
  }
  return { depth: 0, rest: text };
}

/** What a section row says of the rows below it. */
export function readSection(text: string, isKnown: KnownName): SectionValues {
  const { depth, rest } = withoutOrdinal(text.trim().slice(0, LONGEST_SECTION));
  const title = joinHan(rest.replace(/[：:]\s*$/u, '').replace(COUNT_BEHIND, ''));
  const short = title.length <= 30;
  return {
    depth,
    text,
    title,
    level: short ? leadingLevel(title) : null,
    year: short ? yearIn(title) : null,
    unit: short ? unitIn(title, isKnown) : null,
    work: WORKS.find((work) => title.includes(work)) ?? null,
    collective: collectiveIn(title),
    planKind: planKindIn(title),
    activityKind: activityKindIn(title),
  };
}

/** Whether a section says anything of the rows below it but its own words. */
export function saysSomething({ level, year, unit, work, collective }: SectionValues): boolean {
  return [level, year, unit, work, collective].some((value) => value !== null);
}

/** 集体 or 个人, when a text speaks of one of them only. */
export function collectiveIn(text: string): boolean | null {
  const ofPersons = /个人|先进工作者|劳动模范|人物|标兵|能手|优秀共产党员|优秀党务工作者/u.test(text);
  const ofUnits = /集体|单位|组织|团队|支部|党委/u.test(text);
  return ofPersons === ofUnits ? null : ofUnits;
}

export function planKindIn(text: string): PlanKind | null {
  return PLAN_KINDS.find((kind) => kind !== '其他' && text.includes(kind)) ?? (/^其[他它]/u.test(text) ? '其他' : null);
}

const ACTIVITY_WORDS: readonly (readonly [pattern: RegExp, kind: (typeof ACTIVITY_KINDS)[number]])[] = [
  [/竞赛|比赛|大赛|比武|知识赛/u, '竞赛'],
  [/评选|选树|推选/u, '评选'],
  [/督查|调研|督导|检查/u, '督查调研'],
  [/对标/u, '对标'],
  [/关怀|帮扶|慰问|救助/u, '关怀帮扶'],
  [/主题活动|主题党日|故事汇|活动/u, '主题活动'],
  [/^其[他它]/u, '其他'],
];

export function activityKindIn(text: string): (typeof ACTIVITY_KINDS)[number] | null {
  return (
    ACTIVITY_KINDS.find((kind) => kind === text) ?? ACTIVITY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
  );
}
