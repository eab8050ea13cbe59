import type { StoredRecord } from './record-shape.ts';
import { reference } from './reference-fields.ts';
import { date, prose, text, title } from './simple-fields.ts';

/** Photos of one occasion, with the six elements of a caption: 事由 时间 地点 人物 背景 摄影者 (DA/T 50-2014). */
export const photoGroupFields = {
  title: title(),
  owner: reference(null),
  event: prose(),
  date: date(),
  place: text(),
  people: prose(),
  background: prose(),
  photographer: text(),
  note: prose(),
};

export type PhotoGroup = StoredRecord<'photoGroup', typeof photoGroupFields>;
