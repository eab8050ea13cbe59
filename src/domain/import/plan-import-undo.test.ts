import { expect, it } from 'vitest';
import { changeOf } from '../changes/change-set.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import { firstRevision } from '../records/build-record.ts';
import type { Link } from '../records/link.ts';
import type { RecordId } from '../records/record-base.ts';
import { FIRST, honor, LATER } from '../records/record-fixtures.ts';
import { planImportUndo } from './plan-import-undo.ts';

const BATCH = 'batch-1' as RecordId;
const origin = { batch: BATCH, sheet: '荣誉', row: 3 };
const added = honor({ id: 'honor-new' as RecordId, title: '示例荣誉', origin });
const before = honor({ note: '' });
const after = honor({ note: '示例', revision: 2, origin });
const IMPORTED = [changeOf<'honor'>(null, added), changeOf<'honor'>(before, after)];

const link: Link = {
  kind: 'link',
  id: 'link-1' as RecordId,
  ...firstRevision(FIRST),
  from: { printed: added.title, id: added.id },
  to: null,
  linkType: '相关',
  note: '',
};

function undo(present: readonly ArchiveRecord[], keepEdited = false, dependents: readonly ArchiveRecord[] = []) {
  return planImportUndo(IMPORTED, keepEdited, {
    current: (id) => present.find((record) => record.id === id),
    dependentsOf: (id) => (id === added.id ? dependents : []),
    isOwn: (id) => id === added.id,
    stamp: LATER,
  });
}

it('takes additions out of sight, and puts changed fields and origins back', () => {
  const { changes, edited } = undo([added, after]);
  expect(edited).toEqual([]);
  expect(changes.map((change) => change.after)).toMatchObject([
    { id: 'honor-new', deletedAt: LATER.at, revision: 2, origin },
    { id: 'honor-1', deletedAt: null, note: '', revision: 3, origin: null },
  ]);
});

it('names what was edited since and leaves it alone when it is to be kept', () => {
  const present = [{ ...added, round: '第七届', revision: 2 }, after];
  const kept = undo(present, true);
  expect(kept.edited).toMatchObject([{ record: { id: 'honor-new' }, fields: ['round'] }]);
  expect(kept.changes.map((change) => change.after.id)).toEqual(['honor-1']);
  const all = undo(present);
  expect(all.edited).toEqual(kept.edited);
  expect(all.changes[0]?.after).toMatchObject({ id: 'honor-new', round: '第七届', deletedAt: LATER.at });
});

it('keeps later work on other fields of a record that was there before', () => {
  const { changes, edited } = undo([added, { ...after, round: '第七届', revision: 3 }]);
  expect(edited).toMatchObject([{ fields: ['round'] }]);
  expect(changes[1]?.after).toMatchObject({ note: '', round: '第七届', revision: 4 });
});

it('an addition that got a link counts as edited, and takes the link with it', () => {
  const kept = undo([added, after], true, [link]);
  expect(kept.edited).toMatchObject([{ record: { id: 'honor-new' }, fields: [], dependents: [{ id: 'link-1' }] }]);
  const gone = undo([added, after], false, [link]).changes.filter((change) => change.after.deletedAt !== null);
  expect(gone.map((change) => change.after.id)).toEqual(['honor-new', 'link-1']);
});

it('passes over what has been deleted since', () => {
  const { changes, gone } = undo([{ ...added, deletedAt: LATER.at }, after]);
  expect(gone).toBe(1);
  expect(changes.map((change) => change.after.id)).toEqual(['honor-1']);
});
