import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import type { LedgerGridContext } from './ledger-grid-context.ts';
import type { GridCommands } from './grid-keys.ts';
import type { RowSelection } from './row-selection.ts';
import type { LedgerView } from './use-ledger-view.ts';

/** What a ledger's grid shows at present, and what it can do; the grid's own callbacks read it whenever they run. */
export type GridModel = {
  readonly context: LedgerGridContext;
  readonly view: () => LedgerView;
  readonly commands: () => GridCommands;
  /** Takes over what is to be shown from now on; answers what was shown before. */
  readonly become: (view: LedgerView, commands: GridCommands) => LedgerView;
};

export function createGridModel(view: LedgerView, commands: GridCommands, selection: RowSelection): GridModel {
  let shown = view;
  let known = commands;
  /** The row that was chosen last: a range begins there. */
  let anchor: number | null = null;
  const itemAt = (index: number | null): LedgerItem | null => (index === null ? null : (shown.items[index] ?? null));
  return {
    view: () => shown,
    commands: () => known,
    become: (next, able) => {
      const before = shown;
      shown = next;
      known = able;
      return before;
    },
    context: {
      itemAt,
      selection,
      shown: () => shown.records,
      toggleGroup: (id) => known.toggleGroup(id),
      chooseAt: (index, isRange) => {
        const item = itemAt(index);
        if (!item || isGroup(item)) return;
        const from = isRange ? (anchor ?? index) : index;
        const range = shown.items.slice(Math.min(from, index), Math.max(from, index) + 1);
        const ids = range.flatMap((each) => (isGroup(each) ? [] : [each.id]));
        selection.choose(ids, isRange || !selection.ids().has(item.id));
        anchor = index;
      },
    },
  };
}
