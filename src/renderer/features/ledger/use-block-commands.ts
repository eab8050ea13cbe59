import { App } from 'antd';
import { useState } from 'react';
import { parseTabularText } from '#domain/clipboard/tabular-text';
import { isGroup } from '#domain/ledger/group-records';
import { fieldMap } from '#domain/ledger/field-map';
import { fillDownWishes, layBlock } from '#domain/ledger/paste-block';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldLabel } from '../../archive/field-labels.ts';
import { focusedCell, shownColumns, type LedgerGridApi } from './grid-reading.ts';
import { isEditableColumn } from './ledger-columns.ts';
import { messages } from './messages.ts';
import type { PendingBlock } from './paste-dialog.tsx';
import type { LedgerView } from './use-ledger-view.ts';

export type LedgerAtWork = {
  readonly kind: LedgerKind;
  readonly view: LedgerView;
  readonly selected: readonly LedgerRecord[];
  readonly grid: () => LedgerGridApi | null;
};

/** A change set of more records than this would keep the window waiting. */
export const MOST_AT_ONCE = 5000;

/** Writing blocks of cells: pasted or filled down, each looked at before it is done. */
export function useBlockCommands({ kind, view, selected, grid }: LedgerAtWork) {
  const { message } = App.useApp();
  const [pending, setPending] = useState<PendingBlock | null>(null);
  const tell = (text: string) => void message.info(text);

  const focused = () => {
    const api = grid();
    return api && focusedCell(api, view.items);
  };
  /** What the block is laid over: the chosen rows when the cursor is in one of them, else those from it on. */
  const paste = (text: string) => {
    const api = grid();
    const cell = focused();
    const parsed = parseTabularText(text);
    if (!parsed.ok) {
      const isRows = parsed.error.code === 'too-many-rows';
      return void message.warning(isRows ? messages.paste.tooManyRows(parsed.error.limit) : messages.paste.tooLong);
    }
    if (parsed.value.length === 0) return tell(messages.paste.nothing);
    if (!api || !cell) return tell(messages.paste.needCell);
    if (parsed.value.length > MOST_AT_ONCE) return tell(messages.changes.tooMany(MOST_AT_ONCE));
    const isForEach = selected.length > 1 && selected.some(({ id }) => id === cell.record.id);
    const below = view.items.slice(cell.index).flatMap((item) => (isGroup(item) ? [] : [item]));
    const columns = shownColumns(api);
    const from = columns.slice(columns.findIndex(({ name }) => name === cell.column));
    const records = isForEach ? selected : below;
    const known = [...fieldMap(kind).keys()].map((name) => ({ name, heading: fieldLabel(name, kind) }));
    if (isForEach && records.length > MOST_AT_ONCE) return tell(messages.changes.tooMany(MOST_AT_ONCE));
    setPending({
      title: `${messages.paste.title}：${messages.paste.from(cell.index + 1, fieldLabel(cell.column, kind))}`,
      apply: messages.paste.apply,
      block: layBlock(parsed.value, { columns: from, records, known }, isForEach),
      label: messages.paste.label,
      isPasted: true,
    });
  };
  const fillDown = () => {
    const cell = focused();
    if (!cell) return tell(messages.fill.needRows);
    if (!isEditableColumn(kind, cell.column)) return tell(messages.cell.notEditable);
    const above = view.items[cell.index - 1];
    const single = above && !isGroup(above) ? [above, cell.record] : [];
    const records = selected.length > 1 ? selected : single;
    if (records.length < 2) return tell(messages.fill.needRows);
    if (records.length > MOST_AT_ONCE) return tell(messages.changes.tooMany(MOST_AT_ONCE));
    const heading = fieldLabel(cell.column, kind);
    const wishes = fillDownWishes(kind, cell.column, records);
    setPending({
      title: messages.fill.title(heading),
      apply: messages.fill.apply,
      block: { wishes, beyond: 0, columnsBeyond: 0, hadHeadings: false },
      label: (count) => messages.fill.label(heading, count),
      isPasted: false,
    });
  };
  return { pending, close: () => setPending(null), paste, fillDown };
}
