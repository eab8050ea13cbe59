import * as v from 'valibot';
import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import {
  ENTRY_KINDS,
  FINDABLE_KINDS,
  LEDGER_KINDS,
  RECORD_KINDS,
  type EntryKind,
  type FindableKind,
  type LedgerKind,
  type RecordKind,
} from './record-base.ts';
import { RECORD_FIELDS, type RecordFields } from './record-fields.ts';
import { storedSchema, type StoredRecord } from './record-shape.ts';
import { unitDisplayName } from './unit.ts';

/** A record of a kind. */
export type RecordOf<K extends RecordKind> = { [P in K]: StoredRecord<P, RecordFields[P]> }[K];

/** Any record of the archive, told apart by `kind`. */
export type ArchiveRecord = RecordOf<RecordKind>;
/** A record that yearbooks are made of: honour, plan or activity. */
export type Entry = RecordOf<EntryKind>;
/** A record that stands in a ledger. */
export type LedgerRecord = RecordOf<LedgerKind>;
/** A record that a search finds. */
export type FindableRecord = RecordOf<FindableKind>;

const SCHEMAS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, storedSchema(kind, RECORD_FIELDS[kind])]));

export const archiveRecordSchema: v.GenericSchema<unknown, ArchiveRecord> = v.lazy((input) => {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? String(input.kind) : '';
  return (Object.hasOwn(SCHEMAS, kind) ? SCHEMAS[kind] : undefined) ?? NO_RECORD;
}) as v.GenericSchema<unknown, ArchiveRecord>;
const NO_RECORD = v.never('a record of a known kind');

const ENTRIES: ReadonlySet<RecordKind> = new Set(ENTRY_KINDS);
const IN_LEDGERS: ReadonlySet<RecordKind> = new Set(LEDGER_KINDS);
const FINDABLE: ReadonlySet<RecordKind> = new Set(FINDABLE_KINDS);

export function isEntry(record: ArchiveRecord): record is Entry {
  return ENTRIES.has(record.kind);
}

export function isLedgerRecord(record: ArchiveRecord): record is LedgerRecord {
  return IN_LEDGERS.has(record.kind);
}

export function isFindable(record: ArchiveRecord): record is FindableRecord {
  return FINDABLE.has(record.kind);
}

/** What a record is called in lists and messages. */
export function recordTitle(record: ArchiveRecord): string {
  switch (record.kind) {
    case 'unit':
      return unitDisplayName(record);
    case 'unitChange':
      return [...record.from, ...record.to].map(({ printed }) => printed).join(' → ');
    case 'link':
      return [record.from, record.to].map((end) => end?.printed ?? '').join(' → ');
    case 'notDuplicate':
      return [record.record, record.other].map((end) => end?.printed ?? '').join(' ≠ ');
    case 'attachment':
      return record.name;
    case 'filingItem':
      return record.code || (record.owner?.printed ?? '');
    case 'rulebook':
      return '';
    default:
      return record.title;
  }
}

/** The date by which a record is listed, filtered and counted: a plan's is the date it was issued. */
export function recordDate(record: LedgerRecord): FuzzyDate {
  switch (record.kind) {
    case 'plan':
      return record.issued;
    case 'person':
    case 'programme':
      return UNKNOWN_DATE;
    default:
      return record.date;
  }
}
