import { describe, expect, it } from 'vitest';
import { recordTitle, type ArchiveRecord } from '../records/archive-record.ts';
import { createAuthorities } from '../records/authorities.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import { countingIds, honor, LATER, readGood, unit } from '../records/record-fixtures.ts';
import { createGrowingUnitDirectory } from '../units/unit-directory.ts';
import { readTemplates } from './plan-context.ts';
import { buildImport, type BuildImportTools } from './build-import.ts';
import type { ImportAddition, ImportCommit } from './import-commit.ts';

const FILE = { name: '示例台账.xlsx', sha256: 'a'.repeat(64), format: 'xlsx' } as const;
const NOTHING: ImportCommit = { file: FILE, additions: [], updates: [], unitNames: [], learned: [] };
const KNOWN = unit('unit-1', '示例单位甲');

function archiveOf(...records: readonly ArchiveRecord[]): BuildImportTools {
  const units = createGrowingUnitDirectory(records.filter((record) => record.kind === 'unit'));
  return {
    current: (id) => records.find((record) => record.id === id) ?? null,
    units,
    templates: records.filter((record) => record.kind === 'importTemplate'),
    authorities: createAuthorities({ units, people: [], programmes: [], rulebook: null }),
    stamp: LATER,
    newId: countingIds(),
  };
}

function draft(fields: object): DraftOfKind<EntryKind> {
  return readGood('honor', { title: '示例荣誉', date: '2023年5月', ...fields }).draft;
}

function addition(row: number, fields: object, differsFrom: ImportAddition['differsFrom'] = null): ImportAddition {
  return { key: `荣誉!A${row}`, draft: draft(fields), place: { sheet: '荣誉', row }, differsFrom };
}

