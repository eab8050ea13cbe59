import type { LedgerKind } from '../records/record-base.ts';

/** The fields by which people know a record of each kind, in the order in which a ledger begins with them. */
export const MAIN_FIELDS: Readonly<Record<LedgerKind, readonly string[]>> = {
  honor: ['date', 'title', 'level', 'recipients', 'awardedBy', 'documentNo', 'collective'],
  plan: ['issued', 'title', 'planKind', 'issuers', 'documentNo', 'status'],
  activity: ['date', 'title', 'series', 'episode', 'place', 'hosts', 'headcount'],
  practice: ['date', 'title', 'practiceKind', 'units', 'works'],
  evaluation: ['date', 'title', 'round', 'units', 'result', 'documentNo'],
  person: ['title', 'posts', 'note'],
  programme: ['title', 'level', 'hosts', 'cycleYears'],
};
