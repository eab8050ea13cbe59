import { UNKNOWN_DATE, formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import type { Answer, AnswerGap, LeftOut } from '#domain/answer/answer-question';
import type { GapGroup, LeftOutGroup } from '#domain/answer/compose-answer-sheet';
import type { AnswerQuestion, AnswerRequest, AnswerWindow, QuestionProblem } from '#domain/answer/answer-request';
import type { Honor } from '#domain/records/honor';
import { cleanText } from '#domain/text/clean-text';
import type { Level } from '#domain/vocabulary/levels';

/** What a unit is called. */
export type NameOf = (unitId: string) => string;

/** More units than this are counted instead of named. */
const MOST_NAMED = 3;

const LEFT_OUT_NAMES: Readonly<Record<LeftOut, string>> = {
  undated: '时间不详',
  'no-level': '级别未定',
  later: '延续到所问时段之后',
  revoked: '已撤销',
};
const GAP_NAMES: Readonly<Record<AnswerGap, string>> = {
  'no-certificate': '缺证书附件',
  'no-document': '缺文号',
  unverified: '待核实',
  'no-level': '级别未定',
  undated: '时间不详',
};
const RECIPIENT_NAMES: Readonly<Record<AnswerQuestion['recipients'], string>> = {
  both: '荣誉',
  collective: '集体荣誉',
  individual: '个人荣誉',
};

/** What the window, the command line and the sheet say of an answer. */
export const answerMessages = {
  leftOut: LEFT_OUT_NAMES,
  gaps: GAP_NAMES,
  noLevel: '级别未定',
  noYear: '年份不详',
  year: (year: number) => `${year}年`,
  items: (count: number) => `${count}项`,
  leftOutCount: (reason: LeftOut, count: number) => `${LEFT_OUT_NAMES[reason]}的${count}项`,
  lackingCount: (gap: AnswerGap, count: number) => `${GAP_NAMES[gap]}${count}项`,
  problem: ({ code }: QuestionProblem) =>
    code === 'bad-date' ? '应为带年份的时间，如 2014、2014.3 或 2014年3月5日' : '结束时间早于开始时间',
  sheet: {
    title: (subject: string, things: string) => `${subject}${things}答询单`,
    question: (window: string, things: string) => `${window === '' ? '历年' : window}共获多少项${things}？`,
    rule: (rule: readonly string[]) => `统计口径：${rule.join('')}`,
    columns: ['序号', '时间', '荣誉名称', '获奖单位或个人', '授予单位和文号'],
    level: (level: Level | null, count: number) => `${level ?? '级别未定'}（${count}项）`,
    leftOut: (groups: readonly LeftOutGroup[]) =>
      `未计入：${groups.map(({ reason, honors }) => leftOutWords(reason, honors)).join('；')}。`,
    lacking: (groups: readonly GapGroup[], all: number) =>
      `待补：${groups.map(({ gap, numbers }) => gapWords(gap, numbers, all)).join('；')}。`,
    subject: '荣誉答询单',
  },
  allUnits: '全部单位',
} as const;

/** “2014年以来”; empty for a question that is not about time. */
export function windowWords({ from, to }: AnswerWindow): string {
  if (from === null) return to === null ? '' : `截至${formatFuzzyDate(to)}`;
  const begin = formatFuzzyDate(from);
  if (to === null) return `${begin}以来`;
  const end = formatFuzzyDate(to);
  return begin === end ? begin : `${begin}至${end}`;
}

/** “国家级、省部级集体荣誉”. */
export function thingsWords({ levels, recipients }: Pick<AnswerRequest, 'levels' | 'recipients'>): string {
  return `${levels.join('、')}${RECIPIENT_NAMES[recipients]}`;
}

/** The unit that was asked about with those of its line: “示例市水务局（含前身示例市水利局）”. */
function subjectWords({ question, units }: Answer, nameOf: NameOf): string {
  if (question.unitId === null) return answerMessages.allUnits;
  const related = relatedWords(units, nameOf);
  return `${nameOf(question.unitId)}${related === '' ? '' : `（含${related}）`}`;
}

/** The answer in one sentence. */
export function answerSentence(answer: Answer, nameOf: NameOf): string {
  const { question, count, collective, individual } = answer;
  const window = windowWords(question);
  const about = `${window === '' ? '' : `${window}，`}${subjectWords(answer, nameOf)}`;
  const things = thingsWords(question);
  if (count === 0) return `${about}没有${things}的记录。`;
  return `${about}共获${things}${count}项${question.recipients === 'both' ? `，${shares(collective, individual)}` : ''}。`;
}

/** What else has to be said with the number: what may have been meant and is not in it. Empty when there is nothing. */
export function caveatSentence({ leftOut }: Answer): string {
  const said = (Object.keys(LEFT_OUT_NAMES) as LeftOut[]).flatMap((reason) =>
    leftOut[reason].length > 0 ? [answerMessages.leftOutCount(reason, leftOut[reason].length)] : [],
  );
  return said.length === 0 ? '' : `另有${said.join('、')}未计入。`;
}

/** By level where several were found, and by year; empty when that says no more than the number. */
export function sharesSentences({ levels, years }: Answer): readonly string[] {
  const found = years.filter(({ count }) => count > 0);
  const byLevel = levels.map(({ level, count }) => `${level ?? answerMessages.noLevel}${count}项`).join('、');
  const byYear = found
    .map(({ year, count }) => `${year === null ? answerMessages.noYear : answerMessages.year(year)}${count}项`)
    .join('、');
  return [
    ...(levels.length > 1 ? [`按级别分：${byLevel}。`] : []),
    ...(found.length > 1 ? [`按年份分：${byYear}。`] : []),
  ];
}

/** The counting rule, a sentence for each of its parts. */
export function ruleSentences({ question, units }: Answer, nameOf: NameOf): readonly string[] {
  const { levels, recipients, revoked, unknownLevel } = question;
  const unsettled = unknownLevel ? '级别未定的也计' : '级别未定的不计';
  return [
    unitRule(question, units, nameOf),
    levels.length === 0 ? '不分级别。' : `只计${levels.join('、')}，${unsettled}。`,
    dateRule(question),
    '联合授予、共同获得的计一项。',
    { both: '集体、个人荣誉都计。', collective: '只计集体荣誉。', individual: '只计个人荣誉。' }[recipients],
    revoked ? '已撤销的也计。' : '已撤销的不计。',
  ];
}

function unitRule({ unitId, line, recipients }: AnswerQuestion, units: Answer['units'], nameOf: NameOf): string {
  if (unitId === null) return '计全部单位获得的荣誉。';
  const related = relatedWords(units, nameOf);
  const whose = `${nameOf(unitId)}${related === '' ? '' : `及其${related}`}`;
  const people = recipients === 'collective' ? '' : '（含本单位人员）';
  const without = { all: '', predecessors: '，不含后继', successors: '，不含前身', own: '，不含前身和后继' }[line];
  return `计${whose}${people}获得的荣誉${without}。`;
}

function dateRule({ from, to, dates }: AnswerQuestion): string {
  if (from === null && to === null) return '不限时间，时间不详的也计。';
  const spanning = dates === 'end' ? '日期跨时段的按结束时间计' : '日期有一部分在时段内的即计';
  return `${spanning}，时间不详的不计。`;
}

function shares(collective: number, individual: number): string {
  if (individual === 0) return collective === 1 ? '为集体荣誉' : '均为集体荣誉';
  if (collective === 0) return individual === 1 ? '为个人荣誉' : '均为个人荣誉';
  return `其中集体${collective}项、个人${individual}项`;
}

function relatedWords(units: Answer['units'], nameOf: NameOf): string {
  const named = (relation: 'predecessor' | 'successor', word: string) => {
    const names = units.filter((unit) => unit.relation === relation).map(({ unitId }) => nameOf(unitId));
    return names.length === 0 ? [] : [`${word}${listed(names, '个单位')}`];
  };
  return [...named('predecessor', '前身'), ...named('successor', '后继')].join('和');
}

function listed(names: readonly string[], measure: string): string {
  const shown = names.slice(0, MOST_NAMED).join('、');
  return names.length > MOST_NAMED ? `${shown}等${names.length}${measure}` : shown;
}

function leftOutWords(reason: LeftOut, honors: readonly Honor[]): string {
  const titles = honors.map(({ title }) => cleanText(title, 'single').text);
  return `${answerMessages.leftOutCount(reason, honors.length)}（${listed(titles, '项')}）`;
}

function gapWords(gap: AnswerGap, numbers: readonly number[], all: number): string {
  const which = numbers.length === all ? '全部' : `序号${numberRanges(numbers)}`;
  return `${answerMessages.lackingCount(gap, numbers.length)}（${which}）`;
}

/** 1、3至5、9. */
function numberRanges(numbers: readonly number[]): string {
  const ranges: { readonly first: number; last: number }[] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range?.last === number - 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}至${last}`)).join('、');
}

/** A day (ISO 8601) as official documents print it. */
export function dayWords(day: string): string {
  const date: FuzzyDate = { ...UNKNOWN_DATE, start: day, end: day, precision: 'day' };
  return formatFuzzyDate(date);
}
