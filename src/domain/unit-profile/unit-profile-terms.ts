import type { AnswerGap } from '../answer/answer-question.ts';
import type { UnitChange } from '../records/unit-change.ts';
import type { UnitName } from '../records/unit.ts';

const NAME_KINDS: Readonly<Record<UnitName['kind'], string>> = {
  full: '全称',
  short: '简称',
  alias: '又称',
  misspelling: '',
};
const GAPS: Readonly<Record<AnswerGap, string>> = {
  'no-certificate': '缺证书附件',
  'no-document': '缺文号',
  unverified: '待核实',
  'no-level': '级别未定',
  undated: '时间不详',
};

/** Every word that the profile of a unit's honours adds to the records' own. */
export const UNIT_PROFILE_TERMS = {
  title: (unit: string) => `${unit}荣誉简介`,
  subject: (unit: string) => `${unit}的名称沿革与荣誉`,
  names: '名称沿革',
  presentName: (name: string) => `现用名称为${name}`,
  lastName: (name: string) => `原名称为${name}`,
  earlierName: (name: string, period: string) => `${name}${period === '' ? '' : `（${period}）`}`,
  earlierNames: (names: string) => `曾用名称：${names}`,
  otherNames: (kind: UnitName['kind'], names: string) => `${NAME_KINDS[kind]}${names}`,
  period: (from: string, to: string) => `${from}${to === '' ? '起' : `至${to}`}`,
  until: (to: string) => `至${to}`,
  change: (change: UnitChange['change'], from: string, to: string) => {
    if (to === '') return `${from}${change}`;
    if (from === '') return `设立${to}`;
    return change === '分设' ? `${from}分设为${to}` : `${from}${change}为${to}`;
  },
  basis: (document: string) => `（${document}）`,
  honors: '荣誉概况',
  total: (window: string, count: number) => `${window}获得荣誉${count}项`,
  none: (window: string) => `${window}没有收录荣誉`,
  withPredecessors: '含其前身获得的荣誉',
  undated: (count: number) => `时间待考的${count}项列于末尾`,
  list: '荣誉名录',
  columns: ['序号', '时间', '荣誉名称', '级别', '获奖单位或个人', '授予单位和文号'],
  gaps: '待补证据',
  gap: (gap: AnswerGap, numbers: string) => `${GAPS[gap]}：第${numbers}项`,
  everyGap: (gap: AnswerGap) => `${GAPS[gap]}：全部`,
  noGaps: '所列荣誉的证书、文号、级别和时间都已齐备，并经核实',
} as const;
