import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../records/archive-record.ts';
import { nextRevision, type Stamp } from '../records/build-record.ts';
import { FIRST, honor, LATER, unit } from '../records/record-fixtures.ts';
import { changeOf, type Change } from './change-set.ts';
import { changedSince, revertChanges } from './revert-changes.ts';

const stampAt = (minute: number): Stamp => ({ at: `2026-11-24T10:0${minute}:00.000Z`, by: '示例乙某' });

/** An archive in memory: applies changes as storage does and remembers every revision it ever held. */
function archiveOf(records: readonly ArchiveRecord[]) {
  const rows = new Map<string, ArchiveRecord>(records.map((record) => [record.id, record]));
  const current = (id: ArchiveRecord['id']) => rows.get(id);
  const apply = (changes: readonly Change[]): readonly Change[] => {
    for (const { before, after } of changes) {
      expect(after.revision).toBe((before?.revision ?? 0) + 1);
      expect(rows.get(after.id)).toEqual(before ?? undefined);
      rows.set(after.id, after);
    }
    return changes;
  };
  return {
    current,
    apply,
    revert: (changes: readonly Change[], stamp: Stamp) => apply(revertChanges(changes, current, stamp)),
  };
}

const original = honor();
const edited = honor({ title: '改过', ...nextRevision(original, LATER) });
const deleted = honor({ ...nextRevision(original, LATER), deletedAt: LATER.at, deleteReason: '重复' });

/** What a record says and whether it is there, whatever its revision. */
function saying(record: ArchiveRecord | undefined) {
  if (record?.kind !== 'honor') return record;
  const { title, deletedAt, deleteReason, createdAt, createdBy } = record;
  return { title, isDeleted: deletedAt !== null, deleteReason, createdAt, createdBy };
}

describe('taking back', () => {
  it('an addition marks the record as deleted, and redoing it brings it back', () => {
    const archive = archiveOf([]);
    const added = archive.apply([changeOf(null, original)]);
    const undone = archive.revert(added, stampAt(1));
    expect(archive.current(original.id)).toEqual({
      ...original,
      revision: 2,
      updatedAt: stampAt(1).at,
      updatedBy: '示例乙某',
      deletedAt: stampAt(1).at,
    });
    archive.revert(undone, stampAt(2));
    expect(archive.current(original.id)).toMatchObject({ revision: 3, deletedAt: null, title: original.title });
  });

  it('an update brings back what was there, and redoing it what was changed', () => {
    const archive = archiveOf([original]);
    const undone = archive.revert(archive.apply([changeOf(original, edited)]), stampAt(1));
    expect(archive.current(original.id)).toEqual({
      ...original,
      revision: 3,
      updatedAt: stampAt(1).at,
      updatedBy: '示例乙某',
    });
    archive.revert(undone, stampAt(2));
    expect(archive.current(original.id)).toMatchObject({ revision: 4, title: '改过', updatedAt: stampAt(2).at });
  });

  it('a deletion brings the record back without its reason, and redoing it deletes it again', () => {
    const archive = archiveOf([original]);
    const undone = archive.revert(archive.apply([changeOf(original, deleted)]), stampAt(1));
    expect(saying(archive.current(original.id))).toEqual(saying(original));
    archive.revert(undone, stampAt(2));
    expect(saying(archive.current(original.id))).toEqual(saying(deleted));
  });

  it.each<readonly [string, Change, object]>([
    ['an addition', changeOf(null, original), { isDeleted: true }],
    ['an update', changeOf(original, edited), { title: original.title, isDeleted: false }],
    ['a deletion', changeOf(original, deleted), { isDeleted: false, deleteReason: null }],
  ])(
    '%s can go to and fro: each step says what its counterpart said, and the revision only grows',
    (_, change, undone) => {
      const archive = archiveOf(change.before ? [change.before] : []);
      let last = archive.apply([change]);
      for (let step = 1; step < 9; step += 1) {
        expect(changedSince(last, archive.current)).toEqual([]);
        last = archive.revert(last, stampAt(step));
        const present = archive.current(change.after.id);
        expect(present?.revision).toBe(change.after.revision + step);
        expect(saying(present)).toMatchObject(step % 2 === 1 ? undone : (saying(change.after) ?? {}));
      }
    },
  );

  it('several changes begins with the last of them', () => {
    const founded = unit('unit-new', '市甲局');
    const archive = archiveOf([]);
    const undone = archive.revert(archive.apply([changeOf(null, founded), changeOf(null, original)]), stampAt(1));
    expect(undone.map(({ after }) => after.id)).toEqual([original.id, founded.id]);
    expect(archive.revert(undone, stampAt(2)).map(({ after }) => after.id)).toEqual([founded.id, original.id]);
    expect(archive.current(founded.id)).toMatchObject({ deletedAt: null, revision: 3 });
  });

  it('changes neither the change set nor the records in it', () => {
    const changes = Object.freeze([Object.freeze(changeOf(original, edited))]);
    const before = JSON.stringify(changes);
    revertChanges(changes, () => edited, stampAt(1));
    expect(JSON.stringify(changes)).toBe(before);
  });
});

describe('a change', () => {
  const change = changeOf(original, edited);

  it('has been followed by none when the record is as it left it', () => {
    expect(changedSince([change], () => edited)).toEqual([]);
  });

  it('has been followed by one when the record says something else, is deleted or is gone', () => {
    const retitled = honor({ title: '又改过', revision: 3 });
    expect(changedSince([change], () => retitled)).toEqual([change]);
    expect(changedSince([change], () => honor({ ...edited, revision: 3, deletedAt: FIRST.at }))).toEqual([change]);
    expect(changedSince([change], () => undefined)).toEqual([change]);
  });

  it('has been followed by none when what followed was taken back', () => {
    const archive = archiveOf([original]);
    const first = archive.apply([change]);
    const second = archive.apply([changeOf(edited, honor({ ...edited, title: '又改过', revision: 3 }))]);
    archive.revert(second, stampAt(1));
    expect(changedSince(first, archive.current)).toEqual([]);
    archive.revert(first, stampAt(2));
    expect(archive.current(original.id)).toMatchObject({ title: original.title, revision: 5 });
  });

  it('is told apart from the others of its set', () => {
    const other = changeOf(null, unit('unit-1', '市甲局'));
    const rows = new Map<string, ArchiveRecord>([[other.after.id, other.after]]);
    expect(changedSince([change, other], (id) => rows.get(id))).toEqual([change]);
  });
});
