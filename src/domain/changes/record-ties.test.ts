import { expect, it } from 'vitest';
import { FIRST, honor, plan, recipient, unit } from '../records/record-fixtures.ts';
import { firstRevision } from '../records/build-record.ts';
import type { Link } from '../records/link.ts';
import type { NotDuplicate } from '../records/not-duplicate.ts';
import type { RecordId } from '../records/record-base.ts';
import { mentionsOf, ownersOf } from './record-ties.ts';

const to = (id: string) => ({ printed: id, id: id as RecordId });

const link: Link = {
  kind: 'link',
  id: 'link-1' as RecordId,
  ...firstRevision(FIRST),
  from: to('plan-1'),
  to: { printed: '还不知道', id: null },
  linkType: '落实',
  note: '',
};

it('a link and a pair that is no duplicate belong to their ends, and other records to nothing', () => {
  expect(ownersOf(link)).toEqual(['plan-1']);
  const { from: _from, to: _to, linkType: _type, note: _note, ...bookkeeping } = link;
  const pair: NotDuplicate = { ...bookkeeping, kind: 'notDuplicate', record: to('honor-1'), other: to('honor-2') };
  expect(ownersOf(pair)).toEqual(['honor-1', 'honor-2']);
  expect(mentionsOf(link)).toEqual([]);
  expect(ownersOf(honor())).toEqual([]);
});

it('a record mentions its units, persons, programme, parent and earlier version, each once', () => {
  const person = { ...recipient('示例某人', 'unit-rsj'), unitPrinted: '市人社局', personId: 'person-1' as RecordId };
  const mentioned = mentionsOf(honor({ recipients: [person], collective: false, programme: to('programme-1') }));
  expect(mentioned.toSorted()).toEqual(['person-1', 'programme-1', 'unit-rsj', 'unit-zzb']);
  expect(mentionsOf(plan({ supersedes: to('plan-0') }))).toEqual(['unit-gw', 'plan-0']);
  expect(mentionsOf(unit('unit-1', '市甲局', { parent: to('unit-0') }))).toEqual(['unit-0']);
});
