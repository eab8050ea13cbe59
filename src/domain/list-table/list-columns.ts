import { MAIN_FIELDS } from '../ledger/main-fields.ts';
import { isCellEditable } from '../ledger/cell-text.ts';
import { fieldMap } from '../ledger/field-map.ts';
import type { EntryKind, FindableKind, LedgerKind } from '../records/record-base.ts';
import type { ListColumn } from './list-table.ts';

/** What records of several kinds have in common. */
export const COMMON_COLUMNS = ['@kind', '@title', '@date', '@units', '@level', '@documentNo'] as const;
/** A unit has no title of its own: the name that it is listed under, and all others. */
const UNIT_NAMES = ['@title', '@otherNames'] as const;
/** Columns that are no field of a record but follow from several. */
export type DerivedColumn = (typeof COMMON_COLUMNS)[number] | (typeof UNIT_NAMES)[number];

/** The text of a plan is a document of its own; a cell of a spreadsheet holds no more than 32,767 characters. */
const TOO_LONG_FOR_A_CELL = 'fullText';

/** Every column of a list of one kind: first those by which people know a record, then the other fields. */
export function listColumns(kind: FindableKind): readonly string[] {
  const names = [...fieldMap(kind).keys()];
  const first = kind === 'unit' ? UNIT_NAMES : MAIN_FIELDS[kind];
  const isLeft = (name: string) => name !== TOO_LONG_FOR_A_CELL && !first.some((each) => each === name);
  return [...first, ...names.filter((name) => isLeft(name) && !(kind === 'unit' && name === 'names'))];
}

/** The columns of a list of one kind that fit on a page. */
export function pageColumns(kind: FindableKind): readonly string[] {
  return kind === 'unit' ? [...UNIT_NAMES, 'unitType', 'parent', 'activeFrom', 'activeTo'] : MAIN_FIELDS[kind];
}

/** The columns of a table that is filled in and imported: the same, except for those that no single cell can say. */
export function templateColumns(kind: EntryKind): readonly string[] {
  return listColumns(kind).filter((name) => isCellEditable(fieldMap(kind).get(name)));
}

/** A column for the values of a field, or of what `name` derives from several. */
export function listColumn(kind: FindableKind | null, name: string, heading: string): ListColumn {
  if (name === '@date') return { heading, type: 'date' };
  const type = kind === null ? undefined : fieldMap(kind).get(name)?.type;
  return { heading, type: type === 'date' ? 'date' : type === 'count' ? 'number' : 'text' };
}

/** Where one value out of few is wanted, what may be chosen; several values in one cell cannot be chosen from a list. */
export function columnChoices(
  kind: LedgerKind,
  name: string,
  flagWords: readonly string[],
): readonly string[] | undefined {
  const field = fieldMap(kind).get(name);
  if (field?.type === 'flag') return flagWords;
  return field?.type === 'choice' || field?.type === 'level' ? field.choices : undefined;
}
