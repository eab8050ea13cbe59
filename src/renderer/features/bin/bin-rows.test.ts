import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { FIRST, honor, LATER, plan } from '#domain/records/record-fixtures';
import { firstRevision } from '#domain/records/build-record';
import type { RecordId } from '#domain/records/record-base';
import { binRows, filterRows } from './bin-rows.ts';

const gone = { deletedAt: LATER.at, updatedBy: LATER.by };
const link = (content: object): ArchiveRecord => ({
  kind: 'link',
  id: 'link-1' as RecordId,
  ...firstRevision(FIRST),
  from: { printed: '推进办法', id: 'plan-1' as RecordId },
  to: { printed: '先进', id: 'honor-1' as RecordId },
  linkType: '依据',
  note: '',
  ...content,
});

function rowsOf(records: readonly ArchiveRecord[]) {
  const byId = new Map<string, ArchiveRecord>(records.map((record) => [record.id, record]));
  return binRows(
    records.filter(({ deletedAt }) => deletedAt !== null),
    (id) => byId.get(id) ?? null,
  );
}

describe('the rows of the bin', () => {
  it('count what went along with a record instead of showing it', () => {
    expect(rowsOf([honor({ ...gone, deleteReason: '重复' }), plan(), link(gone)])).toEqual([
      {
        id: 'honor-1',
        kind: 'honor',
        title: '全国先进基层党组织',
        deletedAt: LATER.at,
        by: LATER.by,
        reason: '重复',
        along: 1,
      },
    ]);
  });

  it('show what was deleted by itself, also when its record followed later', () => {
    const rows = rowsOf([honor(gone), plan(), link({ deletedAt: FIRST.at })]);
    expect(rows.map(({ id, along }) => [id, along])).toEqual([
      ['honor-1', 0],
      ['link-1', 0],
    ]);
  });

  it('are found by kind, title, reason and person', () => {
    const rows = rowsOf([honor({ ...gone, deleteReason: '重复录入' }), plan({ deletedAt: FIRST.at })]);
    const ids = (...filter: [string, (typeof rows)[number]['kind'] | null]) =>
      filterRows(rows, ...filter).map(({ id }) => id);
    expect(ids('', null)).toEqual(['honor-1', 'plan-1']);
    expect(ids('', 'plan')).toEqual(['plan-1']);
    expect(ids('重 复', null)).toEqual(['honor-1']);
    expect(ids('推进', 'honor')).toEqual([]);
    expect(ids('乙某', null)).toEqual(['honor-1']);
  });
});
