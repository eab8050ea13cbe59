import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Activity } from '../records/activity.ts';
import type { Honor } from '../records/honor.ts';
import type { Plan } from '../records/plan.ts';
import type { UnitId, UnitReference } from '../records/record-base.ts';
import { blank } from '../records/record-fixtures.ts';
import { USUAL_PICTURES, type YearbookOptions } from './yearbook-options.ts';

export const OPTIONS: YearbookOptions = {
  year: 2023,
  chapters: ['activities', 'plans', 'honors'],
  pictures: USUAL_PICTURES,
  special: '',
  overview: '',
  includeUndated: false,
  title: '菏泽市直机关荣誉年鉴',
  editor: '中共菏泽市委市直机关工作委员会',
  compiledOn: '2024-01-15',
};

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
  return blank('honor', id, { title: '先进集体', level: '国家级', date: day('2023-05-04'), ...changes });
}

export function planOf(id: string, changes: Partial<Omit<Plan, 'id' | 'kind'>> = {}): Plan {
  return blank('plan', id, { title: '实施方案', planKind: '方案', issued: day('2023-03-06'), ...changes });
}

export function activityOf(id: string, changes: Partial<Omit<Activity, 'id' | 'kind'>> = {}): Activity {
  return blank('activity', id, { title: '主题活动', date: day('2023-04-28'), ...changes });
}
