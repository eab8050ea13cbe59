import { expect, test } from 'vitest';
import { isDailyBackupDue, isWithoutBackup } from './backup-due.ts';

const TODAY = '2026-11-30';

test('an archive without changes needs no backup', () => {
  expect(isWithoutBackup([], 0)).toBe(false);
  expect(isDailyBackupDue([], 0, TODAY)).toBe(false);
});

test('what no backup holds is without one, whatever the day', () => {
  expect(isWithoutBackup([], 5)).toBe(true);
  expect(isWithoutBackup([{ day: TODAY, sequence: 4 }], 5)).toBe(true);
  expect(isWithoutBackup([{ day: '2025-01-01', sequence: 5 }], 5)).toBe(false);
});

test('one a day, and none when nothing has changed since the last', () => {
  expect(isDailyBackupDue([{ day: '2026-11-29', sequence: 4 }], 5, TODAY)).toBe(true);
  expect(isDailyBackupDue([{ day: '2026-11-29', sequence: 5 }], 5, TODAY)).toBe(false);
  expect(isDailyBackupDue([{ day: TODAY, sequence: 4 }], 5, TODAY)).toBe(false);
});

test('a clock that was wrong once does not put the daily backup off for ever', () => {
  expect(isDailyBackupDue([{ day: '2099-01-01', sequence: 3 }], 5, TODAY)).toBe(true);
});
