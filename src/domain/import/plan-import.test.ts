import { describe, expect, it } from 'vitest';
import type { Entry } from '../records/archive-record.ts';
import { buildFrom, TODAY, unit, UNITS } from '../records/record-fixtures.ts';
import type { Unit } from '../records/unit.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { commitOf } from './commit-of.ts';
import type { EntryChoice, ImportChoices } from './import-plan.ts';
import type { ImportRow } from './import-row.ts';
import { NO_CHOICES, planImport, type PlanContext } from './plan-import.ts';
import { rowKey } from './row-key.ts';

const FILE = { name: '示例.xlsx', sha256: 'a'.repeat(64), format: 'xlsx' } as const;
const WATER = '示例市水务局';
const GOOD = {
  title: '示例文明单位',
  date: '2021年6月28日',
  recipients: [WATER],
  level: '市厅级',
  awardedBy: ['示例市人民政府'],
};

type Fields = Readonly<Record<string, unknown>>;

function row(number: number, fields: Fields, more: Partial<ImportRow> = {}): ImportRow {
  return {
    sheet: '荣誉',
    row: number,
    isHidden: false,
    status: 'ok',
    records: [{ kind: 'honor', fields, origins: { title: [0], date: [1] } }],
    problems: [],
    concerns: [],
    originals: [fields['title'] as string, fields['date'] as string, 'x'],
    ...more,
  };
}

function record(id: string, fields: Fields, content: Partial<Entry> = {}): Entry {
  const { record: built } = buildFrom('honor', fields, { units: ALL_UNITS });
  return { ...built, id: id as Entry['id'], ...content } as Entry;
}

const ALL_UNITS: readonly Unit[] = [...UNITS, unit('unit-water', WATER), unit('unit-city', '示例市人民政府')];

function archiveOf(entries: readonly Entry[], more: Partial<PlanContext> = {}): PlanContext {
  return {
    file: FILE,
    today: TODAY,
    entries,
    units: createUnitDirectory(ALL_UNITS),
    placeOf: () => null,
    areDistinct: () => false,
    ...more,
  };
}

function outcomes(rows: readonly ImportRow[], archive = archiveOf([]), choices = NO_CHOICES) {
  return planImport(rows, archive, choices).entries.map(({ outcome }) => outcome);
}

const choose = (key: string, choice: EntryChoice): ImportChoices => ({
  ...NO_CHOICES,
  entries: new Map([[key, choice]]),
});

describe('the same file again', () => {
  const origin = { fileName: FILE.name, fileSha256: FILE.sha256, sheet: '荣誉', row: 2 };
  const placed = { placeOf: () => origin };

  it('changes nothing', () => {
    const known = record('honor-a', GOOD);
    expect(outcomes([row(2, GOOD)], archiveOf([known], placed))).toEqual([
      { type: 'unchanged', twin: { in: 'archive', id: 'honor-a', revision: 1 } },
    ]);
  });

  it('updates what it says otherwise, and nothing that it does not say', () => {
    const known = record('honor-a', { ...GOOD, note: '示例' });
    const plan = planImport([row(2, { ...GOOD, level: '省部级' })], archiveOf([known], placed), NO_CHOICES);
    expect(plan.entries[0]?.outcome).toEqual({ type: 'update', id: 'honor-a', revision: 1, fields: ['level'] });
    expect(commitOf(plan, NO_CHOICES, { onlySure: true }).updates).toMatchObject([
      { id: 'honor-a', fields: ['level'] },
    ]);
  });

  it('leaves a record as it is that a person has edited, and says so', () => {
    const known = record('honor-a', { ...GOOD, title: '示例文明单位标兵' }, { revision: 2 });
    const { entries } = planImport([row(2, GOOD)], archiveOf([known], placed), NO_CHOICES);
    expect(entries).toMatchObject([
      { outcome: { type: 'unchanged' }, concerns: [{ code: 'edited-since-import', field: 'title', row: 2 }] },
    ]);
  });

  it('brings back what was deleted, unless a person keeps it apart from another', () => {
    const gone = record('honor-a', GOOD, { deletedAt: '2026-11-24T09:30:00.000Z' });
    const other = record('honor-b', { ...GOOD, date: '2021年6月' });
    const context = archiveOf([gone, other], { placeOf: ({ id }) => (id === gone.id ? origin : null) });
    expect(outcomes([row(2, GOOD)], context)).toMatchObject([{ type: 'probable-duplicate' }]);
    const areDistinct = (a: string, b: string) => [a, b].toSorted().join() === 'honor-a,honor-b';
    expect(outcomes([row(2, GOOD)], { ...context, areDistinct })).toEqual([{ type: 'new' }]);
  });

  it('knows each of several records of one row again', () => {
    const proposed = ['示例甲', '示例乙'].map((title) => ({
      kind: 'honor' as const,
      fields: { ...GOOD, title },
      origins: {},
    }));
    const known = [record('honor-b', { ...GOOD, title: '示例乙' }), record('honor-a', { ...GOOD, title: '示例甲' })];
    expect(outcomes([row(2, GOOD, { records: proposed })], archiveOf(known, placed))).toMatchObject([
      { type: 'unchanged', twin: { id: 'honor-a' } },
      { type: 'unchanged', twin: { id: 'honor-b' } },
    ]);
  });
});

