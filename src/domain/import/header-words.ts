import { appendTo } from '../append-to.ts';
import { ENTRY_KINDS, type EntryKind } from '../records/record-base.ts';
import { IGNORED, SEQUENCE, type ColumnRole, type ColumnTarget } from './column-target.ts';

/** What a heading may stand for. The strength is how surely the word means this field, from 0 to 1. */
export type HeaderMeaning = {
  readonly kind: EntryKind;
  readonly target: ColumnTarget;
  readonly strength: number;
  /** The word of the table below that was found. */
  readonly word: string;
};

type WordTable = Readonly<Record<string, string>>;

/** Headings of the columns that a list of rejected rows has besides the original ones (`rejectedTables`). */
export const REJECTION_HEADINGS = { reason: '原因', place: '原位置' } as const;

/** Headings that mean the same in every ledger. */
const COMMON: WordTable = {
  '#ignored': Object.values(REJECTION_HEADINGS).join(' '),
  '#sequence': '序号 序 顺序号 行号 NO NO. 序列 项次',
  level: '级别 层级 荣誉级别 奖项级别 表彰级别 奖励级别 获奖级别 颁奖级别 授奖级别 荣誉层级 荣誉等级 表彰层级 活动级别',
  'level~': '等级 奖项等级 获奖等级',
  note: '备注 说明 附注 备考 其他说明 备注说明',
  source: '来源 资料来源 信息来源 数据来源 出处 材料来源',
  works: '模范机关+N “模范机关+N” 所属工作 工作板块 所属板块 十项工作 板块 工作类别',
  organTypes: '模范机关类型 机关类型',
};

