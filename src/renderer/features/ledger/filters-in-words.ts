import { messages } from './messages.ts';
import type { LedgerLook } from './use-ledger-view.ts';

/** What narrows a ledger, as it is printed above it; empty when nothing does. */
export function filtersInWords({ filters, columnFilters }: Pick<LedgerLook, 'filters' | 'columnFilters'>): string {
  const { text, year, level, verification, collective, work, gap } = filters;
  const words = [
    text === '' ? null : messages.print.text(text),
    year === null ? null : messages.print.year(year),
    level,
    verification,
    collective === null ? null : messages.filters.flag[collective ? 'true' : 'false'],
    work,
    gap && messages.filters.gaps[gap],
    Object.keys(columnFilters).length === 0 ? null : messages.print.columnFilters,
  ];
  return words.filter((word) => word !== null).join('，');
}
