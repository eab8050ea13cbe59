import { expect, test } from 'vitest';
import { isSecondCopyDue, isSecondPlaceMissed, type KnownPlace } from './second-place-due.ts';

const AWAY: KnownPlace = { isThere: false, lastSeen: '2026-11-16T08:00:00.000Z', lastBackup: null };

test('missed after fourteen days, not before, and not while it is there', () => {
  expect(isSecondPlaceMissed(AWAY, '2026-11-30T07:59:59.999Z')).toBe(false);
  expect(isSecondPlaceMissed(AWAY, '2026-11-30T08:00:00.000Z')).toBe(true);
  expect(isSecondPlaceMissed({ ...AWAY, isThere: true }, '2027-11-30T08:00:00.000Z')).toBe(false);
  expect(isSecondPlaceMissed({ ...AWAY, lastSeen: '2099-01-01T00:00:00.000Z' }, '2026-11-30T08:00:00.000Z')).toBe(
    false,
  );
});

test('a copy is due once a day, when something has changed and the place is there', () => {
  const there: KnownPlace = { ...AWAY, isThere: true };
  expect(isSecondCopyDue(there, 3, '2026-11-30')).toBe(true);
  expect(isSecondCopyDue(there, 0, '2026-11-30')).toBe(false);
  expect(isSecondCopyDue(AWAY, 3, '2026-11-30')).toBe(false);
  const copied = (day: string, sequence: number) => ({ ...there, lastBackup: { day, sequence } });
  expect(isSecondCopyDue(copied('2026-11-30', 2), 3, '2026-11-30')).toBe(false);
  expect(isSecondCopyDue(copied('2026-11-29', 3), 3, '2026-11-30')).toBe(false);
  expect(isSecondCopyDue(copied('2026-11-29', 2), 3, '2026-11-30')).toBe(true);
});