/** A field name with ~ lists words that mean it only when nothing fits better. */
const WORDS: Readonly<Record<EntryKind, WordTable>> = {
  honor: {
    title:
      '荣誉名称 荣誉称号 奖项 奖项名称 获奖名称 获奖项目 称号 表彰名称 奖励名称 表彰奖励名称 荣获称号 获得荣誉 所获荣誉 受表彰名称 授予称号 称号名称 获奖内容 荣誉项目 荣获荣誉 获得称号 奖励称号 表彰称号',
    'title~': '荣誉 名称 获奖情况 受表彰情况 表彰项目 获奖 奖励 表彰奖励 项目名称 项目 题名 标题',
    recipients:
      '获奖单位 受表彰单位 获奖集体 获奖单位名称 荣誉单位 获奖者 获奖单位或个人 获奖单位/个人 获奖单位(个人) 获奖对象 表彰对象 受奖单位 被表彰单位 获得单位 荣获单位 获表彰单位 受表彰集体 获奖主体 获奖人/单位 获奖单位/人 荣誉获得者 受表彰对象 获奖部门 获荣誉单位 获得者 获奖单位或个人名称 受表彰单位(个人)',
    'recipients~': '单位 部门 单位名称 申报单位 所属单位 科室 处室 责任单位 部门单位 单位部门 支部 党组织名称',
    'recipients.person': '姓名 获奖人 获奖个人 获奖人员 受表彰个人 获奖人姓名 获奖者姓名 受表彰人 个人姓名',
    'recipients.person~': '个人 人员 人员姓名',
    'recipients.unit': '所在单位 工作单位 获奖人单位 个人所在单位',
    'recipients.role': '职务 职务职称 职称 角色 单位职务',
    awardedBy:
      '授奖单位 颁奖单位 表彰机关 授予单位 发证机关 颁发单位 授予机关 颁奖机关 颁发机关 评选单位 命名单位 授奖机关 发证单位 奖励机关 授予部门 颁奖部门 表彰部门 批准机关 批准单位 授牌单位 评定单位 表彰机关名称 授奖部门 颁授单位 颁授机关 颁发部门 授予机构 颁奖机构',
    'awardedBy~': '表彰单位 发文单位 发文机关 主办单位 奖励单位 发文部门 组织单位',
    date: '获奖时间 表彰时间 获奖日期 授予时间 颁奖时间 颁发时间 获得时间 授奖时间 表彰日期 授予日期 发证日期 发证时间 命名时间 批准时间 荣获时间 获奖年月 颁奖日期 颁发日期 授奖日期 获得日期 受表彰时间 表彰年月 荣获日期 证书日期 决定日期 收到日期',
    'date~': '时间 日期 发文日期 发文时间 年月 印发时间',
    '#year:date': '年份 年度 获奖年度 获奖年份 表彰年度 表彰年份 年 荣誉年度',
    '#month:date': '月 月份',
    '#day:date': '日',
    dateMeaning: '时间指 时间类型 日期类型',
    documentNo: '文号 发文字号 文件号 表彰文号 文件文号 发文文号 表彰文件文号 决定文号 发文号 文件字号',
    'documentNo~': '文件编号',
    documentTitle: '决定文件标题 表彰文件 依据文件 表彰决定 发文名称 决定名称 表彰依据 表彰文件名称 文件依据',
    'documentTitle~': '文件名称 文件标题 依据',
    certificateNo: '证书编号 证书号 证号 奖牌编号 证书号码 荣誉证书编号',
    'certificateNo~': '编号',
    round: '届次 届 批次 届别',
    carriers: '载体 荣誉载体 奖励形式 荣誉形式 颁发形式 证书/奖牌 实物类型 载体形式',
    'carriers~': '形式',
    location: '存放位置 存放地点 保管地点 存放处 存放 保存位置 存放地 保管位置',
    verification: '核实情况 是否核实 核实',
    collective: '集体或个人 集体/个人 集体个人 荣誉类型 获奖类型 集体/个人荣誉',
    'collective~': '类型 类别 荣誉类别 奖项类别',
    programme: '表彰项目 评选项目 创建项目 评比达标表彰项目',
    levelReason: '级别理由 定级依据 级别依据',
  },
  plan: {
    title: '方案名称 文件名称 文件标题 办法名称 机制名称 制度名称 文件题名 工作方案名称 方案 工作方案 制度 方案标题',
    'title~': '名称 标题 题名 文件',
    planKind: '文种 文件类型 文件类别 方案类别 方案类型 文件种类',
    'planKind~': '类别 类型 种类',
    documentNo: '文号 发文字号 文件号 文件文号 发文文号 发文号 文件字号',
    'documentNo~': '文件编号 编号',
    issuers:
      '制发单位 印发单位 发文单位 发文机关 起草单位 制定单位 责任者 制发机关 出台单位 印发机关 制定机关 发布单位 发布机关 发文部门 制定部门',
    'issuers~': '责任单位 责任部门 牵头单位 牵头部门 单位 部门 主办单位 单位名称 起草部门',
    issued: '印发时间 印发日期 发布时间 发布日期 出台时间 制定时间 成文日期 印发 成文时间 出台日期 制发时间',
    'issued~': '时间 日期 发文日期 发文时间 年月',
    '#year:issued': '年份 年度 年',
    '#month:issued': '月 月份',
    '#day:issued': '日',
    effective: '施行时间 实施时间 实施日期 生效时间 生效日期 执行时间 施行日期 起始时间 施行 实施',
    expires: '失效时间 失效日期 有效期至 有效期 截止时间 到期时间 废止时间 终止时间 失效 到期日期 废止日期',
    status: '状态 效力 现行状态 有效性 效力状态 是否有效 是否现行',
    supersedes: '替代的旧版 替代文件 废止文件 旧版 原文件 替代',
    fullText: '正文 全文 文件正文',
    'fullText~': '主要内容 内容',
  },
  activity: {
    title: '活动名称 活动主题 主题 活动项目 活动标题 主题活动名称 活动 主题活动 竞赛名称 活动题目 赛事名称',
    'title~': '名称 项目名称 标题 题名 项目 事件 事由',
    activityKind: '活动类型 活动类别 活动形式 活动种类',
    'activityKind~': '类型 类别 形式',
    series: '系列 活动系列 所属系列 系列名称 活动品牌',
    episode: '期次 期数 期 第几期 场次',
    'episode~': '届次 批次',
    date: '活动时间 举办时间 开展时间 活动日期 举办日期 起止时间 开展日期 活动起止时间 举行时间',
    'date~': '时间 日期 年月',
    '#from:date': '开始时间 开始日期 起始日期 起始时间 起',
    '#to:date': '结束时间 结束日期 截止日期 止',
    '#year:date': '年份 年度 年',
    '#month:date': '月 月份',
    '#day:date': '日',
    place: '地点 活动地点 举办地点 场所 举办地 活动场所',
    hosts: '主办单位 主办 举办单位 主办方 组织单位 主办部门 举办部门',
    'hosts~': '牵头单位 责任单位 单位 部门 单位名称 牵头部门 责任部门 组织部门 承办单位',
    coHosts: '协办单位 承办单位 协办 承办 协办方 承办方 联合单位 配合单位 承办部门 协办部门 联办单位',
    participants: '参加单位 参与单位 参加部门 参会单位 参赛单位 参与部门 参训单位',
    headcount: '人数 参加人数 参与人数 参训人数 活动人数 参会人数 参赛人数 参与人次 参加人次',
    'headcount~': '规模',
    summary: '内容摘要 活动内容 活动简介 活动情况 活动概况 活动成效 摘要 活动总结',
    'summary~': '内容 主要内容 简介 成效',
  },
};

