import * as v from 'valibot';
import { activitySchema, type Activity } from './activity.ts';
import { honorSchema, type Honor } from './honor.ts';
import { planSchema, type Plan } from './plan.ts';
import type { RecordKind } from './record-base.ts';
import { unitDisplayName, unitSchema, type Unit } from './unit.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';

export const archiveRecordSchema = v.variant('kind', [honorSchema, planSchema, activitySchema, unitSchema]);

/** Any record of the archive, told apart by `kind`. */
export type ArchiveRecord = Honor | Plan | Activity | Unit;
/** A record that staff log: honour, plan or activity. */
export type Entry = Honor | Plan | Activity;

export type RecordOf<K extends RecordKind> = Extract<ArchiveRecord, { kind: K }>;

export function isEntry(record: ArchiveRecord): record is Entry {
  return record.kind !== 'unit';
}

export function recordTitle(record: ArchiveRecord): string {
  return record.kind === 'unit' ? unitDisplayName(record) : record.title;
}

/** The date by which an entry is listed, filtered and counted: a plan's is the date it was issued. */
export function entryDate(entry: Entry): FuzzyDate {
  return entry.kind === 'plan' ? entry.issued : entry.date;
}

type NamedBody = { readonly printed: string; readonly unitId: string | null };

/** Every body or person named on an entry, as printed, in the order of the entry's fields. */
export function entryBodies(entry: Entry): readonly NamedBody[] {
  switch (entry.kind) {
    case 'honor':
      return [...entry.recipients, ...entry.awardedBy];
    case 'plan':
      return entry.issuers;
    case 'activity':
      return [...entry.hosts, ...entry.coHosts, ...entry.participants];
  }
}
