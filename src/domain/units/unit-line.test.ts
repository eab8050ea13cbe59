import { describe, expect, it } from 'vitest';
import { date, FIRST, honor, plan, recipient } from '../records/record-fixtures.ts';
import type { RecordId } from '../records/record-base.ts';
import { refer, unitChange as change } from './unit-fixtures.ts';
import { createSuccession, unitLine } from './unit-line.ts';
import { countByKind, countHonors, honorsOfLine, recordsByUnit, tallyHonors } from './unit-tally.ts';

const MERGE = change('change-1', '合并', 'AB', 'C', '2010年');
const SPLIT = change('change-2', '分设', 'C', 'DE', '2019年');
const ABOLISHED = change('change-3', '撤销', 'E', '', '2021年');

describe('the line of a unit', () => {
  it('goes up to what it came out of and down to what it went into, not to siblings', () => {
    const changes = [SPLIT, ABOLISHED, MERGE];
    expect(unitLine('unit-D', changes)).toEqual({
      predecessors: ['unit-C', 'unit-A', 'unit-B'],
      successors: [],
      ids: ['unit-B', 'unit-A', 'unit-C', 'unit-D'],
    });
    expect(unitLine('unit-A', changes).successors).toEqual(['unit-C', 'unit-D', 'unit-E']);
    expect(unitLine('unit-X', changes).ids).toEqual(['unit-X']);
  });

  it('stays with a unit that was renamed', () => {
    const rename = change('change-4', '更名', 'A', 'A', '2015年');
    const succession = createSuccession([rename]);
    expect(unitLine('unit-A', succession).ids).toEqual(['unit-A']);
    expect(succession.predecessors('unit-A')).toEqual([]);
    expect(succession.changesOf('unit-A')).toEqual([rename]);
  });

  it('follows a rename that was recorded between two units, and a unit that took in another', () => {
    const rename = change('change-5', '更名', 'A', 'B', '2015年');
    expect(unitLine('unit-B', [rename]).predecessors).toEqual(['unit-A']);
    const takenIn = change('change-6', '合并', 'AB', 'B', '2015年');
    expect(unitLine('unit-B', [takenIn])).toMatchObject({ predecessors: ['unit-A'], successors: [] });
  });

  it('names each change of a unit once, earliest first, and knows no deleted ones', () => {
    const succession = createSuccession([SPLIT, MERGE, { ...ABOLISHED, deletedAt: FIRST.at }]);
    expect(succession.changesOf('unit-C').map(({ id }) => id)).toEqual(['change-1', 'change-2']);
    expect(succession.changesOf('unit-E').map(({ id }) => id)).toEqual(['change-2']);
    const [step] = succession.successors('unit-A');
    expect(step).toMatchObject({ unitId: 'unit-C', printed: '名C' });
  });

  it('comes to an end when changes lead in a circle', () => {
    const circle = [change('change-7', '更名', 'A', 'B', '2010年'), change('change-8', '更名', 'B', 'A', '2012年')];
    expect(unitLine('unit-A', circle)).toEqual({
      predecessors: ['unit-B'],
      successors: [],
      ids: ['unit-B', 'unit-A'],
    });
  });
});

describe('counts along a line', () => {
  const won = (id: string, on: string, ...units: readonly string[]) =>
    honor({ ...honor(), id: id as RecordId, date: date(on), recipients: units.map((each) => recipient('名', each)) });
  const honors = [
    won('h-1', '2009年', 'unit-A'),
    won('h-2', '2009年5月', 'unit-A', 'unit-B'),
    won('h-3', '2012年', 'unit-C'),
  ];

  it('count each record for the unit of its time, and once with its predecessors', () => {
    const records = [...honors, plan({ issuers: [refer('C')] })];
    const index = recordsByUnit(records);
    const recordsOf = (id: string) => index.get(id) ?? [];
    const line = unitLine('unit-C', [MERGE]);
    const counts = countByKind('unit-C', line, recordsOf);
    expect(counts.honor).toEqual({ own: 1, withPredecessors: 3 });
    expect(counts.plan).toEqual({ own: 1, withPredecessors: 1 });
    expect(counts.activity).toEqual({ own: 0, withPredecessors: 0 });
    expect(countByKind('unit-A', unitLine('unit-A', [MERGE]), recordsOf).honor).toEqual({
      own: 2,
      withPredecessors: 2,
    });
  });

  it('tally honours by year and level, latest first, the unknown year last', () => {
    const years = tallyHonors([...honors, won('h-4', '', 'unit-C')], 'unit-C');
    expect(years.map(({ year }) => year)).toEqual([2012, 2009, null]);
    expect(years[0]?.levels.get('国家级')).toEqual({ own: 1, withPredecessors: 1 });
    expect(years[1]?.total).toEqual({ own: 0, withPredecessors: 2 });
  });

  it('of honours are of those that a unit received, not of those that it awarded', () => {
    const index = recordsByUnit(honors);
    const recordsOf = (id: string) => index.get(id) ?? [];
    const line = unitLine('unit-C', [MERGE]);
    const received = honorsOfLine('unit-C', line, recordsOf);
    expect(received.map(({ id }) => id)).toEqual(['h-3', 'h-1', 'h-2']);
    expect(countHonors(received, 'unit-C')).toEqual({ own: 1, withPredecessors: 3 });
    expect(recordsOf('unit-zzb')).toHaveLength(3);
    expect(honorsOfLine('unit-zzb', unitLine('unit-zzb', [MERGE]), recordsOf)).toEqual([]);
  });
});
