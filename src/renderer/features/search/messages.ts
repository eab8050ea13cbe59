import { KIND_NAMES } from '../../components/kind-names.ts';

export const messages = {
  title: '搜索',
  total: (count: number) => `找到 ${count} 条`,
  everything: (count: number) => `全部 ${count} 条，按时间从近到远`,
  all: '全部',
  kinds: KIND_NAMES,
  year: '年份',
  level: '级别',
  unit: '单位',
  yearItem: (year: number, count: number) => `${year}年（${count}）`,
  item: (name: string, count: number) => `${name}（${count}）`,
  clearFilters: '清除筛选',
  noHits: (text: string) => `没有包含“${text}”的记录`,
  noHitsFiltered: '可以清除筛选再看，或少输入几个字。',
  noHitsPlain: '可以少输入几个字，或换一个说法。',
  emptyArchive: '档案里还没有记录',
  more: (count: number) => `再显示 ${count} 条`,
  undated: '时间不详',
} as const;