const WEAK = 0.7;
const PARTS: Readonly<Record<string, ColumnRole>> = {
  年: 'year',
  月: 'month',
  月份: 'month',
  日: 'day',
  起: 'from',
  止: 'to',
};
const NOT_LEVELLED: ReadonlySet<EntryKind> = new Set(['plan', 'activity']);

/** The longest heading that is looked up; longer texts are no headings of this table. */
export const LONGEST_HEADER_WORD = 14;

const MEANINGS = drawUp();
const NONE: readonly HeaderMeaning[] = [];

/** A heading as it is compared: one width, no blanks, signs of a form taken away. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*:：﹡※]+/gu, '')
    .replace(/[／]/g, '/')
    .toUpperCase();
}

/** What a heading stands for, in any kind of ledger; empty when it is none of the known words. */
export function headerMeanings(text: string): readonly HeaderMeaning[] {
  // No heading has a number in it; most cells of data have one, or are longer.
  if (text.length > LONGEST_HEADER_WORD * 2 || /\d/.test(text)) return NONE;
  const direct = MEANINGS.get(text);
  if (direct) return direct;
  const key = headerKey(text);
  return MEANINGS.get(key) ?? MEANINGS.get(key.replace(/\([^)]*\)$/, '')) ?? NONE;
}

/** Whether a heading of the second row names a part of the one above it: 年, 月, 日. */
export function headerPart(text: string): ColumnRole | null {
  const key = headerKey(text);
  return Object.hasOwn(PARTS, key) ? (PARTS[key] ?? null) : null;
}

/** What known words a heading contains that is none itself: 荣誉名称及等次. The longest word of each kind counts. */
export function containedMeanings(text: string): readonly HeaderMeaning[] {
  const key = headerKey(text);
  if (key.length < 3 || key.length > 3 * LONGEST_HEADER_WORD) return [];
  const best = new Map<EntryKind, HeaderMeaning>();
  for (const [word, meanings] of MEANINGS) {
    if (word.length < 2 || !key.includes(word)) continue;
    const isPassive = /[受被获]/u.test(key);
    for (const meaning of meanings) {
      // 受表彰部门 contains 表彰部门, and is the opposite.
      if (isPassive && meaning.target.field === 'awardedBy') continue;
      const known = best.get(meaning.kind);
      const isLonger = !known || word.length > known.word.length;
      if (isLonger || (word.length === known.word.length && meaning.strength > known.strength)) {
        best.set(meaning.kind, { ...meaning, strength: meaning.strength * 0.8 });
      }
    }
  }
  return [...best.values()];
}

function drawUp(): ReadonlyMap<string, readonly HeaderMeaning[]> {
  const found = new Map<string, HeaderMeaning[]>();
  for (const kind of ENTRY_KINDS) {
    for (const [entry, words] of [...Object.entries(WORDS[kind]), ...Object.entries(COMMON)]) {
      const target = targetOf(entry);
      if (target.field === 'level' && NOT_LEVELLED.has(kind)) continue;
      const strength = entry.endsWith('~') ? WEAK : 1;
      for (const word of words.split(' ').map(headerKey)) {
        const meaning: HeaderMeaning = { kind, target, strength, word };
        appendTo(found, word, meaning);
      }
    }
  }
  return found;
}

/** `level~`, `#sequence`, `#year:date`. */
function targetOf(entry: string): ColumnTarget {
  const name = entry.replace('~', '');
  if (name === '#ignored') return IGNORED;
  if (!name.startsWith('#')) return { role: 'value', field: name };
  const [role = '', field = ''] = name.slice(1).split(':');
  return role === 'sequence' ? SEQUENCE : { role: role as ColumnRole, field };
}
