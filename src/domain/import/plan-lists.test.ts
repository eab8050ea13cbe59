import { describe, expect, it } from 'vitest';
import type { Entry } from '../records/archive-record.ts';
import { buildFrom, TODAY, unit, UNITS } from '../records/record-fixtures.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import type { EntryChoice } from './import-plan.ts';
import type { ImportRow } from './import-row.ts';
import { NO_CHOICES, type PlanContext } from './plan-import.ts';
import { layOutPlan } from './plan-lists.ts';

const ALL_UNITS = [...UNITS, unit('unit-water', '示例市水务局'), unit('unit-a', '示例单位甲')];

type Fields = Readonly<Record<string, unknown>>;
const GOOD = { title: '示例文明单位', date: '2021年6月28日', recipients: ['示例市水务局'], level: '市厅级' };
const VAGUE = { ...GOOD, date: '2021年6月' };
const OTHER = { title: '示例先进集体', date: '2019年', recipients: ['示例单位甲'] };

function row(number: number, fields: Fields, more: Partial<ImportRow> = {}): ImportRow {
  return {
    sheet: '荣誉',
    row: number,
    isHidden: false,
    status: 'ok',
    records: [{ kind: 'honor', fields, origins: {} }],
    problems: [],
    concerns: [],
    originals: [String(fields['title']), '原样'],
    ...more,
  };
}

function record(id: string, fields: Fields, content: Partial<Entry> = {}): Entry {
  return { ...buildFrom('honor', fields, { units: ALL_UNITS }).record, id, ...content } as Entry;
}

function lay(rows: readonly ImportRow[], entries: readonly Entry[] = [], more: Partial<PlanContext> = {}) {
  const context: PlanContext = {
    file: { name: '示例.xlsx', sha256: 'a'.repeat(64), format: 'xlsx' },
    today: TODAY,
    entries,
    units: createUnitDirectory(ALL_UNITS),
    placeOf: () => null,
    areDistinct: () => false,
    ...more,
  };
  return (choices: ReadonlyMap<string, EntryChoice> = new Map()) =>
    layOutPlan(rows, context, { ...NO_CHOICES, entries: choices });
}

describe('pages of a plan', () => {
  it('hold some entries of one list, in the order of the file, with the cells that they were read from', () => {
    const titles = ['甲', '乙', '丙', '丁', '戊'].map((name) => `示例${name}字荣誉`);
    const { page, view } = lay(titles.map((title, index) => row(index + 2, { title, date: `${2001 + index}年` })))();
    const second = page('new', 2, 2);
    expect(second.total).toBe(5);
    expect(second.entries.map(({ entry }) => entry.draft.title)).toEqual([titles[2], titles[3]]);
    expect(second.entries[0]).toMatchObject({ twin: null, originals: [titles[2], '原样'] });
    expect(page('new', 5, 2)).toEqual({ total: 5, entries: [], rows: [] });
    expect(page('update', 0, 2).total).toBe(0);
    expect(view.kinds).toEqual({ honor: 5, plan: 0, activity: 0 });
  });

  it('hold rejected rows as they are', () => {
    const bad = row(3, { title: '' });
    const { page, view } = lay([row(2, OTHER), bad])();
    expect(page('rejected', 0, 10)).toMatchObject({ total: 1, entries: [], rows: [{ row: 3, status: 'rejected' }] });
    expect(view.counts).toMatchObject({ rows: 2, added: 1, rejected: 1 });
  });

  it('have the other entry of the file beside one that may be the same', () => {
    const { page, view } = lay([row(2, GOOD), row(3, VAGUE)])();
    const [pair] = page('probable-duplicate', 0, 10).entries;
    expect(pair?.twin?.place).toEqual({ sheet: '荣誉', row: 2 });
    expect(view.doubtful).toEqual([pair?.entry.key]);
  });

  it('find the cells of the second record of a row', () => {
    const two = row(2, GOOD, { records: [GOOD, OTHER].map((fields) => ({ kind: 'honor', fields, origins: {} })) });
    const { page } = lay([two])();
    expect(page('new', 0, 10).entries.map(({ originals }) => originals[0])).toEqual([GOOD.title, GOOD.title]);
  });
});

describe('what is to be looked at', () => {
  const concern = { sheet: '荣誉', row: 2, column: 'B', field: 'date', text: '202106', value: '2021年6月' };
  const doubted = row(2, OTHER, { concerns: [{ ...concern, code: 'digits-run-together' }] });

  it('is what would come in', () => {
    expect(lay([doubted])().view.concerns).toBe(1);
  });

  it('is not what the archive has already', () => {
    const { view } = lay([doubted], [record('honor-a', OTHER)])();
    expect(view.counts.unchanged).toBe(1);
    expect(view.concerns).toBe(0);
  });

  it('is what somebody edited since it came from the same row', () => {
    const edited = record('honor-a', { ...OTHER, date: '2018年' }, { revision: 2 });
    const origin = { fileName: '示例.xlsx', fileSha256: 'a'.repeat(64), sheet: '荣誉', row: 2 };
    const { view, page } = lay([doubted], [edited], { placeOf: () => origin })();
    expect(view.counts.unchanged).toBe(1);
    expect(page('concerns', 0, 10).entries).toHaveLength(1);
  });
});

describe('a choice that does not fit any more', () => {
  const key = '荣誉!A2';
  const unfit = (choice: EntryChoice, entries: readonly Entry[], fields: Fields = VAGUE) =>
    lay([row(2, fields)], entries)(new Map([[key, choice]])).view.unfit;
  const takeFields: EntryChoice = { do: 'take-fields', id: 'honor-a', fields: ['level'] };
  const known = record('honor-a', GOOD);

  it('is one of fields for a record that is no longer its twin', () => {
    expect(unfit(takeFields, [known])).toEqual([]);
    expect(unfit(takeFields, [record('honor-b', GOOD)])).toEqual([key]);
    expect(unfit(takeFields, [])).toEqual([key]);
  });

  it('is to add what would be added anyway, or may now be a duplicate', () => {
    expect(unfit({ do: 'add' }, [])).toEqual([key]);
    expect(unfit({ do: 'add' }, [known])).toEqual([key]);
    expect(unfit({ do: 'add' }, [known], GOOD)).toEqual([]);
  });

  it('is to tell apart what has no twin, or to leave out what stays out', () => {
    expect(unfit({ do: 'add-as-different' }, [known])).toEqual([]);
    expect(unfit({ do: 'add-as-different' }, [])).toEqual([key]);
    expect(unfit({ do: 'leave-out' }, [])).toEqual([]);
    expect(unfit({ do: 'leave-out' }, [known], GOOD)).toEqual([key]);
  });

  it('is one of a row that is not there', () => {
    expect(lay([row(5, OTHER)])(new Map([[key, { do: 'leave-out' }]])).view.unfit).toEqual([key]);
  });
});
