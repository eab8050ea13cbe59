import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { archiveRecordSchema, type Entry } from './archive-record.ts';
import { toBoundaryRecord } from './boundary-record.ts';
import {
  activity,
  buildFrom,
  countingIds,
  date,
  FIRST,
  honor,
  LATER,
  plan,
  readGood,
  recipient,
  UNITS,
  unit,
} from './record-fixtures.ts';
import { createAuthorities } from './authorities.ts';
import { buildRecord } from './build-record.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';

describe('a new record', () => {
  it('has its first revision, by whoever made it and when', () => {
    const { record } = buildFrom('honor', { title: '先进' });
    expect(record).toMatchObject({
      id: 'new-1',
      revision: 1,
      createdAt: FIRST.at,
      createdBy: FIRST.by,
      updatedAt: FIRST.at,
      updatedBy: FIRST.by,
      deletedAt: null,
      deleteReason: null,
    });
  });

  it('keeps an id that it was given', () => {
    expect(buildFrom('plan', { id: 'given-1', title: '办法' }).record.id).toBe('given-1');
  });

  it('names units by any name they are known by, as printed', () => {
    const { record, newUnits } = buildFrom('honor', {
      title: '先进',
      awardedBy: ['中共中央组织部'],
      recipients: ['市人社局', ' 菏泽市人力资源和\u3000社会保障局'],
    });
    expect(record).toMatchObject({
      awardedBy: [{ printed: '中共中央组织部', unitId: 'unit-zzb' }],
      recipients: [
        { printed: '市人社局', unitId: 'unit-rsj' },
        { printed: '菏泽市人力资源和\u3000社会保障局', unitId: 'unit-rsj' },
      ],
    });
    expect(newUnits).toEqual([]);
  });

  it('founds a unit that nobody knew, once, however often and in whatever spelling it is named', () => {
    const { record, newUnits } = buildFrom('activity', {
      title: '活动',
      hosts: ['市Ａ局', '市 a 局'],
      participants: ['市A局', '市B局'],
    });
    expect(newUnits).toMatchObject([
      { id: 'new-2', names: [{ name: '市Ａ局', kind: 'full' }], revision: 1, createdBy: FIRST.by },
      { id: 'new-3', names: [{ name: '市B局', kind: 'full' }] },
    ]);
    expect(record).toMatchObject({
      hosts: [{ unitId: 'new-2' }, { printed: '市 a 局', unitId: 'new-2' }],
      participants: [{ unitId: 'new-2' }, { unitId: 'new-3' }],
    });
  });

  it('does not take a deleted unit for its body', () => {
    const gone = unit('unit-gone', '市财政局', { deletedAt: FIRST.at });
    const { newUnits } = buildFrom('plan', { title: '办法', issuers: ['市财政局'] }, { units: [gone] });
    expect(newUnits).toHaveLength(1);
  });

  it('takes individual recipients for persons, who are no units, and awarding bodies for units', () => {
    const { record, newUnits } = buildFrom('honor', {
      title: '先进',
      collective: false,
      recipients: ['示例甲某', '市人社局'],
      awardedBy: ['市总工会'],
    });
    expect(record).toMatchObject({
      recipients: [
        { printed: '示例甲某', unitId: null },
        { printed: '市人社局', unitId: null },
      ],
      awardedBy: [{ printed: '市总工会', unitId: 'new-2' }],
    });
    expect(newUnits.map(({ names }) => names[0]?.name)).toEqual(['市总工会']);
  });
});

describe('a name that two units had one after the other', () => {
  const units = [
    unit('unit-old', [{ name: '示例局', kind: 'full', to: date('2018年12月31日') }]),
    unit('unit-new', [{ name: '示例局', kind: 'full', from: date('2019年1月1日') }]),
  ];

  it('stands for the unit that had it on the date of the record', () => {
    const standsFor = (kind: 'honor' | 'plan', input: object) =>
      buildFrom(kind, { title: '示例', ...input }, { units }).record;
    expect(standsFor('honor', { date: '2015年', recipients: ['示例局'] })).toMatchObject({
      recipients: [{ unitId: 'unit-old' }],
    });
    expect(standsFor('honor', { date: '2021年5月', recipients: ['示例局'] })).toMatchObject({
      recipients: [{ unitId: 'unit-new' }],
    });
    expect(standsFor('plan', { issued: '2010年', issuers: ['示例局'] })).toMatchObject({
      issuers: [{ unitId: 'unit-old' }],
    });
  });

  it('stands for the unit that had it when a post began', () => {
    const posts = [
      { unit: '示例局', post: '科员', from: '2012年', to: '2016年' },
      { unit: '示例局', post: '科长', from: '2020年' },
    ];
    expect(buildFrom('person', { title: '示例甲某', posts }, { units }).record).toMatchObject({
      posts: [{ unit: { unitId: 'unit-old' } }, { unit: { unitId: 'unit-new' } }],
    });
  });
});

