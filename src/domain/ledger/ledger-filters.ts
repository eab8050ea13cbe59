import { countingYear, touchesYear } from '../dates/fuzzy-date.ts';
import { recordDate, type LedgerRecord } from '../records/archive-record.ts';
import { fieldValue } from '../records/record-fields.ts';
import type { FacetCount } from '../search/search-facets.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';

/** What a record lacks, as the home page counts it. */
export const LEDGER_GAPS = ['undated', 'no-level', 'no-document', 'unverified', 'no-certificate'] as const;
export type LedgerGap = (typeof LEDGER_GAPS)[number];

/** What narrows a ledger besides its text and the filters of its columns; null does not narrow. */
export type LedgerFilters = {
  readonly text: string;
  readonly year: number | null;
  readonly level: Level | null;
  readonly verification: string | null;
  readonly collective: boolean | null;
  readonly work: string | null;
  readonly gap: LedgerGap | null;
};

export const NO_LEDGER_FILTERS: LedgerFilters = {
  text: '',
  year: null,
  level: null,
  verification: null,
  collective: null,
  work: null,
  gap: null,
};

/** How many records each choice would show, given all other filters. */
export type LedgerFacets = {
  /** Latest first. A record of several years counts in each, as the filter does. */
  readonly years: readonly FacetCount<number>[];
  readonly levels: readonly FacetCount<Level>[];
};

export type FilteredRecords = { readonly records: readonly LedgerRecord[]; readonly facets: LedgerFacets };

/** What the filters need to know beside the records. */
export type FilterContext = {
  /** Whether a record has the text; null when none is asked for. */
  readonly hasText: ((record: LedgerRecord) => boolean) | null;
  readonly passesColumns: ((record: LedgerRecord) => boolean) | null;
  /** Ids of the records that a certificate is attached to. */
  readonly certified: ReadonlySet<string>;
};

/** Goes through the records once: which pass every filter, and how many each year and level would leave. */
export function filterRecords(
  records: readonly LedgerRecord[],
  filters: LedgerFilters,
  context: FilterContext,
): FilteredRecords {
  const years = new Map<number, number>();
  const levels = new Map<Level, number>();
  const passed: LedgerRecord[] = [];
  const passesRest = restOf(filters, context);
  for (const record of records) {
    if (!passesRest(record)) continue;
    const level = levelOf(record);
    const yearFits = filters.year === null || touchesYear(recordDate(record), filters.year);
    const levelFits = filters.level === null || level === filters.level;
    if (levelFits) countYears(years, record);
    if (yearFits && level !== null) levels.set(level, (levels.get(level) ?? 0) + 1);
    if (yearFits && levelFits) passed.push(record);
  }
  return {
    records: passed,
    facets: {
      years: Array.from(years, ([value, count]) => ({ value, count })).toSorted((a, b) => b.value - a.value),
      levels: LEVELS.flatMap((value) => {
        const count = levels.get(value);
        return count === undefined ? [] : [{ value, count }];
      }),
    },
  };
}

function levelOf(record: LedgerRecord): Level | null {
  return record.kind === 'honor' || record.kind === 'programme' ? record.level : null;
}

function countYears(years: Map<number, number>, record: LedgerRecord): void {
  const date = recordDate(record);
  const last = countingYear(date);
  if (last === null || date.start === null) return;
  for (let year = Number(date.start.slice(0, 4)); year <= last; year += 1) years.set(year, (years.get(year) ?? 0) + 1);
}

/** All filters but year and level, as one question. */
function restOf(filters: LedgerFilters, { hasText, passesColumns, certified }: FilterContext) {
  const { verification, collective, work, gap } = filters;
  return (record: LedgerRecord): boolean =>
    (gap === null || hasGap(record, gap, certified)) &&
    (verification === null || fieldValue(record, 'verification') === verification) &&
    (collective === null || fieldValue(record, 'collective') === collective) &&
    (work === null || ((fieldValue(record, 'works') as readonly string[] | undefined) ?? []).includes(work)) &&
    (passesColumns?.(record) ?? true) &&
    (hasText?.(record) ?? true);
}

export function hasGap(record: LedgerRecord, gap: LedgerGap, certified: ReadonlySet<string>): boolean {
  switch (gap) {
    case 'undated':
      return recordDate(record).end === null;
    case 'no-level':
      return fieldValue(record, 'level') === null;
    case 'no-document':
      return fieldValue(record, 'documentNo') === '';
    case 'unverified':
      return record.kind === 'honor' && record.verification !== '已核实';
    case 'no-certificate':
      return record.kind === 'honor' && !certified.has(record.id);
  }
}
