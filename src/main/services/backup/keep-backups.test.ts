import { expect, test } from 'vitest';
import { keepBackups, SHORT_ROTATION, type DatedBackup } from './keep-backups.ts';

const madeOn = (day: string, hour = 9): DatedBackup => {
  const at = `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  return { name: at, at, day, isGood: false };
};

function daily(from: string, days: number): readonly DatedBackup[] {
  return Array.from({ length: days }, (_, index) => {
    const date = new Date(`${from}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + index);
    return madeOn(date.toISOString().slice(0, 10));
  });
}

const daysKept = (backups: readonly DatedBackup[]) =>
  [...keepBackups(backups)].map((name) => name.slice(0, 10)).toSorted();

test('none and a few are kept as they are', () => {
  expect(daysKept([])).toEqual([]);
  expect(daysKept(daily('2026-11-01', 7))).toHaveLength(7);
});

test('three years of daily backups: 7 days, 5 weeks, 12 months and every year', () => {
  // 2026-11-30 is a Monday: the last days of the weeks are Sundays.
  const months = '2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31';
  const weeks = '2026-09-30 2026-10-31 2026-11-08 2026-11-15 2026-11-22';
  const days = '2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28 2026-11-29 2026-11-30';
  expect(daysKept(daily('2024-01-01', 1065)).join(' ')).toBe(`2024-12-31 ${months} ${weeks} ${days}`);
});

test('one a year is kept for ever', () => {
  const yearly = Array.from({ length: 30 }, (_, index) => madeOn(`${1997 + index}-06-30`));
  expect(daysKept(yearly)).toHaveLength(30);
});

test('of one day the latest is kept, and the last five of all', () => {
  const day = Array.from({ length: 9 }, (_, hour) => madeOn('2026-11-30', hour));
  expect([...keepBackups(day)].toSorted()).toEqual(day.slice(4).map(({ name }) => name));
  const older = Array.from({ length: 3 }, (_, hour) => madeOn('2026-11-20', hour));
  expect(keepBackups([...older, ...day]).has(older[2]?.name ?? '')).toBe(true);
  expect(keepBackups([...older, ...day]).has(older[1]?.name ?? '')).toBe(false);
});

test('a week runs from Monday to Sunday, over the turn of a year too', () => {
  const days = daily('2025-12-28', 25);
  // 2025-12-28 is a Sunday; the week that follows it runs from 2025-12-29 to 2026-01-04.
  expect(daysKept(days)).toEqual(
    expect.arrayContaining(['2025-12-28', '2025-12-31', '2026-01-04', '2026-01-11', '2026-01-18', '2026-01-21']),
  );
  expect(daysKept(days)).not.toContain('2026-01-03');
});

test('after a rest of two years nothing goes that has no successor', () => {
  const before = daily('2024-05-06', 7);
  expect(daysKept([...before, madeOn('2026-11-30')])).toHaveLength(7);
  expect(daysKept([...before, madeOn('2026-11-30')])).toContain('2024-05-07');
});

test('a backup dated in the future, by a wrong clock, takes one place and no more', () => {
  const days = [...daily('2026-11-20', 10), madeOn('2099-01-01')];
  expect(daysKept(days)).toEqual(expect.arrayContaining(['2026-11-24', '2026-11-29', '2099-01-01']));
});

test('the latest that is known to be good is kept whatever its day', () => {
  const [first, ...rest] = daily('2026-11-02', 29);
  expect(daysKept([first ?? madeOn(''), ...rest])).not.toContain('2026-11-02');
  expect(daysKept([{ ...(first ?? madeOn('')), isGood: true }, ...rest])).toContain('2026-11-02');
});

test('order of the list does not matter, and keeping is a resting state', () => {
  const days = daily('2025-01-01', 500);
  const once = keepBackups(days.toReversed());
  expect([...once].toSorted()).toEqual([...keepBackups(days)].toSorted());
  const again = keepBackups(days.filter(({ name }) => once.has(name)));
  expect([...again].toSorted()).toEqual([...once].toSorted());
});

test('where each holds all attachments, few are kept', () => {
  const kept = [...keepBackups(daily('2024-01-01', 1065), SHORT_ROTATION)].map((name) => name.slice(0, 10)).toSorted();
  expect(kept).toEqual(['2026-10-31', '2026-11-28', '2026-11-29', '2026-11-30']);
});
