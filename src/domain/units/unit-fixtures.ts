import type { RecordOf } from '../records/archive-record.ts';
import type { UnitReference, UnitId, RecordId, RecordKind } from '../records/record-base.ts';
import { buildFrom, date } from '../records/record-fixtures.ts';
import type { UnitChange } from '../records/unit-change.ts';

/** A record of a kind without a title, of which nothing is known but what is given. */
export function bare<K extends RecordKind>(kind: K, id: string, content: Partial<RecordOf<K>> = {}): RecordOf<K> {
  return { ...buildFrom(kind, { id }).record, ...content };
}

/** A body named 名A that stands for unit-A. */
export function refer(letter: string): UnitReference {
  return { printed: `名${letter}`, unitId: `unit-${letter}` as UnitId };
}

export function pointTo(id: string): { readonly printed: string; readonly id: RecordId } {
  return { printed: '示例', id: id as RecordId };
}

/** A change between units of one letter each: 'AB' to 'C'. */
export function unitChange(id: string, change: UnitChange['change'], from: string, to: string, on: string): UnitChange {
  const content = { change, date: date(on), from: Array.from(from, refer), to: Array.from(to, refer) };
  return bare('unitChange', id, content);
}
