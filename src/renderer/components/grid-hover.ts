import type { CellMouseOverEvent, ColDef } from 'ag-grid-community';

/** What a cell of a column says on hover beside what it shows; empty for nothing. */
type HoverText<Row> = (row: Row | undefined, event: CellMouseOverEvent<Row>) => string;

/** Has the cells of a column say something else on hover than their own text. */
export function withHover<Row>(text: HoverText<Row>): Pick<ColDef<Row>, 'context'> {
  return { context: { hoverText: text } };
}

/**
 * A column's own words, else the text of a cell that is too narrow for it. Worked out only when the pointer comes: a
 * listener for each cell would cost as much as its text.
 */
export function showHoverText<Row>(event: CellMouseOverEvent<Row>): void {
  const target = event.event?.target;
  const cell = target instanceof Element ? target.closest<HTMLElement>('.ag-cell') : null;
  if (!cell) return;
  const { hoverText: own } = (event.colDef.context ?? {}) as { readonly hoverText?: HoverText<Row> };
  const isCut = cell.scrollWidth > cell.clientWidth;
  if (own) cell.title = own(event.data, event);
  else cell.title = isCut ? (cell.textContent ?? '') : '';
}
