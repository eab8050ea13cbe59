import type { EntryKind } from '#domain/records/record-base';

export const messages = {
  title: '首页',
  kinds: { honor: '荣誉', plan: '方案', activity: '活动' } satisfies Record<EntryKind, string>,
  add: { honor: '新增荣誉', plan: '新增方案', activity: '新增活动' } satisfies Record<EntryKind, string>,
  welcome: '欢迎使用荣档',
  welcomeBody: '登记荣誉、方案和活动，随时查找，年底导出 Word 年鉴。全部数据只保存在这台电脑上，不连网络。',
  start: {
    add: '新增第一条荣誉',
    addBody: '照着证书或表彰决定填写，一分钟一条。',
    import: '导入已有记录',
    importBody: '从 JSON 记录文件（荣档导出的记录，或信息人员按约定格式整理的台账）批量导入。',
    sample: '载入示例',
    sampleBody: '用一篇真实报道里的单位、方案、活动和荣誉先试用一遍，之后可以一键撤销。',
  },
  secrecy: '请注意：本程序不得录入、存储国家秘密和工作秘密。',
  dataFolder: (folder: string) => `数据保存在：${folder}`,
  attention: '待完善',
  nothingToDo: '没有待完善的记录',
  noDate: '时间不详',
  noLevel: '荣誉未定级别',
  noDocument: '荣誉缺文号',
  items: (count: number) => `${count} 条`,
  byYear: '各年记录数',
  yearTable: { year: '年份', honor: '荣誉', plan: '方案', activity: '活动' },
  undated: '不详',
  recent: '最近修改',
} as const;
