import { certifiedIds } from '#domain/attachments/certified-ids';
import { hasGap, LEDGER_GAPS, type LedgerGap } from '#domain/ledger/ledger-filters';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { Attachment } from '#domain/records/attachment';
import type { LedgerKind } from '#domain/records/record-base';

/** How many records of a kind lack something; the ledger shows them by the same rule. */
export type Gap = {
  readonly kind: LedgerKind;
  readonly gap: LedgerGap;
  readonly count: number;
};

/** Honours are completed in every respect, other records are dated. */
const LOOKED_FOR: Readonly<Partial<Record<LedgerKind, readonly LedgerGap[]>>> = {
  honor: LEDGER_GAPS,
  plan: ['undated'],
  activity: ['undated'],
  practice: ['undated'],
  evaluation: ['undated'],
};

/** What is to be completed, in the order in which it is asked for; nothing that is complete. */
export function findGaps(
  attachments: readonly Attachment[],
  ...lists: readonly (readonly LedgerRecord[])[]
): readonly Gap[] {
  const certified = certifiedIds(attachments);
  return lists
    .flatMap((list) => {
      const kind = list[0]?.kind;
      if (kind === undefined) return [];
      return (LOOKED_FOR[kind] ?? []).map((gap) => ({ kind, gap, count: countGap(list, gap, certified) }));
    })
    .filter(({ count }) => count > 0);
}

function countGap(list: readonly LedgerRecord[], gap: LedgerGap, certified: ReadonlySet<string>): number {
  return list.reduce((count, record) => count + Number(hasGap(record, gap, certified)), 0);
}
