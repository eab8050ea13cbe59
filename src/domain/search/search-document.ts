import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { isLedgerRecord, recordDate, recordTitle, type FindableRecord } from '../records/archive-record.ts';
import type { AnyField } from '../records/field.ts';
import type { FindableKind, RecordId } from '../records/record-base.ts';
import { bodiesOf, fieldsOf, fieldValue, namedUnitIds } from '../records/record-fields.ts';
import type { Unit } from '../records/unit.ts';
import type { Level } from '../vocabulary/levels.ts';
import { dateVariants } from './date-variants.ts';
import { recordSeries, recordStatus, recordThings, recordWorks } from './record-columns.ts';
import type { SearchableThing } from './search-expression.ts';

/**
 * Where a text stands: 'title'; 'body', a body or person as printed; 'unitName', another name of a unit, of the record
 * itself or of one that it refers to; 'attachment', 'photoGroup' or 'link', what belongs to the record; else the name of
 * the record's field.
 */
export type SearchFieldName = string;

export type SearchField = { readonly name: SearchFieldName; readonly text: string };

/** What a record is found, filtered and listed by. */
export type SearchDocument = {
  readonly id: RecordId;
  readonly kind: FindableKind;
  readonly title: string;
  /** The title comes first, then all names of a unit, all bodies, and the rest; only the title may be empty. */
  readonly fields: readonly SearchField[];
  /** Null for a unit. */
  readonly date: FuzzyDate | null;
  /** ISO 8601 instant. */
  readonly createdAt: string;
  readonly level: Level | null;
  /** The units that an entry refers to, each once; a unit does not refer to itself. */
  readonly unitIds: readonly string[];
  /** The bodies and persons of an entry as printed, each once. */
  readonly units: readonly string[];
  readonly works: readonly string[];
  /** The series of an activity; empty when it has none. */
  readonly series: string;
  /** Empty when the record has none; see `recordStatus`. */
  readonly status: string;
  /** What the record itself has; attachments and links are told apart from it. */
  readonly things: readonly SearchableThing[];
};

/** Gathers all text of a record itself. By the names of its units it is found without being changed by them. */
export function toSearchDocument(record: FindableRecord): SearchDocument {
  const title = recordTitle(record);
  const date = isLedgerRecord(record) ? recordDate(record) : null;
  const units = distinct(bodiesOf(record).map((body) => body.printed));
  const fields: readonly SearchField[] = [
    ...(record.kind === 'unit' ? ownNameFields(record, title) : []),
    ...named('body', units),
    ...contentFields(record, false),
    ...named('note', [record.note]),
    ...named('source', [record.source]),
    // Many and long: what stands before them is found sooner.
    ...contentFields(record, true),
  ];
  return {
    id: record.id,
    kind: record.kind,
    title,
    fields: [{ name: 'title', text: title }, ...fields.filter((field) => field.text !== '')],
    date,
    createdAt: record.createdAt,
    level: record.kind === 'honor' ? record.level : null,
    unitIds: [...namedUnitIds(record)],
    units,
    works: recordWorks(record),
    series: recordSeries(record),
    status: recordStatus(record),
    things: recordThings(record),
  };
}

/** Gathered apart, or saying nothing of the one record: nearly every record has the same. */
const APART: ReadonlySet<string> = new Set(
  ['title', 'names', 'note', 'source'].concat(['verification', 'dateMeaning', 'activityKind', 'unitType']),
);

/** The fields that are dates, or all others. */
function contentFields(record: FindableRecord, areDates: boolean): readonly SearchField[] {
  const found: SearchField[] = [];
  for (const [name, field] of fieldsOf(record.kind)) {
    if (APART.has(name) || (field.type === 'date') !== areDates) continue;
    const value = fieldValue(record, name);
    if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) continue;
    for (const text of distinct(textsOf(field, value))) found.push({ name, text });
  }
  return found;
}

/** What of a field is searched, as text; bodies are gathered apart. */
function textsOf(field: AnyField, value: unknown): readonly string[] {
  switch (field.type) {
    case 'text':
    case 'prose':
    case 'choice':
      return [value as string];
    case 'level':
      return value === null ? [] : [value as string];
    case 'choices':
    case 'names':
      return value as readonly string[];
    case 'date':
      return dateVariants(value as FuzzyDate);
    case 'reference':
      return value === null ? [] : [(value as { printed: string }).printed];
    case 'recipients':
      return (value as readonly { role: string }[]).map(({ role }) => role);
    case 'rows':
      return (value as readonly Readonly<Record<string, unknown>>[]).flatMap((row) =>
        Object.entries(field.fields ?? {}).flatMap(([name, inner]) => textsOf(inner, row[name])),
      );
    default:
      return [];
  }
}

function aliasFields(printed: readonly string[], names: readonly string[]): readonly SearchField[] {
  const known = new Set(printed);
  return named(
    'unitName',
    distinct(names).filter((name) => !known.has(name)),
  );
}

function ownNameFields(unit: Unit, title: string): readonly SearchField[] {
  return aliasFields(
    [title],
    unit.names.map((name) => name.name),
  );
}

function named(name: SearchFieldName, texts: readonly string[]): readonly SearchField[] {
  return texts.map((text) => ({ name, text }));
}

function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}
