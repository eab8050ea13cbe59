import { App } from 'antd';
import { columnText, copyRows } from '#domain/ledger/copy-rows';
import { focusedCell, shownColumns } from './grid-reading.ts';
import { messages } from './messages.ts';
import type { LedgerAtWork } from './use-block-commands.ts';

/** Copies the chosen rows out, or the one cell that has the cursor when none is chosen. */
export function useCopying({ view, selected, grid }: Omit<LedgerAtWork, 'kind'>) {
  const { message } = App.useApp();
  return async (withHeadings: boolean): Promise<void> => {
    const api = grid();
    const cell = api && focusedCell(api, view.items);
    if (!api || (selected.length === 0 && !cell)) return void message.info(messages.more.nothingToCopy);
    const isCell = selected.length === 0 && cell !== null && !withHeadings;
    const rows = selected.length > 0 || !cell ? selected : [cell.record];
    const text = isCell ? columnText(cell.record, cell.column) : copyRows(rows, shownColumns(api), withHeadings);
    try {
      await navigator.clipboard.writeText(text);
      void message.info(isCell ? messages.more.copiedCell : messages.more.copied(rows.length));
    } catch {
      void message.error(messages.more.copyFailed);
    }
  };
}
