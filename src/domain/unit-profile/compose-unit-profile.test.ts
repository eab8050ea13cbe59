import { describe, expect, it } from 'vitest';
import { chaptersInShort } from '../document/document-fixtures.ts';
import type { RecordId, UnitId } from '../records/record-base.ts';
import { date, honor, recipient, unit } from '../records/record-fixtures.ts';
import { bare, pointTo } from '../units/unit-fixtures.ts';
import { composeUnitProfile } from './compose-unit-profile.ts';
import type { UnitProfileOptions } from './unit-profile-options.ts';

const named = (printed: string, id: string) => ({ printed, unitId: id as UnitId });
const won = (id: string, day: string, by: string, content = {}) =>
  honor({
    id: id as RecordId,
    title: `示例荣誉${id}`,
    date: date(day),
    recipients: [recipient(by, by === '示例市人社局' ? 'unit-a' : 'unit-b')],
    awardedBy: [{ printed: '示例省委', unitId: 'unit-z' as UnitId }],
    ...content,
  });
const RECORDS = [
  unit('unit-a', [
    { name: '示例市人力资源和社会保障局', kind: 'full', from: date('2010年') },
    { name: '示例市人社局', kind: 'short' },
    { name: '示例市人设局', kind: 'misspelling' },
  ]),
  unit('unit-b', '示例市人事局'),
  bare('unitChange', 'c-1', {
    change: '合并',
    date: date('2010年3月'),
    from: [named('示例市人事局', 'unit-b'), named('示例市劳动局', 'unit-c')],
    to: [named('示例市人力资源和社会保障局', 'unit-a')],
    basis: '示编发〔2010〕3号',
  }),
  won('h-2', '2023.5.4', '示例市人社局', { verification: '已核实' }),
  won('h-1', '2009年', '示例市人事局', { level: '省部级', documentNo: '' }),
  won('h-3', '5月', '示例市人社局'),
  won('h-4', '2023年', '示例市人社局'),
  bare('attachment', 'att-1', { owner: pointTo('h-2'), role: '证书' }),
];
const OPTIONS: UnitProfileOptions = {
  unit: { name: '示例市人力资源和社会保障局', ids: ['unit-a', 'unit-b'] },
  window: { from: '2000-01-01', to: '2023-12-31' },
  level: null,
  includeUndated: false,
  includeGaps: true,
  title: '示例市人力资源和社会保障局荣誉简介',
  editor: '示例单位',
  compiledOn: '2026-11-30',
};

describe('the profile of a unit', () => {
  it('has the line of its names, its honours counted and in order, and what evidence is missing', () => {
    const { tree, chosen, omittedUndated } = composeUnitProfile(RECORDS, OPTIONS);
    expect(chosen.map(({ id }) => id)).toEqual(['h-1', 'h-2', 'h-4']);
    expect(omittedUndated).toBe(1);
    const chapters = chaptersInShort(tree);
    expect(chapters['一、名称沿革']).toEqual([
      '现用名称为示例市人力资源和社会保障局，简称示例市人社局。',
      '2010年3月，示例市人事局、示例市劳动局合并为示例市人力资源和社会保障局（示编发〔2010〕3号）。',
    ]);
    expect(chapters['二、荣誉概况']?.[0]).toBe(
      '2000—2023年获得荣誉3项，均为集体荣誉。按级别分，国家级2项、省部级1项。含其前身获得的荣誉。',
    );
    expect(chapters['三、荣誉名录']?.[0]).toEqual([
      '1 2009年 示例荣誉h-1 省部级 示例市人事局 示例省委',
      '2 2023年\n5月4日 示例荣誉h-2 国家级 示例市人力资源和社会保障局 示例省委\n中组发〔2021〕5号',
      '3 2023年 示例荣誉h-4 国家级 示例市人力资源和社会保障局 示例省委\n中组发〔2021〕5号',
    ]);
    expect(chapters['四、待补证据']).toEqual([
      '缺证书附件：第1、3项。',
      '缺文号：第1项。',
      '待核实：第1、3项。',
      '示例单位　2026年11月30日',
    ]);
  });

  it('tells what became of a unit that is no more, and gives it no present name', () => {
    const { tree } = composeUnitProfile(RECORDS, { ...OPTIONS, unit: { name: '示例市人事局', ids: ['unit-b'] } });
    expect(chaptersInShort(tree)['一、名称沿革']).toEqual([
      '原名称为示例市人事局。',
      '2010年3月，示例市人事局、示例市劳动局合并为示例市人力资源和社会保障局（示编发〔2010〕3号）。',
    ]);
  });

  it('leaves the evidence out, and says so when a unit has won nothing', () => {
    const { tree } = composeUnitProfile(RECORDS, { ...OPTIONS, includeGaps: false, includeUndated: true });
    expect(Object.keys(chaptersInShort(tree))).toEqual(['一、名称沿革', '二、荣誉概况', '三、荣誉名录']);
    const none = composeUnitProfile(RECORDS, { ...OPTIONS, window: { from: '1990-01-01', to: '1990-12-31' } });
    expect(chaptersInShort(none.tree)['二、荣誉概况']).toEqual([
      '1990年没有收录荣誉。含其前身获得的荣誉。',
      '示例单位　2026年11月30日',
    ]);
  });
});
