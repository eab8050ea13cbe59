import * as v from 'valibot';
import { groupings } from '#domain/ledger/group-records';
import { LEDGER_GAPS, NO_LEDGER_FILTERS, type LedgerFilters } from '#domain/ledger/ledger-filters';
import type { LedgerKind } from '#domain/records/record-base';
import { LEVELS } from '#domain/vocabulary/levels';

const nullable = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);

const viewStateSchema = v.object({
  filters: v.object({
    text: v.optional(v.string(), ''),
    year: nullable(v.number()),
    level: nullable(v.picklist(LEVELS)),
    verification: nullable(v.string()),
    collective: nullable(v.boolean()),
    work: nullable(v.string()),
    gap: nullable(v.picklist(LEDGER_GAPS)),
  }),
  /** The filters of columns, as the grid tells them. */
  columnFilters: v.record(v.string(), v.unknown()),
  /** Widths, order, visibility and sorting of the columns, as the grid tells them. */
  columns: v.array(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))),
  groupBy: v.nullable(v.string()),
});

/** Everything that a saved view keeps of how a ledger looks. */
export type ViewState = {
  readonly filters: LedgerFilters;
  readonly columnFilters: Readonly<Record<string, unknown>>;
  readonly columns: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly groupBy: string | null;
};

export function formatViewState(state: ViewState): string {
  return JSON.stringify(state);
}

/** What a saved view holds, or null when another version wrote something that this one does not understand. */
export function readViewState(kind: LedgerKind, text: string): ViewState | null {
  const json = parseJson(text);
  const parsed = v.safeParse(viewStateSchema, json);
  if (!parsed.success) return null;
  const { groupBy } = parsed.output;
  const isOffered = groupBy !== null && groupings(kind).includes(groupBy);
  const filters = { ...NO_LEDGER_FILTERS, ...parsed.output.filters };
  return { ...parsed.output, filters, groupBy: isOffered ? groupBy : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
