import { describe, expect, it } from 'vitest';
import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { TEXT_LIMITS } from './draft-fields.ts';
import { problemsOf, readGood } from './record-fixtures.ts';
import { ENTRY_KINDS } from './record-base.ts';

const fieldsOf = (kind: (typeof ENTRY_KINDS)[number], input: unknown) =>
  problemsOf(kind, input).map(({ code, field }) => `${field}: ${code}`);

describe('a draft', () => {
  it('needs a title and nothing else', () => {
    expect(readGood('honor', { title: '先进' })).toEqual({
      draft: {
        kind: 'honor',
        title: '先进',
        date: UNKNOWN_DATE,
        dateMeaning: '不详',
        recipients: [],
        collective: true,
        awardedBy: [],
        level: null,
        levelReason: '',
        programme: null,
        round: '',
        documentNo: '',
        documentTitle: '',
        certificateNo: '',
        carriers: [],
        location: '',
        verification: '待核实',
        statusEvents: [],
        works: [],
        organTypes: [],
        note: '',
        source: '',
      },
      notices: [],
    });
    expect(readGood('plan', { title: '办法' }).draft).toMatchObject({ planKind: '其他', status: '不详' });
    expect(readGood('activity', { title: '活动' }).draft).toMatchObject({ headcount: null, hosts: [], summary: '' });
  });

  it.each(ENTRY_KINDS)('of %s is refused without a title, with an empty one and with one of blanks', (kind) => {
    for (const input of [{}, { title: '' }, { title: ' \u3000\n\t' }, { title: '\u200b\ufeff\u0000' }]) {
      expect(fieldsOf(kind, input)).toEqual(['title: required']);
    }
  });

  it.each([[null], [undefined], ['text'], [5], [true], [[]], [[{ title: '先进' }]]])('is no %j', (input) => {
    expect(problemsOf('honor', input)).toEqual([{ code: 'not-a-record', field: '' }]);
  });

  it('takes blank fields that are null for empty ones', () => {
    const { draft } = readGood('plan', {
      title: '办法',
      planKind: null,
      documentNo: null,
      issued: null,
      effective: null,
      status: null,
      note: null,
    });
    expect(draft).toMatchObject({ planKind: '其他', documentNo: '', issued: UNKNOWN_DATE, status: '不详', note: '' });
    expect(readGood('honor', { title: '先进', level: null, date: null }).draft).toMatchObject({ level: null });
    expect(readGood('activity', { title: '活动', headcount: null }).draft).toMatchObject({ headcount: null });
  });

  it('refuses null where it has no meaning, naming the field', () => {
    expect(fieldsOf('honor', { title: null, recipients: null, collective: null, works: null, id: null })).toEqual([
      'id: bad-id',
      'title: not-text',
      'recipients: not-a-list',
      'collective: not-a-choice',
      'works: not-a-list',
    ]);
  });

  it('may name its kind, but no other', () => {
    expect(readGood('plan', { kind: 'plan', title: '办法' }).draft.kind).toBe('plan');
    expect(fieldsOf('plan', { kind: 'honor', title: '办法' })).toEqual(['kind: not-a-choice']);
  });

  it('may have an id of letters, digits, - and _', () => {
    expect(readGood('honor', { id: 'seed-honor_001', title: '先进' }).draft.id).toBe('seed-honor_001');
    for (const id of ['', 'ab', '-abc', 'a b c', '荣誉一', '../abc', 'x'.repeat(65), 5, {}]) {
      expect(fieldsOf('honor', { id, title: '先进' })).toEqual(['id: bad-id']);
    }
  });
});

