import type { LedgerKind } from '#domain/records/record-base';
import type { LINK_TYPES } from '#domain/vocabulary/link-terms';

export type LinkType = (typeof LINK_TYPES)[number];

/** What leads to what: a plan to activities and practices, these to results and honours. Equals are just related. */
const STAGES: Readonly<Partial<Record<LedgerKind, number>>> = {
  plan: 0,
  practice: 1,
  activity: 2,
  evaluation: 3,
  honor: 4,
};

/** The types that usually hold from a kind to a later one. */
const USUAL_TYPES: Readonly<Record<string, LinkType>> = {
  'plan activity': '落实',
  'plan practice': '落实',
  'plan evaluation': '依据',
  'plan honor': '依据',
  'practice activity': '体现',
  'practice evaluation': '促成',
  'practice honor': '促成',
  'activity evaluation': '促成',
  'activity honor': '促成',
  'evaluation honor': '依据',
};

/** How a record of one kind usually has to do with another: the type, and whether the link leads from the first. */
export function suggestLink(
  kind: LedgerKind,
  other: LedgerKind,
): { readonly type: LinkType; readonly isForward: boolean } {
  const [stage, otherStage] = [STAGES[kind], STAGES[other]];
  if (stage === undefined || otherStage === undefined) return { type: '相关', isForward: true };
  const isForward = stage <= otherStage;
  const type = USUAL_TYPES[isForward ? `${kind} ${other}` : `${other} ${kind}`] ?? '相关';
  return { type, isForward };
}
