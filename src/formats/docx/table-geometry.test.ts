import { describe, expect, it } from 'vitest';
import type { Table } from '#domain/document/document-tree';
import { TYPE_AREA } from './page-geometry.ts';
import { NO_PICTURES } from './print-picture.ts';
import { CELL_PADDING, measureTable } from './table-geometry.ts';
import { TEXT_STYLES } from './text-styles.ts';

const table: Table = {
  kind: 'table',
  columns: [
    { title: '序号', width: 1, align: 'center' },
    { title: '名称', width: 2, align: 'left' },
  ],
  rows: [
    { entryId: null, cells: ['1', '先进集体'] },
    { entryId: null, cells: ['2', '先进\n集体'] },
    { entryId: null, cells: ['3', '字'.repeat(100)] },
  ],
};

describe('a table', () => {
  it('fills the type area exactly', () => {
    const { columnWidths } = measureTable(table, NO_PICTURES);
    expect(columnWidths.reduce((sum, width) => sum + width, 0)).toBe(TYPE_AREA.width);
  });

  it('has rows as high as their tallest cell', () => {
    const { rowHeights } = measureTable(table, NO_PICTURES);
    const lines = rowHeights.map((height) => (height - 2 * CELL_PADDING.vertical) / TEXT_STYLES.cell.pitch);
    expect(lines).toEqual([1, 2, 4]);
  });
});
