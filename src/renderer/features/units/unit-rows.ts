import type { ColDef } from 'ag-grid-community';
import { formatFuzzyDate, UNKNOWN_DATE, type FuzzyDate } from '#domain/dates/fuzzy-date';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { validityOn } from '#domain/units/name-validity';
import { messages } from './messages.ts';

/** A unit as the list shows it. */
export type UnitRow = {
  readonly id: string;
  readonly name: string;
  readonly otherNames: string;
  readonly unitType: string;
  readonly parent: string;
  readonly state: string;
  readonly brands: string;
  readonly honors: number;
  readonly entries: number;
};

const countColumn = (field: 'honors' | 'entries', width: number): ColDef<UnitRow> => ({
  field,
  headerName: messages.columns[field],
  width,
  type: 'rightAligned',
  filter: false,
  comparator: (a: number, b: number) => a - b,
});

export const UNIT_COLUMNS: ColDef<UnitRow>[] = [
  { field: 'name', headerName: messages.columns.name, flex: 3, minWidth: 180, sort: 'asc' },
  { field: 'otherNames', headerName: messages.columns.otherNames, flex: 3 },
  { field: 'unitType', headerName: messages.columns.unitType, width: 104 },
  { field: 'parent', headerName: messages.columns.parent, flex: 2 },
  { field: 'state', headerName: messages.columns.state, width: 112 },
  { field: 'brands', headerName: messages.columns.brands, flex: 2 },
  countColumn('honors', 84),
  countColumn('entries', 104),
];

type Counts = { readonly honors: number; readonly entries: number };

export function toUnitRow(unit: Unit, parent: string, today: FuzzyDate, counts: Counts): UnitRow {
  const name = unitDisplayName(unit);
  return {
    id: unit.id,
    name,
    otherNames: unit.names
      .map((each) => each.name)
      .filter((each) => each !== name)
      .join('、'),
    unitType: unit.unitType,
    parent,
    state: unitState(unit, today),
    brands: unit.brands.map((brand) => brand.name).join('、'),
    ...counts,
  };
}

/** Whether a unit is there today. */
export function unitState({ activeFrom, activeTo }: Pick<Unit, 'activeFrom' | 'activeTo'>, today: FuzzyDate): string {
  const isOver = validityOn({ from: UNKNOWN_DATE, to: activeTo }, today) === 'no' || activeTo.end === today.start;
  if (isOver) return messages.state.ended(formatFuzzyDate(activeTo));
  return validityOn({ from: activeFrom, to: UNKNOWN_DATE }, today) === 'no'
    ? messages.state.notYet
    : messages.state.active;
}

/** A calendar day as a date. */
export function dayOf(iso: string): FuzzyDate {
  return { raw: iso, start: iso, end: iso, precision: 'day' };
}
