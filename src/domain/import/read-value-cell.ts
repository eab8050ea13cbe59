import type { AnyField } from '../records/field.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import type { ColumnReading } from './book-reading.ts';
import { NOTHING } from './no-content.ts';
import { readChoice, readChoices, readCollective, readCount } from './read-choice.ts';
import { readLevel } from './read-level.ts';
import type { TablePlan } from './table-plan.ts';
import { cleanCell, put, question, refuse, type RowBuilder, type Spot } from './row-builder.ts';
import type { GridRow } from './sheet-grid.ts';

type Cell = { readonly name: string; readonly field: AnyField; readonly column: ColumnReading; readonly row: GridRow };

/** Reads one cell into its field. Dates and recipients are read from several cells and not here. */
export function readValueCell({ name, field, column, row }: Cell, plan: TablePlan, builder: RowBuilder): void {
  const text = plan.textOf(row, column.column);
  if (text === '') return;
  const spot: Spot = { field: name, column: column.column, text };
  const cell = row.cells[column.column];
  if (typeof cell === 'object' && cell.type === 'error') {
    refuse(builder, 'error-value', spot, { how: 'type' });
    return;
  }
  if (name === 'note') return takeNote(text, column, field, spot, builder);
  const isProse = field.type === 'prose' || field.type === 'title';
  if (!isProse && NOTHING.test(text)) return;
  switch (field.type) {
    case 'level':
      return takeLevel(text, spot, builder);
    case 'count':
      return takeCount(text, spot, column, builder);
    case 'flag':
      return take(readCollective(text), spot, column, builder);
    case 'choice':
      return take(readChoice(name, field, text), spot, column, builder);
    case 'choices':
      return takeChoices(text, field, spot, column, builder);
    case 'bodies':
      return takeBodies(text, spot, plan, builder);
    default:
      return takeText(text, field, spot, column, plan, builder);
  }
}

/** The words of a column that no field holds are kept with their heading. */
function takeNote(
  text: string,
  { reason, headerText }: ColumnReading,
  field: AnyField,
  spot: Spot,
  builder: RowBuilder,
): void {
  const note = cleanCell(text, field, spot, builder);
  const isOwn = reason.code !== 'kept-as-note' || headerText === '';
  builder.notes.push(isOwn ? note : `${headerText}：${note}`);
  put(builder, 'note', '', spot.column);
}

/** What a field does not take stays in the note, so that nothing is lost. */
function keepInNote(text: string, { headerText }: ColumnReading, spot: Spot, builder: RowBuilder): void {
  question(builder, 'kept-in-note', spot, text);
  builder.notes.push(headerText === '' ? text : `${headerText}：${text}`);
  put(builder, 'note', '', spot.column);
}

function takeLevel(text: string, spot: Spot, builder: RowBuilder): void {
  const level = readLevel(text);
  if (level === null) refuse(builder, 'not-a-choice', spot, { how: 'choose', choices: LEVELS });
  else put(builder, 'level', level, spot.column);
}

function takeCount(text: string, spot: Spot, column: ColumnReading, builder: RowBuilder): void {
  const read = readCount(text);
  if (read === null) {
    refuse(builder, 'not-a-count', spot, { how: 'type-number' });
    return;
  }
  put(builder, spot.field, read.count, spot.column);
  if (read.isExact) return;
  question(builder, 'inexact-number', spot, String(read.count));
  builder.notes.push(`${column.headerText}：${text}`);
}

function take(value: string | boolean | null, spot: Spot, column: ColumnReading, builder: RowBuilder): void {
  if (value === null) keepInNote(spot.text, column, spot, builder);
  else put(builder, spot.field, value, spot.column);
}

function takeChoices(text: string, field: AnyField, spot: Spot, column: ColumnReading, builder: RowBuilder): void {
  const { chosen, rest } = readChoices(spot.field, field, text);
  const before = (builder.fields[spot.field] ?? []) as readonly string[];
  if (chosen.length > 0) put(builder, spot.field, [...new Set([...before, ...chosen])], spot.column);
  if (rest.length > 0) keepInNote(rest.join('、'), column, spot, builder);
}

function takeBodies(text: string, spot: Spot, plan: TablePlan, builder: RowBuilder): void {
  const { names, andOthers } = plan.split(text);
  const before = builder.fields[spot.field] as readonly string[] | undefined;
  const whole = before ? [...new Set([...before, ...names])] : names;
  checked(whole, spot, plan, builder);
  put(builder, spot.field, whole, spot.column);
  if (andOthers === null) return;
  question(builder, 'recipients-incomplete', spot, String(andOthers));
  builder.notes.push(text);
}

function takeText(
  text: string,
  field: AnyField,
  spot: Spot,
  column: ColumnReading,
  plan: TablePlan,
  builder: RowBuilder,
): void {
  const cleaned = cleanCell(text, field, spot, builder);
  const value = asNamed(cleaned, spot.field, plan);
  if (value === '') return;
  const before = builder.fields[spot.field];
  const isMore = field.type === 'prose' && typeof before === 'string';
  const whole = isMore ? `${before}\n${column.headerText}：${value}` : value;
  checked(whole, spot, plan, builder);
  put(builder, spot.field, whole, spot.column);
}

/** A document is named without the marks that it is cited in: 《示例工作方案》. */
function asNamed(text: string, field: string, { table }: TablePlan): string {
  if (field === 'documentNo') return text.replace(/\s+/gu, '');
  const isDocument = field === 'documentTitle' || (field === 'title' && table.kind === 'plan');
  return isDocument ? text.replace(/^《([^《》]+)》$/u, '$1') : text;
}

function checked(value: unknown, spot: Spot, plan: TablePlan, builder: RowBuilder): void {
  const problem = plan.check(spot.field, value);
  if (problem)
    refuse(builder, problem.code, spot, { how: problem.code === 'too-long' ? 'shorten' : 'type' }, problem.limit);
}
