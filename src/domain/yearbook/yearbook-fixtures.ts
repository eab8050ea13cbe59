import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Activity } from '../records/activity.ts';
import type { Honor } from '../records/honor.ts';
import type { Plan } from '../records/plan.ts';
import type { RecordId, UnitId, UnitReference } from '../records/record-base.ts';
import type { YearbookOptions } from './yearbook-options.ts';

/** Records for tests: everything that a test does not care about is empty. */
const BOOKKEEPING = {
  revision: 1,
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: '测试',
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: '测试',
  deletedAt: null,
  deleteReason: null,
  note: '',
  source: '',
} as const;

export const OPTIONS: YearbookOptions = {
  year: 2023,
  chapters: ['plans', 'activities', 'honors'],
  includeUndated: false,
  title: '菏泽市直机关荣誉年鉴',
  editor: '中共菏泽市委市直机关工作委员会',
  compiledOn: '2024-01-15',
};

function recordId(id: string): RecordId {
  return id as RecordId;
}

export function bodies(...names: readonly string[]): readonly UnitReference[] {
  return names.map((name, index) => ({ printed: name, unitId: `unit-${index + 1}` as UnitId }));
}

export function day(iso: string): FuzzyDate {
  return { raw: iso, start: iso, end: iso, precision: 'day' };
}

/** A month as "2023-05". */
export function month(iso: string): FuzzyDate {
  const [year = 0, number = 1] = iso.split('-').map(Number);
  const lastDay = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1] ?? 31;
  return { raw: iso, start: `${iso}-01`, end: `${iso}-${lastDay}`, precision: 'month' };
}

export function halfYear(year: number, half: 1 | 2): FuzzyDate {
  const [start, end] = half === 1 ? ['01-01', '06-30'] : ['07-01', '12-31'];
  const raw = `${year}年${half === 1 ? '上' : '下'}半年`;
  return { raw, start: `${year}-${start}`, end: `${year}-${end}`, precision: 'half-year' };
}

export function wholeYear(year: number): FuzzyDate {
  return { raw: `${year}年`, start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year' };
}

export function span(raw: string, start: string, end: string): FuzzyDate {
  return { raw, start, end, precision: 'range' };
}

export function undated(raw: string): FuzzyDate {
  return { ...UNKNOWN_DATE, raw };
}

export function honorOf(id: string, changes: Partial<Omit<Honor, 'id' | 'kind'>> = {}): Honor {
  return {
    kind: 'honor',
    id: recordId(id),
    ...BOOKKEEPING,
    title: '先进集体',
    level: '国家级',
    awardedBy: [],
    recipients: [],
    collective: true,
    documentNo: '',
    date: day('2023-05-04'),
    works: [],
    ...changes,
  };
}

export function planOf(id: string, changes: Partial<Omit<Plan, 'id' | 'kind'>> = {}): Plan {
  return {
    kind: 'plan',
    id: recordId(id),
    ...BOOKKEEPING,
    title: '实施方案',
    planKind: '方案',
    documentNo: '',
    issuers: [],
    issued: day('2023-03-06'),
    effective: UNKNOWN_DATE,
    expires: UNKNOWN_DATE,
    status: '不详',
    ...changes,
  };
}

export function activityOf(id: string, changes: Partial<Omit<Activity, 'id' | 'kind'>> = {}): Activity {
  return {
    kind: 'activity',
    id: recordId(id),
    ...BOOKKEEPING,
    title: '主题活动',
    series: '',
    episode: '',
    date: day('2023-04-28'),
    place: '',
    hosts: [],
    coHosts: [],
    participants: [],
    headcount: null,
    summary: '',
    ...changes,
  };
}