describe('a changed record', () => {
  const before = honor();

  it('is the next revision of the same record', () => {
    const { record } = buildFrom('honor', { id: 'another-id', title: '改过的题名' }, { before });
    expect(record).toMatchObject({
      id: before.id,
      title: '改过的题名',
      revision: 2,
      createdAt: FIRST.at,
      createdBy: FIRST.by,
      updatedAt: LATER.at,
      updatedBy: LATER.by,
    });
  });

  it('goes on standing for the same unit when that unit was renamed', () => {
    const renamed = UNITS.map((each) => (each.id === 'unit-rsj' ? unit('unit-rsj', '菏泽市人社和医保局') : each));
    const { record, newUnits } = buildFrom('honor', toBoundaryRecord(before), { before, units: renamed });
    expect(record).toMatchObject({ recipients: [{ printed: '市人社局', unitId: 'unit-rsj' }] });
    expect(newUnits).toEqual([]);
  });

  it('goes on standing for the same unit when another took over the name', () => {
    const units = [
      ...UNITS.filter(({ id }) => id !== 'unit-rsj'),
      unit('unit-rsj', '新名'),
      unit('unit-x', '市人社局'),
    ];
    const { record } = buildFrom('honor', toBoundaryRecord(before), { before, units });
    expect(record).toMatchObject({ recipients: [{ unitId: 'unit-rsj' }] });
    expect(buildFrom('honor', toBoundaryRecord(before), { units }).record).toMatchObject({
      recipients: [{ unitId: 'unit-x' }],
    });
  });

  it('takes its recipients for units when they are no longer individuals, and the other way round', () => {
    const person = honor({ collective: false, recipients: [recipient('市人社局')] });
    const input = { title: '先进', recipients: ['市人社局'] };
    expect(buildFrom('honor', input, { before: person }).record).toMatchObject({
      recipients: [{ unitId: 'unit-rsj' }],
    });
    expect(buildFrom('honor', { ...input, collective: false }, { before }).record).toMatchObject({
      recipients: [{ unitId: null }],
    });
  });
});

/** What a record says, without whose work it is. */
function contentOf(entry: Entry): object {
  const { revision: _r, createdAt: _ca, createdBy: _cb, updatedAt: _ua, updatedBy: _ub, ...content } = entry;
  return content;
}

describe('a record that goes out to its boundary and comes back', () => {
  it.each<readonly [string, Entry]>([
    ['an honour', honor()],
    ['an honour of one person', honor({ collective: false, recipients: [recipient('示例甲某')] })],
    ['an honour of unknown level and date', honor({ level: null, awardedBy: [], date: UNKNOWN_DATE, works: [] })],
    ['an honour whose year came from its sheet', honor({ date: { ...date('2023年5月'), raw: '5月' } })],
    ['an honour without a year', honor({ date: date('5月4日') })],
    ['an honour of a school year', honor({ date: date('2022-2023学年') })],
    ['an honour with rare characters', honor({ title: '𠮷 𬭎 暖1℃ “荷力争先”' })],
    ['a plan', plan()],
    ['a plan with every date', plan({ expires: date('2025.12.31'), status: '已废止', planKind: '机制' })],
    ['an activity', activity()],
    ['an activity of nobody knows how many', activity({ headcount: null, participants: [], date: date('不详') })],
    ['an activity that nobody came to', activity({ headcount: 0 })],
  ])('says the same: %s', (_, entry) => {
    const json: unknown = JSON.parse(JSON.stringify(toBoundaryRecord(entry)));
    const { draft } = readGood(entry.kind, json);
    const units = createUnitDirectory(UNITS);
    const authorities = createAuthorities({ units, people: [], programmes: [], rulebook: null });
    const again = buildRecord(draft, null, authorities, LATER, countingIds());
    expect(contentOf(again.record)).toEqual(contentOf(entry));
    expect(again.newUnits).toEqual([]);
    expect(v.parse(archiveRecordSchema, again.record)).toEqual(again.record);
  });

  it('has no bookkeeping and no ids of units there', () => {
    const text = JSON.stringify([honor(), plan(), activity()].map(toBoundaryRecord));
    expect(text).not.toMatch(/unitId|revision|createdAt|updatedBy|deletedAt/);
    expect(toBoundaryRecord(honor())).toMatchObject({ id: 'honor-1', recipients: ['市人社局'] });
  });
});
