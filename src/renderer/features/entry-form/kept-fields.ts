import type { LedgerKind } from '#domain/records/record-base';
import { fieldsOf } from '#domain/records/record-fields';
import { isFilled, type FormValues } from './form-values.ts';

/** What is usually the same on the next record of a pile: one decision honours many, one series has many episodes. */
export const DEFAULT_KEPT: Readonly<Record<LedgerKind, readonly string[]>> = {
  honor: [
    'date',
    'dateMeaning',
    'collective',
    'awardedBy',
    'level',
    'levelReason',
    'programme',
    'round',
    'documentNo',
    'documentTitle',
    'works',
  ],
  plan: ['planKind', 'status', 'issuers', 'works', 'organTypes'],
  activity: ['activityKind', 'series', 'place', 'hosts', 'coHosts', 'works', 'organTypes'],
  practice: ['practiceKind', 'works', 'organTypes'],
  evaluation: ['title', 'date', 'round', 'documentNo', 'organTypes'],
  person: [],
  programme: ['hosts', 'level', 'listSource'],
};

/** What of a saved form goes into the next one: the fields that are kept, as far as something stands in them. */
export function carryOver(kind: LedgerKind, saved: FormValues, kept: readonly string[]): FormValues {
  const carried = fieldsOf(kind).flatMap(([name, field]) =>
    kept.includes(name) && isFilled(kind, name, field, saved[name]) ? [[name, saved[name]] as const] : [],
  );
  return Object.fromEntries(carried);
}
