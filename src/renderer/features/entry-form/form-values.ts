import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import type { BoundaryRecord, BoundaryRecordOf } from '#domain/records/boundary-record';
import type { EntryKind } from '#domain/records/record-base';

/** What stands in a form: the record at its boundary, where a date may still be text that nobody has read yet. */
export type FormValues = Readonly<Record<string, unknown>>;

const EMPTY: {
  readonly [K in EntryKind]: Omit<BoundaryRecordOf<K>, 'id' | DateField> & Partial<Record<DateField, string>>;
} = {
  honor: {
    kind: 'honor',
    title: '',
    date: '',
    level: null,
    awardedBy: [],
    recipients: [],
    collective: true,
    documentNo: '',
    works: [],
    note: '',
    source: '',
  },
  plan: {
    kind: 'plan',
    title: '',
    planKind: '方案',
    documentNo: '',
    issuers: [],
    issued: '',
    effective: '',
    expires: '',
    status: '现行',
    note: '',
    source: '',
  },
  activity: {
    kind: 'activity',
    title: '',
    series: '',
    episode: '',
    date: '',
    place: '',
    hosts: [],
    coHosts: [],
    participants: [],
    headcount: null,
    summary: '',
    note: '',
    source: '',
  },
};

type DateField = 'date' | 'issued' | 'effective' | 'expires';

export function emptyForm(kind: EntryKind): FormValues {
  return EMPTY[kind];
}

export function formOf(record: BoundaryRecord): FormValues {
  const { id: _, ...values } = record;
  return values;
}

/** A date field's text: typed text as it is, a stored date by what was typed or printed then. */
export function dateText(value: unknown): string {
  if (typeof value === 'string') return value;
  return isStoredDate(value) ? value.raw : '';
}

export function isStoredDate(value: unknown): value is FuzzyDate {
  return typeof value === 'object' && value !== null && 'raw' in value && 'precision' in value;
}

/** What a date field holds after typing: the stored date again, with all that is known of it, when its text is back. */
export function typedDate(text: string, initial: unknown): unknown {
  return isStoredDate(initial) && initial.raw === text ? initial : text;
}

/** Whether two forms hold the same, so that leaving would lose nothing. */
export function isSameForm(a: FormValues, b: FormValues): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