describe('unknown fields', () => {
  it('are refused by name, all of them', () => {
    expect(fieldsOf('honor', { title: '先进', titel: 'x', Date: '2023' })).toEqual([
      'titel: unknown-field',
      'Date: unknown-field',
    ]);
  });

  it('are refused whatever all objects inherit under that name', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const input: unknown = JSON.parse(`{"title":"先进","${key}":{"title":"x"}}`);
      expect(fieldsOf('honor', input)).toEqual([`${key}: unknown-field`]);
    }
  });

  it('do not change what all objects inherit, nor give a record its title', () => {
    const input: unknown = JSON.parse('{"__proto__":{"title":"先进","polluted":true}}');
    expect(fieldsOf('honor', input)).toEqual(['title: required', '__proto__: unknown-field']);
    expect('polluted' in {}).toBe(false);
  });

  it('are fields of another kind, too', () => {
    expect(fieldsOf('plan', { title: '办法', level: '国家级' })).toEqual(['level: unknown-field']);
  });
});

describe('the text of a draft', () => {
  it('is cleaned, with a notice that names the field', () => {
    const { draft, notices } = readGood('honor', {
      title: '全国\u0000先进',
      recipients: ['市人社局', '市\ud842财政局'],
      note: '一\r\n二\u0007',
      date: '2023\u200b年',
    });
    expect(draft).toMatchObject({
      title: '全国先进',
      recipients: [{ name: '市人社局' }, { name: '市财政局' }],
      note: '一\n二',
      date: { raw: '2023年', precision: 'year' },
    });
    expect(notices).toEqual([
      { code: 'control-characters', field: 'title' },
      { code: 'lone-surrogates', field: 'recipients[1]' },
      { code: 'control-characters', field: 'note' },
      { code: 'control-characters', field: 'date' },
    ]);
  });

  it('keeps characters outside the BMP', () => {
    const { draft, notices } = readGood('activity', { title: '𠮷 𬭎 👨‍👩‍👧', place: '𬭎' });
    expect(draft).toMatchObject({ title: '𠮷 𬭎 👨‍👩‍👧', place: '𬭎' });
    expect(notices).toEqual([]);
  });

  it('has lines only in note, source and summary', () => {
    const { draft } = readGood('activity', { title: '一\n二', place: '一\n二', summary: '一\n二', source: '一\n二' });
    expect(draft).toMatchObject({ title: '一 二', place: '一 二', summary: '一\n二', source: '一\n二' });
  });

  it.each([
    ['honor', 'title', TEXT_LIMITS.title],
    ['honor', 'documentNo', TEXT_LIMITS.documentNo],
    ['honor', 'note', TEXT_LIMITS.prose],
    ['honor', 'source', TEXT_LIMITS.prose],
    ['activity', 'summary', TEXT_LIMITS.prose],
    ['activity', 'place', TEXT_LIMITS.phrase],
    ['activity', 'series', TEXT_LIMITS.phrase],
    ['activity', 'episode', TEXT_LIMITS.phrase],
  ] as const)('of %s %s may be as long as its limit, and 100,000 characters are refused', (kind, field, limit) => {
    expect(readGood(kind, { title: '先进', [field]: '荣'.repeat(limit) }).draft).toHaveProperty(field);
    for (const length of [limit + 1, 100_000]) {
      const problems = problemsOf(kind, { title: '先进', [field]: '荣'.repeat(length) });
      expect(problems).toEqual([{ code: 'too-long', field, limit, value: '荣'.repeat(40) }]);
    }
  });

  it('is measured after it was cleaned', () => {
    const title = `${'荣'.repeat(TEXT_LIMITS.title)}${'\u0000'.repeat(1000)}${' '.repeat(1000)}`;
    expect(readGood('honor', { title }).draft.title).toHaveLength(TEXT_LIMITS.title);
  });

  it('of 100,000 characters is refused in a name and in a date', () => {
    const long = '荣'.repeat(100_000);
    expect(fieldsOf('honor', { title: '先进', recipients: ['甲', long] })).toEqual(['recipients[1]: too-long']);
    expect(fieldsOf('honor', { title: '先进', date: long })).toEqual(['date: date-too-long']);
  });
});

