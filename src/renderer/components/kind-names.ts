import type { LedgerKind, RecordKind } from '#domain/records/record-base';

/** What the kinds of record are called everywhere in the window. */
export const KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  honor: '荣誉',
  plan: '方案',
  activity: '活动',
  practice: '典型做法',
  evaluation: '评估认定',
  unit: '单位',
  person: '人员',
  programme: '表彰项目',
  unitChange: '机构沿革',
  link: '关联',
  attachment: '附件',
  photoGroup: '照片组',
  filingItem: '归档',
  savedView: '视图',
  rulebook: '规则',
  importBatch: '导入批次',
  notDuplicate: '不是重复',
  importTemplate: '导入模板',
};

/** What else they are called when somebody searches; 文件 may be any of two. */
export const KIND_SYNONYMS: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  honor: ['表彰', '奖励', '奖项'],
  plan: ['工作方案', '计划', '办法', '文件'],
  activity: ['主题活动'],
  practice: ['做法', '经验', '创新做法'],
  evaluation: ['评估', '认定'],
  unit: ['机关', '机构'],
  person: ['个人'],
  programme: ['项目'],
};

/** What adding a record of a kind is called, on buttons and as the title of the form. */
export const ADD_NAMES: Readonly<Record<LedgerKind, string>> = {
  honor: '新增荣誉',
  plan: '新增方案',
  activity: '新增活动',
  practice: '新增典型做法',
  evaluation: '新增评估认定',
  person: '新增人员',
  programme: '新增表彰项目',
};