describe('a ledger that was saved again with more rows', () => {
  it('has its known rows unchanged, each for one record, and the rest new', () => {
    const known = record('honor-a', GOOD);
    const rows = [row(2, GOOD), row(3, GOOD), row(4, { ...GOOD, title: '示例先进集体' })];
    expect(outcomes(rows, archiveOf([known]))).toMatchObject([
      { type: 'unchanged', twin: { id: 'honor-a' } },
      { type: 'exact-duplicate', twin: { id: 'honor-a' } },
      { type: 'new' },
    ]);
  });
});

describe('duplicates', () => {
  it.each<[string, Fields]>([
    ['marks and width', { title: '“示例 文明单位”' }],
    ['the form of the date', { date: '2021.6.28' }],
    ['what only one says', { level: null, awardedBy: [], documentNo: '示发〔2021〕1号' }],
  ])('are exact apart from %s', (_, change) => {
    expect(outcomes([row(2, GOOD), row(3, { ...GOOD, ...change })])).toMatchObject([
      { type: 'new' },
      { type: 'exact-duplicate', twin: { in: 'file', key: '荣誉!A2' } },
    ]);
  });

  it('are exact by any name of a unit', () => {
    const known = record('honor-a', { ...GOOD, recipients: ['菏泽市人力资源和社会保障局'] });
    expect(outcomes([row(2, { ...GOOD, recipients: ['市人社局'] })], archiveOf([known]))).toMatchObject([
      { type: 'exact-duplicate' },
    ]);
  });

  it.each<[string, Fields, object]>([
    ['a vaguer date', { date: '2021年' }, { date: 'vaguer', name: 'same', year: 'same' }],
    ['a slip in the unit', { recipients: ['示例市水务务局'] }, { name: 'slip', title: 'same' }],
    ['a slip in the title', { title: '示例文明单伟' }, { title: 'similar', date: 'same' }],
    ['a place in front', { title: '全国示例文明单位' }, { title: 'contains' }],
    ['some of the recipients', { recipients: [WATER, '市人社局'] }, { name: 'part' }],
    ['another level by the same body', { level: '省部级' }, { title: 'same' }],
    ['no date', { date: '' }, { date: 'unknown', year: 'unknown' }],
  ])('are probable for %s', (_, change, reason) => {
    expect(outcomes([row(2, GOOD), row(3, { ...GOOD, ...change })])[1]).toMatchObject({
      type: 'probable-duplicate',
      twin: { in: 'file', key: '荣誉!A2' },
      reason,
    });
  });

  it.each<[string, Fields]>([
    ['another year', { date: '2022年6月28日' }],
    ['another recipient', { recipients: ['示例市税务局'] }],
    ['another round', { round: '第四届' }],
    ['another step', { title: '示例文明单位标兵' }],
    ['another level by another body', { level: '省部级', awardedBy: ['示例省人民政府'] }],
    ['another number and day', { documentNo: '示发〔2021〕2号', date: '2021年7月1日' }],
  ])('are none with %s', (_, change) => {
    const first = row(2, { ...GOOD, round: '第三届', documentNo: '示发〔2021〕1号' });
    const second = row(3, { ...GOOD, round: '第三届', documentNo: '示发〔2021〕1号', ...change });
    expect(outcomes([first, second])).toEqual([{ type: 'new' }, { type: 'new' }]);
  });

  it('keep a plan and an honour apart', () => {
    const plan = row(3, {}, { records: [{ kind: 'plan', fields: { title: GOOD.title }, origins: {} }] });
    expect(outcomes([row(2, { title: GOOD.title }), plan])).toEqual([{ type: 'new' }, { type: 'new' }]);
  });
});