describe('lists of a draft', () => {
  it('lose blank names and repetitions and keep their order', () => {
    const { draft } = readGood('honor', { title: '先进', awardedBy: ['乙', ' ', '甲', '乙 ', '', '\u200b'] });
    expect(draft).toMatchObject({ awardedBy: ['乙', '甲'] });
    expect(readGood('honor', { title: '先进', works: ['政治建设', '为民服务', '政治建设'] }).draft).toMatchObject({
      works: ['政治建设', '为民服务'],
    });
  });

  it('hold at most 500 names', () => {
    const names = Array.from({ length: 501 }, (_, index) => `单位${index}`);
    expect(readGood('honor', { title: '先进', recipients: names.slice(1) }).draft).toHaveProperty('recipients');
    expect(problemsOf('honor', { title: '先进', recipients: names })).toEqual([
      { code: 'too-many', field: 'recipients', limit: 500 },
    ]);
  });
});

describe('values of the wrong type', () => {
  const WRONG: Readonly<Record<string, readonly unknown[]>> = {
    title: [5, true, [], {}],
    level: [5, true, {}, '宇宙级', '国'],
    awardedBy: ['甲', 5, {}],
    recipients: ['甲', true],
    collective: ['true', 1, 'yes', []],
    documentNo: [5, [], {}],
    date: [5, true, ['2023']],
    works: ['政治建设', {}, 5],
    note: [5, []],
    source: [{}, false],
  };

  it.each(Object.entries(WRONG))('are refused for %s, naming it', (field, values) => {
    for (const value of values) {
      const problems = problemsOf('honor', { title: '先进', [field]: value });
      expect(problems.map((problem) => problem.field)).toEqual([field]);
      expect(problems[0]?.code).toMatch(/^not-/);
    }
  });

  it.each([
    ['plan', 'planKind', '计划'],
    ['plan', 'planKind', 5],
    ['plan', 'status', '有效'],
    ['activity', 'headcount', '120'],
    ['activity', 'headcount', 1.5],
    ['activity', 'headcount', -1],
    ['activity', 'headcount', 1e9],
    ['activity', 'headcount', Number.NaN],
  ] as const)('are refused for %s %s: %s', (kind, field, value) => {
    expect(problemsOf(kind, { title: '先进', [field]: value }).map((problem) => problem.field)).toEqual([field]);
  });

  it('are all reported at once, items of lists by their place', () => {
    const input = {
      recipients: ['甲', '乙', 5, null],
      awardedBy: [[], '荣'.repeat(201)],
      works: ['政治建设', '别的工作'],
      level: '宇宙级',
      date: '2023年13月',
      documentNo: 5,
      titel: '先进',
    };
    expect(fieldsOf('honor', input)).toEqual([
      'title: required',
      'date: impossible-date',
      'recipients[2]: not-text',
      'recipients[3]: not-text',
      'awardedBy[0]: not-text',
      'awardedBy[1]: too-long',
      'level: not-a-choice',
      'documentNo: not-text',
      'works[1]: not-a-choice',
      'titel: unknown-field',
    ]);
  });
});

describe('the level of a draft', () => {
  it.each([
    ['国家级', '国家级'],
    ['全国', '国家级'],
    ['省级', '省部级'],
    ['省', '省部级'],
    ['市', '市厅级'],
    [' 市级 ', '市厅级'],
    ['', null],
    [null, null],
  ])('%j is %j', (level, read) => {
    expect(readGood('honor', { title: '先进', level }).draft).toMatchObject({ level: read });
  });

  it('is shown when it is refused', () => {
    expect(problemsOf('honor', { title: '先进', level: '宇宙级' })).toEqual([
      { code: 'not-a-choice', field: 'level', value: '宇宙级' },
    ]);
    expect(fieldsOf('honor', { title: '先进', level: 'constructor' })).toEqual(['level: not-a-choice']);
  });
});