function built(commit: Partial<ImportCommit>, ...records: readonly ArchiveRecord[]) {
  const result = buildImport({ ...NOTHING, ...commit }, archiveOf(...records));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('what is added', () => {
  it('comes with its batch, and every record leads to sheet and row', () => {
    const { batch, changes, records } = built({ additions: [addition(3, {}), addition(4, { title: '示例荣誉二' })] });
    expect(batch).toMatchObject({ title: FILE.name, sha256: FILE.sha256, format: 'xlsx', added: 2, changed: 0 });
    expect(changes[0]).toEqual({ before: null, after: batch });
    const honors = changes.filter(({ after }) => after.kind === 'honor');
    expect(honors.map(({ after }) => after.origin)).toEqual([
      { batch: batch.id, sheet: '荣誉', row: 3 },
      { batch: batch.id, sheet: '荣誉', row: 4 },
    ]);
    expect(records.map(({ id }) => id)).toEqual(honors.map(({ after }) => after.id));
  });

  it('founds a unit once for all rows, and a known one not at all', () => {
    const additions = [
      addition(3, { recipients: ['示例单位甲', '示例单位乙'] }),
      addition(4, { title: '示例荣誉二', recipients: ['示例单位乙'] }),
    ];
    const { batch, changes, foundedUnits } = built({ additions }, KNOWN);
    expect(foundedUnits).toEqual(['示例单位乙']);
    expect(batch.founded).toBe(1);
    const units = changes.filter(({ after }) => after.kind === 'unit');
    expect(units.map(({ after }) => after.origin?.row)).toEqual([3]);
  });

  it('remembers what is no duplicate, of the archive and of the file', () => {
    const additions = [
      addition(3, {}, { in: 'archive', id: 'honor-1', revision: 1 }),
      addition(4, {}, { in: 'file', key: '荣誉!A3' }),
      // The other was left out, so there is nothing to be told apart from.
      addition(5, {}, { in: 'file', key: '荣誉!A9' }),
    ];
    const pairs = built({ additions }, honor()).changes.flatMap(({ after }) =>
      after.kind === 'notDuplicate' ? [[after.record?.printed, after.other?.printed]] : [],
    );
    expect(pairs).toEqual([
      ['示例荣誉', recordTitle(honor())],
      ['示例荣誉', '示例荣誉'],
    ]);
  });
});

describe('what is changed', () => {
  const update = (fields: readonly string[], content: object = {}, row = 7) => ({
    id: 'honor-1',
    revision: honor().revision,
    draft: draft(content),
    fields,
    place: { sheet: '荣誉', row },
  });

  it('takes over the named fields only, and an origin when it had none', () => {
    const { batch, changes } = built({ updates: [update(['documentNo'], { documentNo: '示发〔2023〕1号' })] }, honor());
    const change = changes.find(({ after }) => after.kind === 'honor');
    expect(change?.before).toEqual(honor());
    expect(change?.after).toMatchObject({
      title: honor().title,
      documentNo: '示发〔2023〕1号',
      revision: 2,
      origin: { batch: batch.id, sheet: '荣誉', row: 7 },
    });
    expect(batch).toMatchObject({ added: 0, changed: 1 });
  });

  it('keeps the origin that it has', () => {
    const origin = { batch: honor().id, sheet: '早先', row: 2 };
    const { changes } = built({ updates: [update(['note'], { note: '示例' })] }, honor({ origin }));
    expect(changes.find(({ after }) => after.kind === 'honor')?.after.origin).toEqual(origin);
  });

  it('is one change, although two rows have something for it', () => {
    const updates = [update(['note'], { note: '示例' }), update(['round'], { round: '第七届' }, 8)];
    const { changes } = built({ updates }, honor());
    const honors = changes.filter(({ after }) => after.kind === 'honor');
    expect(honors).toHaveLength(1);
    expect(honors[0]?.after).toMatchObject({ note: '示例', round: '第七届', revision: 2 });
  });

  it('refuses the whole when a record is gone or was changed since', () => {
    const refused = (...records: readonly ArchiveRecord[]) =>
      buildImport({ ...NOTHING, additions: [addition(3, {})], updates: [update(['note'])] }, archiveOf(...records));
    expect(refused()).toMatchObject({ ok: false, error: { code: 'gone', id: 'honor-1' } });
    expect(refused(honor({ revision: 2 }))).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

it('a name that stands for a known unit is one of its names from then on, and founds nothing', () => {
  const unitNames = [{ unit: { in: 'archive', id: 'unit-1' }, name: '甲单位', kind: 'alias' }] as const;
  const { changes, foundedUnits } = built({ unitNames, additions: [addition(3, { recipients: ['甲单位'] })] }, KNOWN);
  expect(foundedUnits).toEqual([]);
  const named = changes.find(({ after }) => after.kind === 'unit');
  expect(named?.after).toMatchObject({
    id: 'unit-1',
    names: [{ name: '示例单位甲' }, { name: '甲单位', kind: 'alias' }],
  });
  const added = changes.find(({ after }) => after.kind === 'honor');
  expect(added?.after).toMatchObject({ recipients: [{ printed: '甲单位', unitId: 'unit-1' }] });
});

it('names of the file that mean one unit found it once, whichever of them comes first', () => {
  const unitNames = [{ unit: { in: 'file', name: '示例新局' }, name: '示例新新局', kind: 'misspelling' }] as const;
  const additions = [
    addition(3, { recipients: ['示例新新局'] }),
    addition(4, { title: '示例荣誉二', recipients: ['示例新局'] }),
  ];
  const { changes, foundedUnits, batch } = built({ unitNames, additions });
  expect(foundedUnits).toEqual(['示例新局']);
  const [founded] = changes.flatMap(({ after }) => (after.kind === 'unit' ? [after] : []));
  expect(founded).toMatchObject({
    origin: { batch: batch.id, row: 3 },
    names: [
      { name: '示例新局', kind: 'full' },
      { name: '示例新新局', kind: 'misspelling' },
    ],
  });
  const named = changes.flatMap(({ after }) => (after.kind === 'honor' ? after.recipients : []));
  expect(named.map(({ printed, unitId }) => [printed, unitId])).toEqual([
    ['示例新新局', founded?.id],
    ['示例新局', founded?.id],
  ]);
});

it('an import that does nothing is refused, so that it leaves no trace', () => {
  expect(buildImport(NOTHING, archiveOf())).toEqual({ ok: false, error: { code: 'nothing-to-import' } });
});

describe('what is learned of tables', () => {
  const template = { shape: '名称|时间', kind: 'honor', targets: [{ role: 'value', field: 'title' }] } as const;
  const learned = [{ title: '荣誉', template }];
  const learn = (before: readonly ArchiveRecord[], commit: Partial<ImportCommit> = { learned }) =>
    built({ additions: [addition(3, {})], ...commit }, ...before).changes.flatMap(({ after }) =>
      after.kind === 'importTemplate' ? [after] : [],
    );

  it('is kept as a record that reads as what it was', () => {
    const [record] = learn([]);
    expect(record).toMatchObject({ title: '荣誉', revision: 1 });
    expect(record && readTemplates([record])).toEqual([template]);
  });

  it('takes the place of what was known of the same headings, and leaves alone what says the same', () => {
    const known = learn([]);
    expect(learn(known)).toEqual([]);
    const other = [{ title: '荣誉', template: { ...template, kind: 'plan' as const } }];
    const [changed, ...more] = learn(known, { learned: other });
    expect(more).toEqual([]);
    expect(changed).toMatchObject({ id: known[0]?.id, revision: 2 });
    expect(changed && readTemplates([changed])).toMatchObject([{ kind: 'plan' }]);
  });
});
