import type { RecordKind } from '#domain/records/record-base';

/** What the kinds of record are called everywhere in the window. */
export const KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  honor: '荣誉',
  plan: '方案',
  activity: '活动',
  unit: '单位',
};
