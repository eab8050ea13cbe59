import type { LedgerGap } from '#domain/ledger/ledger-filters';
import type { DueItem } from './find-due.ts';
import type { RecentWork } from './recent-work.ts';

export const messages = {
  title: '首页',
  welcome: '欢迎使用荣档',
  welcomeBody: '登记荣誉、方案和活动，随时查找，年底导出 Word 年鉴。全部数据只保存在这台电脑上，不连网络。',
  start: {
    add: '新增第一条荣誉',
    addBody: '照着证书或表彰决定填写，一分钟一条。',
    import: '导入台账',
    importBody: '把现有的 Excel、WPS、Word 台账或表彰决定导进来：先逐项核对，导入后还可以整批撤销。',
    restore: '从备份恢复',
    restoreBody: '换了电脑，或者以前的数据在备份里：选择备份文件，先看清楚里面有什么，再恢复。',
    sample: '载入示例',
    sampleBody: '用一篇真实报道里的单位、方案、活动和荣誉先试用一遍，之后可以一键撤销。',
  },
  secrecy: '请注意：本程序不得录入、存储国家秘密和工作秘密。',
  dataFolder: (folder: string) => `数据保存在：${folder}`,
  import: '导入台账',
  sinceLevel: (year: number, level: string) => `${year} 年以来${level}荣誉`,
  drafts: '未保存的草稿',
  untitled: '（还没有名称）',
  newDraft: (kind: string) => `新增${kind}`,
  editedDraft: (kind: string) => `编辑${kind}`,
  inOtherWindow: '在另一个窗口中',
  attention: '待完善',
  nothingToDo: '没有待完善的记录',
  gap: (kind: string, gap: LedgerGap) => `${kind}${GAPS[gap]}`,
  items: (count: number) => `${count} 条`,
  safety: '数据安全',
  secondPlaceMissed: '第二处备份已超过 14 天没有看到',
  lastSeen: (at: string) => `最后 ${at}`,
  due: '到期提醒',
  dueItem: ({ what, year, cycle }: DueItem, thisYear: number) => `${DUE[what](year, cycle)}${overdue(year, thisYear)}`,
  showAll: (count: number) => `显示全部 ${count} 条`,
  showFewer: '收起',
  byYear: '各年记录数',
  year: '年份',
  national: '国家级',
  provincial: '省部级',
  municipal: '市厅级',
  otherLevels: '其他',
  allHonors: '荣誉合计',
  earlier: (year: number) => `${year} 年前`,
  since: (year: number) => `${year} 年以来`,
  undated: '不详',
  recent: '最近的工作',
  recentTitle: (title: string, count: number) => (count > 1 ? `${title} 等 ${count} 条` : title),
  actions: { create: '新增', update: '修改', delete: '删除' } satisfies Record<RecentWork['action'], string>,
} as const;

const GAPS: Readonly<Record<LedgerGap, string>> = {
  undated: '时间不详',
  'no-level': '未定级别',
  'no-document': '缺文号',
  unverified: '未核实或有疑问',
  'no-certificate': '缺证书附件',
};

const DUE: Readonly<Record<DueItem['what'], (year: number, cycle: number) => string>> = {
  round: (year, cycle) => `每 ${cycle} 年一届，下一届在 ${year} 年`,
  review: (year, cycle) => `${cycle} 年一复查，应于 ${year} 年复查`,
  expired: (year) => `${year} 年已到期，仍标为现行`,
};

function overdue(year: number, thisYear: number): string {
  return year < thisYear ? `（已过 ${thisYear - year} 年）` : '';
}
