import { describe, expect, it } from 'vitest';
import { UNKNOWN_DATE } from '#domain/dates/fuzzy-date';
import { firstRevision } from '#domain/records/build-record';
import type { Programme } from '#domain/records/programme';
import type { RecordId, UnitId } from '#domain/records/record-base';
import { activity, date, FIRST, honor, LATER, plan, recipient, TODAY, unit } from '#domain/records/record-fixtures';
import { countYears } from './count-years.ts';
import { findDue } from './find-due.ts';
import { findGaps } from './find-gaps.ts';
import { recentWork } from './recent-work.ts';

const id = (text: string) => text as RecordId;
const inYear = (year: number) => date(`${year}年5月`);

describe('the table of years', () => {
  it('counts honours by level from 2014 on, and what is earlier or undated apart', () => {
    const honors = [
      honor({ date: inYear(2023) }),
      honor({ date: inYear(2023), level: null }),
      honor({ date: inYear(2014), level: '省部级' }),
      honor({ date: inYear(2013) }),
      honor({ date: UNKNOWN_DATE }),
    ];
    const { years, earlier, undated, since } = countYears(honors, [plan({ issued: inYear(2023) })], [activity()]);
    expect(years.map(([year]) => year)).toEqual([2023, 2014]);
    expect(years[0]?.[1]).toMatchObject({ honor: 2, plan: 1, activity: 1, noLevel: 1, levels: { 国家级: 1 } });
    expect([earlier.honor, undated.honor]).toEqual([1, 1]);
    expect(since.levels).toMatchObject({ 国家级: 1, 省部级: 1 });
  });
});

describe('gaps', () => {
  it('are counted for each kind, and not named where there is none', () => {
    const honors = [honor({ level: null, documentNo: '', verification: '有疑问' }), honor({ date: UNKNOWN_DATE })];
    expect(findGaps([], honors, [plan()], [activity({ date: UNKNOWN_DATE })])).toEqual([
      { kind: 'honor', gap: 'undated', count: 1 },
      { kind: 'honor', gap: 'no-level', count: 1 },
      { kind: 'honor', gap: 'no-document', count: 1 },
      { kind: 'honor', gap: 'unverified', count: 2 },
      { kind: 'honor', gap: 'no-certificate', count: 2 },
      { kind: 'activity', gap: 'undated', count: 1 },
    ]);
  });
});

describe('what is due', () => {
  const programme = (content: Partial<Programme>): Programme => ({
    kind: 'programme',
    id: id('p3'),
    ...firstRevision(FIRST),
    title: '示例文明单位',
    aliases: [],
    hosts: [],
    level: null,
    cycleYears: 3,
    listSource: '',
    note: '',
    source: '',
    ...content,
  });
  const awarded = (name: string, year: number, content: Parameters<typeof honor>[0] = {}) =>
    honor({ id: id(name), title: name, date: inYear(year), programme: { printed: '', id: id('p3') }, ...content });
  const due = (honors: ReturnType<typeof honor>[], plans: ReturnType<typeof plan>[] = []) =>
    findDue(TODAY, honors, [programme({})], plans).map(({ what, id: of, year }) => [what, of, year]);

  it('are the rounds and reviews of this year, those overdue, and those of the next', () => {
    const other = { recipients: [recipient('市乙局', 'unit-2')] };
    expect(due([awarded('a', 2024), awarded('b', 2023, other)])).toEqual([
      ['review', 'b', 2026],
      ['round', 'p3', 2027],
      ['review', 'a', 2027],
    ]);
    expect(due([awarded('a', 2025)])).toEqual([]);
  });

  it('is only the last honour of the same recipients, from its last confirmation on, unless it has ended', () => {
    const event = (name: '保留' | '撤销', year: number) => ({ event: name, date: inYear(year), basis: '' });
    expect(due([awarded('a', 2017), awarded('b', 2020)])).toContainEqual(['review', 'b', 2023]);
    expect(due([awarded('a', 2017), awarded('b', 2020)])).not.toContainEqual(['review', 'a', 2020]);
    expect(due([awarded('a', 2020, { statusEvents: [event('保留', 2023)] })])).toContainEqual(['review', 'a', 2026]);
    expect(due([awarded('a', 2020, { statusEvents: [event('撤销', 2021)] })])).toEqual([['round', 'p3', 2023]]);
  });

  it('are plans that are still in force past their end', () => {
    const past = plan({ expires: date('2025年12月31日') });
    expect(due([], [past, plan({ expires: date('2027年') }), plan({ ...past, status: '已废止' })])).toEqual([
      ['expired', 'plan-1', 2025],
    ]);
  });
});

describe('recent work', () => {
  const at = (minute: number) => ({ updatedAt: `2026-11-24T10:${String(minute).padStart(2, '0')}:00.000Z` });

  it('tells what was done together once, by the record that it was about', () => {
    const founded = unit('unit-1', '市甲局', { updatedAt: LATER.at, updatedBy: LATER.by });
    const works = recentWork([[founded], [honor({ updatedAt: LATER.at, updatedBy: LATER.by })], [plan()]], 10);
    expect(works.map(({ record, count, action, by }) => [record.id, count, action, by])).toEqual([
      ['honor-1', 2, 'create', LATER.by],
      ['plan-1', 1, 'create', FIRST.by],
    ]);
  });

  it('tells new, changed and deleted apart', () => {
    const works = recentWork(
      [
        [honor({ ...at(1), revision: 2 })],
        [plan({ ...at(2), revision: 2, deletedAt: at(2).updatedAt })],
        [activity({ ...at(3), revision: 3, deletedAt: at(1).updatedAt })],
      ],
      10,
    );
    expect(works.map(({ action }) => action)).toEqual(['update', 'delete', 'update']);
  });

  it('is the same as sorting everything would be', () => {
    const random = (seed: number) => (seed * 7919) % 100_003;
    const many = Array.from({ length: 10_000 }, (_, index) =>
      honor({
        id: id(`honor-${index}`),
        updatedAt: new Date(1_700_000_000_000 + random(index) * 1000).toISOString(),
        awardedBy: [{ printed: '示例机关', unitId: 'unit-1' as UnitId }],
      }),
    );
    const works = recentWork([many], 12);
    const sorted = many.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, 12);
    expect(works.map(({ record }) => record.id)).toEqual(sorted.map((record) => record.id));
  });
});
