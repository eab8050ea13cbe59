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
