import { appendTo } from '../append-to.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import { recordDate, type LedgerRecord } from '../records/archive-record.ts';
import type { NamedBody } from '../records/field.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import type { LedgerKind } from '../records/record-base.ts';
import { FLAG_WORDS } from './cell-text.ts';
import { fieldMap } from './field-map.ts';

/** Records are grouped by the year of their date, by their first unit, or by a field with a closed list of values. */
export const GROUP_BY_YEAR = 'year';
export const GROUP_BY_UNIT = 'unit';

/** Stands before the records that belong to it. */
export type LedgerGroup = {
  readonly kind: 'group';
  readonly id: string;
  /** What the records have in common; empty when that is not known. */
  readonly label: string;
  readonly count: number;
  readonly isCollapsed: boolean;
};

/** A row of a ledger as it is shown. */
export type LedgerItem = LedgerRecord | LedgerGroup;

export function isGroup(item: LedgerItem): item is LedgerGroup {
  return item.kind === 'group';
}

/** What the records of a kind can be grouped by. */
export function groupings(kind: LedgerKind): readonly string[] {
  const fields = fieldsOf(kind);
  const hasDate = fields.some(([name]) => name === 'date' || name === 'issued');
  const hasBodies = fields.some(([, { bodiesOf: bodies }]) => bodies !== undefined);
  return [
    ...(hasDate ? [GROUP_BY_YEAR] : []),
    ...(hasBodies ? [GROUP_BY_UNIT] : []),
    ...fields.flatMap(([name, { type }]) => (['choice', 'level', 'flag'].includes(type) ? [name] : [])),
  ];
}

/** What the records of a group have in common; null when that is not known. */
type GroupValue = string | number | boolean | null;

/**
 * Puts sorted records under headings with their counts; inside a group they keep their order. The latest year, the
 * first choice and the first unit in dictionary order come first, what is not known comes last.
 */
export function groupRecords(
  kind: LedgerKind,
  records: readonly LedgerRecord[],
  by: string,
  collapsed: ReadonlySet<string>,
  unitName: (unitId: string) => string | null,
): readonly LedgerItem[] {
  const valueOf = groupValueOf(by);
  const groups = new Map<GroupValue, LedgerRecord[]>();
  for (const record of records) appendTo(groups, valueOf(record), record);
  const choices = fieldMap(kind).get(by)?.choices ?? [];
  const headed = Array.from(groups, ([value, ofGroup]) => ({
    value,
    records: ofGroup,
    label: labelOf(by, value, ofGroup, unitName),
    place: placeOf(value, choices),
  }));
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const sorted = headed.toSorted((a, b) => a.place - b.place || collator.compare(a.label, b.label));
  const items: LedgerItem[] = [];
  for (const { value, label, records: ofGroup } of sorted) {
    const id = groupId(by, value);
    const isCollapsed = collapsed.has(id);
    items.push({ kind: 'group', id, label, count: ofGroup.length, isCollapsed });
    if (!isCollapsed) for (const record of ofGroup) items.push(record);
  }
  return items;
}

/** The ids of all groups that the records fall into, as for folding all of them. */
export function groupIds(records: readonly LedgerRecord[], by: string): readonly string[] {
  return [...new Set(records.map(groupValueOf(by)))].map((value) => groupId(by, value));
}

function groupId(by: string, value: GroupValue): string {
  return `${by}:${value ?? ''}`;
}

function groupValueOf(by: string): (record: LedgerRecord) => GroupValue {
  if (by === GROUP_BY_YEAR) return (record) => countingYear(recordDate(record));
  if (by === GROUP_BY_UNIT) return (record) => firstUnit(record)?.unitId ?? null;
  return (record) => (fieldValue(record, by) as GroupValue | undefined) ?? null;
}

/** The first unit that a record names, in the order of its fields. */
function firstUnit(record: LedgerRecord): NamedBody | null {
  for (const [name, field] of fieldMap(record.kind)) {
    if (!field.bodiesOf) continue;
    const body = field.bodiesOf(fieldValue(record, name)).find(({ unitId }) => unitId !== null);
    if (body) return body;
  }
  return null;
}

function labelOf(
  by: string,
  value: GroupValue,
  [first]: readonly LedgerRecord[],
  unitName: (unitId: string) => string | null,
): string {
  if (value === null) return '';
  if (typeof value === 'number') return `${value}年`;
  if (typeof value === 'boolean') return FLAG_WORDS[value ? 'true' : 'false'];
  return by === GROUP_BY_UNIT ? (unitName(value) ?? (first && firstUnit(first)?.printed) ?? '') : value;
}

function placeOf(value: GroupValue, choices: readonly string[]): number {
  if (value === null) return Number.MAX_SAFE_INTEGER;
  if (typeof value === 'number') return -value;
  if (typeof value === 'boolean') return value ? 0 : 1;
  return choices.indexOf(value);
}
