import { App } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { fieldMap } from '#domain/ledger/field-map';
import { planCells } from '#domain/ledger/plan-cells';
import type { LedgerKind } from '#domain/records/record-base';
import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import { changeRecords } from '#storage/change-records';
import { fieldLabel } from '../../archive/field-labels.ts';
import { problemHint } from '../../archive/problem-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { CellEditor, type CellPlace, type NextCell } from './cell-editor.tsx';
import { focusCell, shownColumns, type LedgerCell, type LedgerGridApi } from './grid-reading.ts';
import { isEditableColumn } from './ledger-columns.ts';
import { messages } from './messages.ts';

type Ledger = {
  readonly kind: LedgerKind;
  readonly grid: () => LedgerGridApi | null;
  readonly items: readonly LedgerItem[];
};

type Editing = { readonly cell: LedgerCell; readonly place: CellPlace };

/** Editing cells in place: one at a time, each saved as a change of its own that can be undone. */
export function useCellEditing({ kind, grid, items }: Ledger) {
  const { message } = App.useApp();
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const [editing, setEditing] = useState<Editing | null>(null);
  const latestItems = useRef(items);
  useEffect(() => {
    latestItems.current = items;
  });

  const start = (cell: LedgerCell) => {
    if (!isEditableColumn(kind, cell.column)) return void message.info(messages.cell.notEditable);
    grid()?.ensureColumnVisible(cell.column);
    const place = placeOf(cell);
    if (place) setEditing({ cell, place });
  };
  const end = (cell: LedgerCell, next: NextCell) => {
    setEditing(null);
    const api = grid();
    if (api && next !== 'here') moveOn(api, latestItems.current, cell, next);
  };
  const save = async (cell: LedgerCell, text: string, next: NextCell): Promise<string | null> => {
    const { record, column } = cell;
    const wishes = [{ row: 1, record, cells: [{ name: column, text }] }];
    const plan = planCells(kind, wishes, archive.today());
    const problem = plan.cells.find((planned) => planned.problem)?.problem;
    if (problem) return problem.code === 'not-editable' ? messages.cell.notEditable : problemHint(problem);
    if (plan.counts.changed > 0) {
      const heading = fieldLabel(column, kind);
      const label = messages.cell.undoLabel(record.title, heading);
      const saved = await perform((open) => changeRecords(open, plan.changes, 'update', record.title), {
        label,
        done: ({ foundedUnits }) =>
          foundedUnits.length === 0 ? messages.cell.saved(heading) : messages.cell.savedFounded(heading, foundedUnits),
      });
      if (!saved) return messages.cell.notSaved;
    }
    end(cell, next);
    return null;
  };
  const field = editing && fieldMap(kind).get(editing.cell.column);
  const editor: ReactNode = editing && field && (
    <CellEditor
      key={`${editing.cell.record.id} ${editing.cell.column}`}
      cell={editing.cell}
      field={field}
      heading={fieldLabel(editing.cell.column, kind)}
      place={editing.place}
      onSave={(text, next) => save(editing.cell, text, next)}
      onCancel={() => {
        setEditing(null);
        grid()?.setFocusedCell(editing.cell.index, editing.cell.column);
      }}
    />
  );
  /** The grid was scrolled: the editor stays with its cell. */
  const follow = () => {
    const place = editing && placeOf(editing.cell);
    if (editing && place) setEditing({ ...editing, place });
  };
  return { start, editor, follow, isEditing: editing !== null };
}

/** The cell that follows in the direction; the last one keeps the cursor. */
function moveOn(api: LedgerGridApi, items: readonly LedgerItem[], cell: LedgerCell, next: NextCell): void {
  const at = items.findIndex((item) => item.id === cell.record.id);
  const index = at === -1 ? cell.index : at;
  if (next === 'below') {
    const below = items.findIndex((item, place) => place > index && !isGroup(item));
    return focusCell(api, below === -1 ? index : below, cell.column);
  }
  const columns = shownColumns(api).map(({ name }) => name);
  const column = columns[columns.indexOf(cell.column) + (next === 'right' ? 1 : -1)] ?? cell.column;
  api.ensureColumnVisible(column);
  focusCell(api, index, column);
}

const EDITOR_WIDTH = 240;
const EDITOR_HEIGHT = 290;

function placeOf({ index, column }: LedgerCell): CellPlace | null {
  const ledger = document.querySelector('[data-testid="ledger"]');
  const cell = ledger?.querySelector(`.ag-row[row-index="${index}"] .ag-cell[col-id="${column}"]`);
  if (!ledger || !cell) return null;
  const around = ledger.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const width = Math.max(box.width, EDITOR_WIDTH);
  const left = Math.max(0, Math.min(box.left - around.left, around.width - width));
  const hasRoom = box.top + EDITOR_HEIGHT < around.bottom;
  return hasRoom ? { left, width, top: box.top - around.top } : { left, width, bottom: around.bottom - box.bottom };
}
