import {
  filterRecords,
  hasGap,
  NO_LEDGER_FILTERS,
  type FilteredRecords,
  type LedgerGap,
} from '#domain/ledger/ledger-filters';
import type { Honor } from '#domain/records/honor';
import { normalizeForSearch } from '#domain/search/normalize-text';
import type { Level } from '#domain/vocabulary/levels';

/** What an honour has to be backed by. */
export const EVIDENCE_GAPS = [
  'no-certificate',
  'no-document',
  'no-level',
  'unverified',
] as const satisfies readonly LedgerGap[];
export type EvidenceGap = (typeof EVIDENCE_GAPS)[number];

export type EvidenceFilters = {
  readonly text: string;
  readonly year: number | null;
  readonly level: Level | null;
  /** Only those that lack this; null for all that lack anything. */
  readonly gap: EvidenceGap | null;
};

export type Evidence = {
  readonly honors: readonly Honor[];
  readonly facets: FilteredRecords['facets'];
  /** How many lack each, whatever the filter by gap. */
  readonly counts: Readonly<Record<EvidenceGap, number>>;
  /** How many lack anything at all. */
  readonly incomplete: number;
};

/** Which honours lack evidence, narrowed by the filters, with counts for each kind of gap. */
export function findEvidence(
  honors: readonly Honor[],
  certified: ReadonlySet<string>,
  { text, year, level, gap }: EvidenceFilters,
): Evidence {
  const words = normalizeForSearch(text).split(/\s+/u).filter(Boolean);
  const counts: Record<EvidenceGap, number> = { 'no-certificate': 0, 'no-document': 0, 'no-level': 0, unverified: 0 };
  const lacking = honors.filter((honor) => {
    if (!EVIDENCE_GAPS.some((each) => hasGap(honor, each, certified))) return false;
    return words.length === 0 || hasWords(honor, words);
  });
  const narrowed = filterRecords(
    lacking,
    { ...NO_LEDGER_FILTERS, year, level },
    { hasText: null, passesColumns: null, certified },
  );
  const inScope = narrowed.records as readonly Honor[];
  for (const honor of inScope) for (const each of EVIDENCE_GAPS) if (hasGap(honor, each, certified)) counts[each] += 1;
  return {
    honors: gap === null ? inScope : inScope.filter((honor) => hasGap(honor, gap, certified)),
    facets: narrowed.facets,
    counts,
    incomplete: inScope.length,
  };
}

function hasWords(honor: Honor, words: readonly string[]): boolean {
  const printed = [...honor.recipients, ...honor.awardedBy].map((each) => each.printed);
  const all = normalizeForSearch([honor.title, honor.documentNo, honor.certificateNo, ...printed].join('\n'));
  return words.every((word) => all.includes(word));
}
