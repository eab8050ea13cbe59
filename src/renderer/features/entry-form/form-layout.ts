import type { LedgerKind } from '#domain/records/record-base';

/** Parts of a form that are closed until somebody needs them. */
export const SECTION_KEYS = [
  'evidence',
  'verification',
  'fullText',
  'participants',
  'results',
  'classification',
  'notes',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export type FormSectionLayout = { readonly key: SectionKey; readonly fields: readonly string[] };

export type FormLayout = {
  /** What is filled in nearly every time, in the order in which a certificate or a document is read. */
  readonly main: readonly string[];
  readonly sections: readonly FormSectionLayout[];
};

const CLASSIFICATION: FormSectionLayout = { key: 'classification', fields: ['works', 'organTypes'] };
const NOTES: FormSectionLayout = { key: 'notes', fields: ['note', 'source'] };

export const FORM_LAYOUTS: Readonly<Record<LedgerKind, FormLayout>> = {
  honor: {
    // `collective` stands in the head of `recipients`, `levelReason` below `level` while it is asked for.
    main: [
      'title',
      'date',
      'dateMeaning',
      'collective',
      'recipients',
      'awardedBy',
      'level',
      'levelReason',
      'programme',
      'round',
      'documentNo',
      'documentTitle',
    ],
    sections: [
      { key: 'evidence', fields: ['certificateNo', 'location', 'carriers'] },
      { key: 'verification', fields: ['verification', 'statusEvents'] },
      CLASSIFICATION,
      NOTES,
    ],
  },
  plan: {
    main: ['title', 'planKind', 'status', 'documentNo', 'issued', 'issuers', 'effective', 'expires', 'supersedes'],
    sections: [{ key: 'fullText', fields: ['fullText'] }, CLASSIFICATION, NOTES],
  },
  activity: {
    main: ['title', 'activityKind', 'date', 'series', 'episode', 'place', 'headcount', 'hosts', 'summary'],
    sections: [
      { key: 'participants', fields: ['coHosts', 'participants'] },
      { key: 'results', fields: ['results'] },
      CLASSIFICATION,
      NOTES,
    ],
  },
  practice: { main: ['title', 'practiceKind', 'date', 'units', 'summary'], sections: [CLASSIFICATION, NOTES] },
  evaluation: {
    main: ['title', 'date', 'round', 'units', 'result', 'documentNo'],
    sections: [{ key: 'classification', fields: ['organTypes'] }, NOTES],
  },
  person: { main: ['title', 'aliases', 'posts'], sections: [NOTES] },
  programme: {
    main: ['title', 'aliases', 'hosts', 'level', 'cycleYears', 'listSource'],
    sections: [NOTES],
  },
};

/** Sections that are open until somebody closes them. */
export const OPEN_AT_FIRST: ReadonlySet<SectionKey> = new Set(['notes']);

const WIDE_FIELDS: Readonly<Partial<Record<LedgerKind, ReadonlySet<string>>>> = {
  honor: new Set(['levelReason']),
  plan: new Set(['issuers', 'supersedes']),
  activity: new Set(['hosts', 'coHosts', 'participants']),
  practice: new Set(['units']),
  evaluation: new Set(['units']),
  programme: new Set(['aliases', 'hosts']),
};
const WIDE_TYPES: ReadonlySet<string> = new Set(['title', 'prose', 'rows', 'recipients']);

/** Whether a field takes both columns. */
export function isWide(kind: LedgerKind, name: string, type: string): boolean {
  return WIDE_TYPES.has(type) || (WIDE_FIELDS[kind]?.has(name) ?? false);
}
