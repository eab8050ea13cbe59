import type { CellKeyDownEvent, FullWidthCellKeyDownEvent } from 'ag-grid-community';
import { isGroup, type LedgerGroup, type LedgerItem } from '#domain/ledger/group-records';
import type { LedgerRecord } from '#domain/records/archive-record';
import { isComposing } from '../../hooks/is-composing.ts';
import { shownIds } from './grid-cells.ts';
import type { LedgerCell } from './grid-reading.ts';
import type { LedgerGridContext } from './ledger-grid-context.ts';

/** What can be done in the grid by mouse and keyboard. */
export type GridCommands = {
  readonly open: (record: LedgerRecord) => void;
  readonly openForm: (record: LedgerRecord) => void;
  readonly editCell: (cell: LedgerCell) => void;
  readonly remove: (record: LedgerRecord) => void;
  readonly copy: () => void;
  readonly paste: (text: string) => void;
  readonly fillDown: () => void;
  readonly toggleGroup: (id: string) => void;
};

type KeyDown = CellKeyDownEvent<LedgerItem> | FullWidthCellKeyDownEvent<LedgerItem>;

/** Does what a key asks for in the row that has the cursor. */
export function pressKey(pressed: KeyDown, context: LedgerGridContext, commands: GridCommands): void {
  const { event, rowIndex } = pressed;
  if (!(event instanceof KeyboardEvent) || isComposing(event) || rowIndex === null) return;
  const item = context.itemAt(rowIndex);
  if (!item) return;
  const column = 'column' in pressed ? pressed.column.getColId() : '';
  const isHandled = isGroup(item)
    ? pressOnGroup(event, item, context)
    : pressOnRecord(event, { record: item, index: rowIndex, column }, context, commands);
  if (isHandled) event.preventDefault();
}

function pressOnGroup(event: KeyboardEvent, group: LedgerGroup, context: LedgerGridContext): boolean {
  const folds = group.isCollapsed ? 'ArrowRight' : 'ArrowLeft';
  if (![folds, 'Enter', ' '].includes(event.key)) return false;
  context.toggleGroup(group.id);
  return true;
}

function pressOnRecord(
  event: KeyboardEvent,
  cell: LedgerCell,
  context: LedgerGridContext,
  commands: GridCommands,
): boolean {
  const actions: Readonly<Record<string, () => void>> = {
    Enter: () => commands.open(cell.record),
    'Ctrl+Enter': () => commands.openForm(cell.record),
    F2: () => commands.editCell(cell),
    Delete: () => commands.remove(cell.record),
    ' ': () => context.chooseAt(cell.index, false),
    'Ctrl+a': () => context.selection.choose(shownIds(context), true),
    'Ctrl+c': commands.copy,
    'Ctrl+d': commands.fillDown,
  };
  // Letters are told alike with Caps Lock on.
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const press = (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.shiftKey ? 'Shift+' : '') + key;
  if (press === 'Shift+ArrowDown' || press === 'Shift+ArrowUp') {
    // The grid itself moves the cursor.
    context.chooseAt(cell.index, true);
    context.chooseAt(cell.index + (event.key === 'ArrowDown' ? 1 : -1), true);
    return false;
  }
  if (!Object.hasOwn(actions, press) || event.altKey) return false;
  actions[press]?.();
  return true;
}
