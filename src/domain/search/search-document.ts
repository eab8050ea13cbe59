import { formatFuzzyDate, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { entryBodies, entryDate, isEntry, recordTitle, type Entry } from '../records/archive-record.ts';
import type { RecordId, RecordKind } from '../records/record-base.ts';
import type { Unit } from '../records/unit.ts';
import type { Level } from '../vocabulary/levels.ts';
import { dateVariants } from './date-variants.ts';

export type SearchFieldName =
  | 'title'
  /** A body or person as printed on the record. */
  | 'body'
  /** Another name of a unit: of the record itself, or of one that it refers to. */
  | 'unitName'
  | 'brand'
  | 'documentNo'
  | 'date'
  | 'level'
  | 'work'
  | 'planKind'
  | 'planStatus'
  | 'series'
  | 'episode'
  | 'place'
  | 'summary'
  | 'note'
  | 'source';

export type SearchField = { readonly name: SearchFieldName; readonly text: string };

/** What a record is found, filtered and listed by. */
export type SearchDocument = {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  /** The title comes first, then all bodies, then the rest; only the title may be empty. */
  readonly fields: readonly SearchField[];
  /** Null for a unit. */
  readonly date: FuzzyDate | null;
  readonly dateText: string;
  /** First and last year that the date falls into. */
  readonly years: { readonly first: number; readonly last: number } | null;
  readonly level: Level | null;
  /** The units that an entry refers to, each once; a unit does not refer to itself. */
  readonly unitIds: readonly string[];
  /** The bodies and persons of an entry as printed, each once. */
  readonly units: readonly string[];
};

/** All names of a unit, or none when it is not known. */
export type UnitNames = (unitId: string) => readonly string[];

/** Gathers all text of a record, with the names of the units that it refers to. */
export function toSearchDocument(record: Entry | Unit, unitNames: UnitNames): SearchDocument {
  const title = recordTitle(record);
  const date = isEntry(record) ? entryDate(record) : null;
  const units = isEntry(record) ? distinct(entryBodies(record).map((body) => body.printed)) : [];
  const unitIds = isEntry(record) ? referredUnitIds(record) : [];
  const fields: readonly SearchField[] = [
    ...named('body', units),
    ...(isEntry(record) ? aliasFields(units, unitIds.flatMap(unitNames)) : ownNameFields(record, title)),
    ...contentFields(record),
    ...named('note', [record.note]),
    ...named('source', [record.source]),
  ];
  return {
    id: record.id,
    kind: record.kind,
    title,
    fields: [{ name: 'title', text: title }, ...fields.filter((field) => field.text !== '')],
    date,
    dateText: date === null ? '' : formatFuzzyDate(date),
    years: date === null ? null : yearsOf(date),
    level: record.kind === 'honor' ? record.level : null,
    unitIds,
    units,
  };
}

/** The ids of the units that an entry refers to, each once. */
export function referredUnitIds(entry: Entry): readonly string[] {
  return distinct(entryBodies(entry).flatMap(({ unitId }) => (unitId === null ? [] : [unitId])));
}

function contentFields(record: Entry | Unit): readonly SearchField[] {
  switch (record.kind) {
    case 'honor':
      return [
        ...named('documentNo', [record.documentNo]),
        ...named('date', dateVariants(record.date)),
        ...named('level', record.level === null ? [] : [record.level]),
        ...named('work', record.works),
      ];
    case 'plan':
      return [
        ...named('documentNo', [record.documentNo]),
        ...named('date', distinct([record.issued, record.effective, record.expires].flatMap(dateVariants))),
        ...named('planKind', [record.planKind]),
        ...named('planStatus', [record.status]),
      ];
    case 'activity':
      return [
        ...named('series', [record.series]),
        ...named('episode', [record.episode]),
        ...named('date', dateVariants(record.date)),
        ...named('place', [record.place]),
        ...named('summary', [record.summary]),
      ];
    case 'unit':
      return named(
        'brand',
        record.brands.map((brand) => brand.name),
      );
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

function yearsOf(date: FuzzyDate): SearchDocument['years'] {
  if (date.start === null || date.end === null) return null;
  return { first: Number(date.start.slice(0, 4)), last: Number(date.end.slice(0, 4)) };
}

function named(name: SearchFieldName, texts: readonly string[]): readonly SearchField[] {
  return texts.map((text) => ({ name, text }));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
