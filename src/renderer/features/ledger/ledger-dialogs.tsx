import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { BatchDialog } from './batch-dialog.tsx';
import { filtersInWords } from './filters-in-words.ts';
import { focusedCell, shownColumns, type LedgerGridApi } from './grid-reading.ts';
import { messages } from './messages.ts';
import { PrintView } from './print-view.tsx';
import { MOST_AT_ONCE } from './use-block-commands.ts';
import type { LedgerLook, LedgerView } from './use-ledger-view.ts';

export type LedgerDialog = 'batch' | 'print';

/** More rows than this make more paper than anybody wants, and a page that takes minutes to lay out. */
const MOST_PRINTED = 5000;

/** Why a dialog cannot be opened for so many records, or null when it can. */
export function refusalOf(dialog: LedgerDialog, selected: number, shown: number): string | null {
  if (dialog === 'batch') return selected > MOST_AT_ONCE ? messages.changes.tooMany(MOST_AT_ONCE) : null;
  return shown > MOST_PRINTED ? messages.print.tooMany(shown, MOST_PRINTED) : null;
}

type LedgerDialogsProps = {
  readonly kind: LedgerKind;
  readonly open: LedgerDialog | null;
  readonly selected: readonly LedgerRecord[];
  readonly look: LedgerLook;
  readonly view: LedgerView;
  readonly hint: string;
  readonly grid: () => LedgerGridApi | null;
  readonly onClose: () => void;
};

/** What is opened over a ledger: the change of many records, and the view for paper. */
export function LedgerDialogs({ kind, open, selected, look, view, hint, grid, onClose }: LedgerDialogsProps) {
  const api = open === null ? null : grid();
  if (!api) return null;
  if (open === 'batch') {
    const column = focusedCell(api, view.items)?.column ?? null;
    return <BatchDialog kind={kind} records={selected} firstField={column} onClose={onClose} />;
  }
  return (
    <PrintView
      title={messages.titles[kind]}
      hint={hint}
      filters={filtersInWords(look)}
      columns={shownColumns(api)}
      items={view.items}
      onClose={onClose}
    />
  );
}
