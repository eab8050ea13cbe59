import { UNIT_NAME_KINDS, UNIT_TYPES } from '../vocabulary/unit-terms.ts';
import { TEXT_LIMITS } from './draft-fields.ts';
import type { StoredRecord } from './record-shape.ts';
import { reference } from './reference-fields.ts';
import { rows } from './rows-field.ts';
import { choice, date, level, prose, text } from './simple-fields.ts';

/** An organisation with all the names it is or was known by. */
export const unitFields = {
  /** A full name is official from one day to another; an unknown day leaves that end open. */
  names: rows({ name: text(TEXT_LIMITS.name), kind: choice(UNIT_NAME_KINDS, 'full'), from: date(), to: date() }),
  unitType: choice(UNIT_TYPES, '不详'),
  /** The level of honours that it awards. */
  level: level(),
  parent: reference('unit'),
  activeFrom: date(),
  activeTo: date(),
  /** Party-building brands (品牌) that the unit owns. */
  brands: rows({ name: text(TEXT_LIMITS.name), since: date(), summary: prose(), source: prose() }),
  note: prose(),
  source: prose(),
};

export type Unit = StoredRecord<'unit', typeof unitFields>;
export type UnitName = Unit['names'][number];

/** The name a unit is listed under: the full name that has no end, else the last full one, else the first known. */
export function unitDisplayName(unit: Unit): string {
  const full = unit.names.filter((name) => name.kind === 'full');
  const present = full.find((name) => name.to.end === null) ?? full.at(-1);
  return (present ?? unit.names[0])?.name ?? '';
}
