import { expect, it } from 'vitest';
import { firstRevision } from '#domain/records/build-record';
import type { ImportBatch } from '#domain/records/import-batch';
import type { RecordId } from '#domain/records/record-base';
import { FIRST, honor, LATER, plan, unit } from '#domain/records/record-fixtures';
import { batchRows, importedRows } from './batch-rows.ts';

const id = (text: string) => text as RecordId;
const from = (batch: string, sheet: string, row: number) => ({ batch: id(batch), sheet, row });

function importBatch(name: string, stamp = FIRST): ImportBatch {
  const counts = { sha256: '', format: 'xlsx', added: 2, changed: 0, founded: 0 } as const;
  return { kind: 'importBatch', id: id(name), ...firstRevision(stamp), title: `${name}.xlsx`, ...counts };
}

it('lists files latest first, each with how many of its records are there', () => {
  const ledgers = [
    [honor({ origin: from('batch-1', '荣誉', 2) }), honor({ id: id('honor-2') })],
    [plan({ origin: from('batch-1', '方案', 2) }), plan({ id: id('plan-2'), origin: from('batch-2', '', 1) })],
  ];
  const rows = batchRows([importBatch('batch-1'), importBatch('batch-3', LATER), importBatch('batch-2')], ledgers);
  expect(rows.map((row) => [row.batch.id, row.present])).toEqual([
    ['batch-3', 0],
    ['batch-1', 2],
    ['batch-2', 1],
  ]);
});

it('lists what came from a file by sheet and row, and says what has been deleted', () => {
  const rows = importedRows('batch-1', [
    honor({ id: id('honor-b'), origin: from('batch-1', '2023年', 12), deletedAt: LATER.at }),
    honor({ id: id('honor-a'), origin: from('batch-1', '2023年', 3) }),
    unit('unit-a', '示例单位甲', { origin: from('batch-1', '2022年', 5) }),
    honor({ id: id('honor-c'), origin: from('batch-2', '2023年', 1) }),
    honor({ id: id('honor-d') }),
  ]);
  expect(rows).toEqual([
    { id: 'unit-a', kind: 'unit', title: '示例单位甲', sheet: '2022年', row: 5, isDeleted: false },
    { id: 'honor-a', kind: 'honor', title: '全国先进基层党组织', sheet: '2023年', row: 3, isDeleted: false },
    { id: 'honor-b', kind: 'honor', title: '全国先进基层党组织', sheet: '2023年', row: 12, isDeleted: true },
  ]);
});