describe('names that stand for no unit', () => {
  const slip = '示例市水务务局';
  const rows = [
    row(2, { ...GOOD, recipients: [slip] }),
    row(3, { ...GOOD, title: '示例', recipients: [slip, '示例新局'] }),
  ];

  it('are listed once each with their uses and likely units', () => {
    expect(planImport(rows, archiveOf([]), NO_CHOICES).unknownUnits).toEqual([
      { name: slip, uses: 2, similar: [{ unit: { in: 'archive', id: 'unit-water' }, isSlip: true }] },
      { name: '示例新局', uses: 1, similar: [] },
    ]);
  });

  it('count as the unit that they are linked to, which is to have the name', () => {
    const choices = { ...NO_CHOICES, units: new Map([[slip, { in: 'archive', id: 'unit-water' } as const]]) };
    const archive = archiveOf([record('honor-a', GOOD)]);
    const plan = planImport(rows, archive, choices);
    expect(plan.entries[0]?.outcome).toMatchObject({ type: 'exact-duplicate' });
    expect(commitOf(plan, choices, { onlySure: true }).unitNames).toEqual([
      { unit: { in: 'archive', id: 'unit-water' }, name: slip, kind: 'misspelling' },
    ]);
  });

  it('may be another writing of one that stands in more rows, and count as one with it once they are linked', () => {
    const [right, wrong] = ['示例新局', '示例新新局'];
    const twins = [row(2, { ...GOOD, recipients: [right] }), row(3, { ...GOOD, recipients: [wrong] })];
    const more = row(4, { ...GOOD, title: '示例', recipients: [right] });
    const unlinked = planImport([...twins, more], archiveOf([]), NO_CHOICES);
    const meant = { in: 'file', name: right } as const;
    expect(unlinked.unknownUnits).toEqual([
      { name: right, uses: 2, similar: [] },
      { name: wrong, uses: 1, similar: [{ unit: meant, isSlip: true }] },
    ]);
    expect(unlinked.entries[1]?.outcome.type).toBe('probable-duplicate');
    const linked = planImport([...twins, more], archiveOf([]), { ...NO_CHOICES, units: new Map([[wrong, meant]]) });
    expect(linked.entries[1]?.outcome.type).toBe('exact-duplicate');
  });
});

describe('rejected rows', () => {
  const bad = row(2, { ...GOOD, title: '' }, { status: 'rejected', problems: [] });

  it('stay out until they are mended', () => {
    const plan = planImport([bad], archiveOf([]), NO_CHOICES);
    expect(plan).toMatchObject({ entries: [], rejected: [{ row: 2 }], counts: { rows: 1, rejected: 1, added: 0 } });
    const mended = new Map([[rowKey(bad), [GOOD]]]);
    expect(planImport([bad], archiveOf([]), { ...NO_CHOICES, mended })).toMatchObject({
      entries: [{ draft: { title: GOOD.title }, place: { sheet: '荣誉', row: 2 } }],
      rejected: [],
      counts: { added: 1, rejected: 0 },
    });
  });

  it('are named by their cell when what was typed is no better', () => {
    const mended = new Map([[rowKey(bad), [{ ...GOOD, date: '去年' }]]]);
    const { rejected } = planImport([bad], archiveOf([]), { ...NO_CHOICES, mended });
    expect(rejected[0]?.problems).toMatchObject([
      { field: 'date', column: 'B', text: '去年', code: 'unrecognised-date', repair: { how: 'type-date' } },
    ]);
  });
});

describe('what is committed', () => {
  const rows = [row(2, GOOD), row(3, { ...GOOD, date: '2021年' })];
  const plan = planImport(rows, archiveOf([]), NO_CHOICES);
  const keys = (choices: ImportChoices, onlySure: boolean) =>
    commitOf(plan, choices, { onlySure }).additions.map(({ key }) => key);

  it('has what may be a duplicate only when not only what is sure is wanted', () => {
    expect(keys(NO_CHOICES, true)).toEqual(['荣誉!A2']);
    expect(keys(NO_CHOICES, false)).toEqual(['荣誉!A2', '荣誉!A3']);
  });

  it('goes by what a person has chosen', () => {
    expect(keys(choose('荣誉!A2', { do: 'leave-out' }), true)).toEqual([]);
    const { additions } = commitOf(plan, choose('荣誉!A3', { do: 'add-as-different' }), { onlySure: true });
    expect(additions[1]).toMatchObject({ key: '荣誉!A3', differsFrom: { in: 'file', key: '荣誉!A2' } });
  });

  it('takes chosen fields into the twin in the archive, and into no other', () => {
    const withTwin = planImport(
      [row(3, { ...GOOD, date: '2021年' })],
      archiveOf([record('honor-a', GOOD)]),
      NO_CHOICES,
    );
    const take = (id: string) =>
      commitOf(withTwin, choose('荣誉!A3', { do: 'take-fields', id, fields: ['date'] }), { onlySure: true });
    expect(take('honor-a').updates).toMatchObject([{ id: 'honor-a', revision: 1, fields: ['date'] }]);
    expect(take('honor-b')).toMatchObject({ additions: [], updates: [] });
  });
});
