import type { SourceCell } from './source-book.ts';
import { textAt, type GridRow, type Region } from './sheet-grid.ts';

/** Words and signs that stand for what is in the row above. */
const DITTO = /^(?:同上|同前|上同|〃|″|＂|")$/u;

/** A row with what its 同上 stand for in their place. */
export type FilledRow = { readonly row: GridRow; readonly dittos: readonly number[] };

/** Takes over from the data row above what cells only point to; in the first row they stay as they are. */
export function fillDittos(row: GridRow, above: GridRow | null, { left, right }: Region): FilledRow {
  if (above === null) return { row, dittos: NONE };
  const dittos = row.filled.filter(
    (column) =>
      column >= left && column <= right && (row.texts[column] ?? '').length <= 2 && DITTO.test(row.texts[column] ?? ''),
  );
  if (dittos.length === 0) return { row, dittos: NONE };
  const texts = [...row.texts];
  const cells: SourceCell[] = [...row.cells];
  for (const column of dittos) {
    texts[column] = textAt(above, column);
    cells[column] = (above.texts[column] ? above.cells[column] : above.covered.get(column)?.cells[column]) ?? '';
  }
  return { row: { ...row, texts, cells }, dittos };
}

const NONE: readonly number[] = [];
