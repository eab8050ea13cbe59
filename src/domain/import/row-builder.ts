import * as v from 'valibot';
import type { EntryKind } from '../records/record-base.ts';
import { fieldsOf } from '../records/record-fields.ts';
import type { AnyField } from '../records/field.ts';
import { cleanText, isPlainText } from '../text/clean-text.ts';
import type { DraftProblem } from '../records/draft-problem.ts';
import type { ImportConcern, ImportProblem, Repair } from './import-row.ts';
import { columnLetters } from './sheet-grid.ts';

/** A record in the making, with what is wrong or doubtful about it. */
export type RowBuilder = {
  readonly sheet: string;
  readonly row: number;
  readonly fields: Record<string, unknown>;
  readonly origins: Record<string, readonly number[]>;
  readonly notes: string[];
  readonly problems: ImportProblem[];
  readonly concerns: ImportConcern[];
};

/** Where in a row something stands; a column of null is no cell. */
export type Spot = { readonly field: string; readonly column: number | null; readonly text: string };

const SHOWN_LENGTH = 200;

export function startRow(sheet: string, row: number): RowBuilder {
  return { sheet, row, fields: {}, origins: {}, notes: [], problems: [], concerns: [] };
}

/** Sets a field; a column of null is no cell. */
export function put(builder: RowBuilder, field: string, value: unknown, column: number | null): void {
  builder.fields[field] = value;
  addOrigin(builder, field, column);
}

/** Notes a column that a field is read from. */
export function addOrigin(builder: RowBuilder, field: string, column: number | null): void {
  const known = builder.origins[field];
  if (column !== null) builder.origins[field] = known === undefined ? onlyColumn(column) : [...known, column];
  else if (known === undefined) builder.origins[field] = NO_COLUMNS;
}

export function question(builder: RowBuilder, code: ImportConcern['code'], spot: Spot, value = ''): void {
  builder.concerns.push({ ...placeOf(builder, spot), code, value });
}

export function refuse(
  builder: RowBuilder,
  code: ImportProblem['code'],
  spot: Spot,
  repair: Repair,
  limit?: number,
): void {
  builder.problems.push({ ...placeOf(builder, spot), code, repair, ...(limit === undefined ? {} : { limit }) });
}

function placeOf({ sheet, row }: RowBuilder, { field, column, text }: Spot) {
  return { sheet, row, column: column === null ? '' : columnLetters(column), field, text: text.slice(0, SHOWN_LENGTH) };
}

const NO_COLUMNS: readonly number[] = [];
const ONLY: (readonly number[])[] = [];

/** Most fields of all rows come from one column: they share its list. */
function onlyColumn(column: number): readonly number[] {
  return (ONLY[column] ??= [column]);
}

/** Checks a value by the definition of its field: what a form would refuse is refused here for the same reason. */
export type ValueChecker = (field: string, value: unknown) => Pick<DraftProblem, 'code' | 'limit'> | null;

/** Dates are read and judged where they are read. */
export function createValueChecker(kind: EntryKind): ValueChecker {
  const schemas = new Map(fieldsOf(kind).map(([name, field]) => [name, field.draft(name)] as const));
  return (field, value) => {
    const schema = schemas.get(field);
    const parsed = schema && v.safeParse(schema, value);
    if (!parsed || parsed.success) return null;
    const [issue] = parsed.issues;
    const limit = typeof issue.requirement === 'number' ? { limit: issue.requirement } : {};
    return { code: issue.message as DraftProblem['code'], ...limit };
  };
}

/** Text as it is stored, with a remark where something had to be taken out. */
export function cleanCell(text: string, field: AnyField, spot: Spot, builder: RowBuilder): string {
  if (isPlainText(text)) return text;
  const isLong = field.type === 'prose';
  const cleaned = cleanText(isLong ? text : unwrap(text), isLong ? 'many' : 'single');
  for (const code of cleaned.removed) question(builder, code, spot);
  return cleaned.text;
}

/** One line of the lines of a cell: Chinese goes on without a blank, as it was broken without one. */
function unwrap(text: string): string {
  const line = text
    .replace(/\s+/gu, (blank) => (blank.includes('\n') ? '\n' : ' '))
    .replace(/(?<=[^!-~\s])\n|\n(?=[^!-~\s])/gu, '')
    .replaceAll('\n', ' ');
  // 先 进 单 位: blanks that only fill the cell.
  return /^(?:\p{Script=Han} )+\p{Script=Han}$/u.test(line) ? line.replaceAll(' ', '') : line;
}
