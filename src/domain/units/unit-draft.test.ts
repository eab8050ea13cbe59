import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { describe, expect, it } from 'vitest';
import { TEXT_LIMITS } from '../records/draft-fields.ts';
import { unit } from '../records/record-fixtures.ts';
import { draftUnitNames, readUnitDraft, unitToDraft, type UnitDraft } from './unit-draft.ts';

function readGood(input: unknown): UnitDraft {
  const read = readUnitDraft(input);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.draft;
}

function problemsOf(input: unknown): readonly string[] {
  const read = readUnitDraft(input);
  return read.ok ? [] : read.error.map(({ code, field }) => `${field}: ${code}`);
}

describe('the draft of a unit', () => {
  it('needs a full name and nothing else', () => {
    expect(readGood({ fullName: ' 菏泽市人社局 ' })).toEqual({
      fullName: '菏泽市人社局',
      shortNames: [],
      aliases: [],
      misspellings: [],
      brands: [],
      note: '',
      source: '',
    });
    for (const input of [{}, { fullName: '' }, { fullName: '\u3000' }]) {
      expect(problemsOf(input)).toEqual(['fullName: required']);
    }
  });

  it('is refused with all its problems at once', () => {
    const long = '局'.repeat(TEXT_LIMITS.name + 1);
    const input = {
      fullName: long,
      shortNames: ['甲', 5],
      aliases: '甲',
      brands: [long],
      note: 5,
      name: 'x',
      kind: 'y',
    };
    expect(problemsOf(input)).toEqual([
      'fullName: too-long',
      'shortNames[1]: not-text',
      'aliases: not-a-list',
      'brands[0]: too-long',
      'note: not-text',
      'name: unknown-field',
      'kind: unknown-field',
    ]);
    expect(problemsOf([])).toEqual([': not-a-record']);
    expect(problemsOf(JSON.parse('{"fullName":"局","__proto__":{}}'))).toEqual(['__proto__: unknown-field']);
  });

  it('is cleaned, with a notice that names the field', () => {
    const read = readUnitDraft({ fullName: '市\u0000局', brands: ['暖1℃', '荷\ud842力'], note: '一\r\n二' });
    expect(read.ok && read.value).toMatchObject({
      draft: { fullName: '市局', brands: ['暖1℃', '荷力'], note: '一\n二' },
      notices: [
        { code: 'control-characters', field: 'fullName' },
        { code: 'lone-surrogates', field: 'brands[1]' },
      ],
    });
  });
});

describe('the names of a unit', () => {
  const names = [
    { name: '菏泽市人力资源和社会保障局', kind: 'full' },
    { name: '市人社局', kind: 'short' },
    { name: '人社局', kind: 'short' },
    { name: '市劳动局', kind: 'alias' },
    { name: '市人杜局', kind: 'misspelling' },
  ] as const;

  it('are the same after they went through a draft', () => {
    const before = unit('unit-1', names, {
      brands: [{ name: '暖1℃', since: UNKNOWN_DATE, summary: '', source: '报道' }],
      note: '一\n二',
      source: '台账',
    });
    const draft = readGood(JSON.parse(JSON.stringify(unitToDraft(before))));
    expect(draftUnitNames(draft)).toMatchObject(names);
    expect(draft).toMatchObject({ brands: ['暖1℃'], note: '一\n二', source: '台账' });
  });

  it('are all kept when there are several full ones: the others were its names, too', () => {
    const draft = unitToDraft(unit('unit-1', [...names, { name: '新全称', kind: 'full' }]));
    expect(draft).toMatchObject({ fullName: '菏泽市人力资源和社会保障局', aliases: ['新全称', '市劳动局'] });
  });

  it('begin with a short one when no full one is known', () => {
    const draft = unitToDraft(unit('unit-1', names.slice(1)));
    expect(draft).toMatchObject({ fullName: '市人社局', shortNames: ['人社局'], aliases: ['市劳动局'] });
  });

  it('leave the full one to be typed when only an alias is known', () => {
    const draft = unitToDraft(unit('unit-1', [{ name: '市劳动局', kind: 'alias' }]));
    expect(draft).toMatchObject({ fullName: '', shortNames: [], aliases: ['市劳动局'] });
    expect(problemsOf(draft)).toEqual(['fullName: required']);
  });

  it('keep their first, stronger kind when they are given twice', () => {
    const draft = readGood({
      fullName: '甲',
      shortNames: ['甲', '乙'],
      aliases: ['乙', '丙'],
      misspellings: ['丙', '甲'],
    });
    expect(draftUnitNames(draft)).toMatchObject([
      { name: '甲', kind: 'full' },
      { name: '乙', kind: 'short' },
      { name: '丙', kind: 'alias' },
    ]);
  });
});
