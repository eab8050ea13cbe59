import type { EntryKind, RecordKind } from '#domain/records/record-base';

/** What the kinds of record are called everywhere in the window. */
export const KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  honor: '荣誉',
  plan: '方案',
  activity: '活动',
  unit: '单位',
};

/** What adding a record of a kind is called, on buttons and as the title of the form. */
export const ADD_NAMES: Readonly<Record<EntryKind, string>> = {
  honor: '新增荣誉',
  plan: '新增方案',
  activity: '新增活动',
};
