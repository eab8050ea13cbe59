import { describe, expect, it } from 'vitest';
import type { Entry } from '../records/archive-record.ts';
import { buildFrom, TODAY, unit, UNITS } from '../records/record-fixtures.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import type { ImportRow } from './import-row.ts';
import { NO_CHOICES, planImport, type PlanContext, type RecordOrigin } from './plan-import.ts';

type Fields = Readonly<Record<string, unknown>>;
const ALL_UNITS = [...UNITS, unit('unit-a', '示例单位甲'), unit('unit-b', '示例单位乙')];
const WAS = { title: '示例文明单位', date: '2021年6月', recipients: ['示例单位甲'], level: '市厅级' };
const STAYED = { title: '示例先进集体', date: '2019年5月', recipients: ['示例单位乙'] };
const EARLIER: RecordOrigin = { fileName: '台账.xlsx', fileSha256: 'a'.repeat(64), sheet: '荣誉', row: 2 };

function record(id: string, fields: Fields): Entry {
  return { ...buildFrom('honor', fields, { units: ALL_UNITS }).record, id } as Entry;
}

/** What becomes of the rows of a file after an earlier state of it was imported. */
function outcomes(rows: readonly Fields[], more: Partial<PlanContext> = {}) {
  const sources = rows.map((fields, index): ImportRow => {
    const proposed = { kind: 'honor', fields, origins: {} } as const;
    const said = { problems: [], concerns: [], originals: ['x'], isHidden: false, status: 'ok' } as const;
    return { sheet: '荣誉', row: index + 2, records: [proposed], ...said };
  });
  const context: PlanContext = {
    file: { name: '台账.xlsx', sha256: 'b'.repeat(64), format: 'xlsx' },
    today: TODAY,
    entries: [record('honor-a', WAS), record('honor-b', STAYED)],
    units: createUnitDirectory(ALL_UNITS),
    placeOf: () => EARLIER,
    areDistinct: () => false,
    ...more,
  };
  return planImport(sources, context, NO_CHOICES).entries.map(({ outcome }) => outcome);
}

const SAME_FILE = { type: 'probable-duplicate', twin: { in: 'archive', id: 'honor-a' }, reason: { file: 'same' } };

describe('a row that was put right in the file since it was imported', () => {
  it.each<[string, Fields]>([
    ['another month', { date: '2021年8月' }],
    ['another year', { date: '2012年6月' }],
    ['another recipient', { recipients: ['示例单位乙'] }],
    ['another name', { title: '示例卫生先进单位' }],
  ])('is asked about: %s', (_, changed) => {
    expect(outcomes([{ ...WAS, ...changed }, STAYED])).toMatchObject([SAME_FILE, { type: 'unchanged' }]);
  });

  it('is found wherever it stands by now', () => {
    const added = { title: '示例模范机关', date: '2023年1月', recipients: ['示例单位乙'] };
    expect(outcomes([added, STAYED, { ...WAS, date: '2021年8月' }])).toMatchObject([
      { type: 'new' },
      { type: 'unchanged' },
      SAME_FILE,
    ]);
  });

  it('says what agrees and what does not', () => {
    expect(outcomes([{ ...WAS, date: '2012年6月' }])[0]).toMatchObject({
      reason: { title: 'same', name: 'same', date: 'other', year: 'other' },
    });
  });

  it('is one row only', () => {
    const twice = [
      { ...WAS, date: '2021年8月' },
      { ...WAS, date: '2012年6月' },
    ];
    expect(outcomes(twice).filter(({ type }) => type === 'probable-duplicate')).toHaveLength(1);
  });
});

describe('a row is new', () => {
  const changed = { ...WAS, date: '2012年6月' };

  it('when a row says what the record says', () => {
    expect(outcomes([WAS, changed])).toMatchObject([{ type: 'unchanged' }, { type: 'new' }]);
  });

  it.each<[string, RecordOrigin | null]>([
    ['another file', { ...EARLIER, fileName: '另一本.xlsx' }],
    ['another sheet', { ...EARLIER, sheet: '方案' }],
    ['nowhere', null],
  ])('when what is alike came from %s', (_, origin) => {
    expect(outcomes([changed], { placeOf: () => origin })).toEqual([{ type: 'new' }]);
  });

  it('when only one of name, time and recipients is the same', () => {
    expect(outcomes([{ ...changed, recipients: ['示例单位乙'] }])).toEqual([{ type: 'new' }]);
  });

  it('when the archive knows the two to be different', () => {
    const deleted = { ...record('honor-c', changed), deletedAt: '2026-11-20T08:00:00.000Z' } as Entry;
    const here = { ...EARLIER, fileSha256: 'b'.repeat(64) };
    expect(
      outcomes([changed], {
        entries: [record('honor-a', WAS), deleted],
        placeOf: ({ id }) => (id === 'honor-c' ? here : EARLIER),
        areDistinct: (one, other) => one === 'honor-c' && other === 'honor-a',
      }),
    ).toEqual([{ type: 'new' }]);
  });
});
