import { countingYear } from '#domain/dates/fuzzy-date';
import type { Honor } from '#domain/records/honor';
import { hasEnded } from '#domain/records/honor-standing';
import type { Plan } from '#domain/records/plan';
import type { Programme } from '#domain/records/programme';

/** Something whose time has come or comes next year: a new round, the review of an honour, a plan to be replaced. */
export type DueItem = {
  readonly what: 'round' | 'review' | 'expired';
  readonly kind: 'programme' | 'honor' | 'plan';
  readonly id: string;
  readonly title: string;
  readonly year: number;
  /** Years from one time to the next; 0 for a plan. */
  readonly cycle: number;
};

/** Due now first, the longest overdue behind, and what comes next year last. @param today an ISO 8601 day */
export function findDue(
  today: string,
  honors: readonly Honor[],
  programmes: readonly Programme[],
  plans: readonly Plan[],
): readonly DueItem[] {
  const thisYear = Number(today.slice(0, 4));
  const cycles = new Map<string, Programme>(
    programmes.flatMap((programme) => (programme.cycleYears ? [[String(programme.id), programme] as const] : [])),
  );
  const inCycles = honors.filter(({ programme }) => programme?.id && cycles.has(programme.id));
  const items = [...roundsDue(inCycles, cycles), ...reviewsDue(inCycles, cycles), ...expiredPlans(plans, today)];
  const distance = ({ year }: DueItem) => (year > thisYear ? Number.MAX_SAFE_INTEGER : thisYear - year);
  return items.filter(({ year }) => year <= thisYear + 1).toSorted((a, b) => distance(a) - distance(b));
}

function roundsDue(honors: readonly Honor[], cycles: ReadonlyMap<string, Programme>): readonly DueItem[] {
  const last = new Map<string, number>();
  for (const { programme, date } of honors) {
    const year = countingYear(date);
    if (programme?.id && year !== null) last.set(programme.id, Math.max(last.get(programme.id) ?? 0, year));
  }
  return [...last].flatMap(([id, year]): readonly DueItem[] => {
    const programme = cycles.get(id);
    const cycle = programme?.cycleYears ?? 0;
    return programme
      ? [{ what: 'round', kind: 'programme', id, title: programme.title, year: year + cycle, cycle }]
      : [];
  });
}

type Held = { readonly honor: Honor; readonly year: number };

/** For the same programme only the last honour of its recipients is held; one that was revoked or has ended is not. */
function reviewsDue(honors: readonly Honor[], cycles: ReadonlyMap<string, Programme>): readonly DueItem[] {
  const held = new Map<string, Held>();
  for (const honor of honors) {
    const year = lastConfirmed(honor);
    if (year === null) continue;
    const holders = honor.recipients.map(({ printed, unitId }) => unitId ?? printed).toSorted();
    const key = JSON.stringify([honor.programme?.id, ...holders]);
    if ((held.get(key)?.year ?? 0) < year) held.set(key, { honor, year });
  }
  return [...held.values()].flatMap(({ honor, year }): readonly DueItem[] => {
    if (hasEnded(honor)) return [];
    const cycle = cycles.get(honor.programme?.id ?? '')?.cycleYears ?? 0;
    return [{ what: 'review', kind: 'honor', id: honor.id, title: honor.title, year: year + cycle, cycle }];
  });
}

const CONFIRMING: ReadonlySet<string> = new Set(['保留', '认定（涉改单位）', '恢复']);

/** The year in which an honour was awarded or last confirmed. */
function lastConfirmed({ date, statusEvents }: Honor): number | null {
  const confirmed = statusEvents.filter(({ event }) => CONFIRMING.has(event)).map((each) => countingYear(each.date));
  const years = [countingYear(date), ...confirmed].filter((year) => year !== null);
  return years.length > 0 ? Math.max(...years) : null;
}

function expiredPlans(plans: readonly Plan[], today: string): readonly DueItem[] {
  return plans.flatMap(({ id, title, status, expires }): readonly DueItem[] => {
    if (status !== '现行' || expires.end === null || expires.end >= today) return [];
    return [{ what: 'expired', kind: 'plan', id, title, year: Number(expires.end.slice(0, 4)), cycle: 0 }];
  });
}
