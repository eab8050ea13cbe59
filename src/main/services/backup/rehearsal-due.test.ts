import { expect, test } from 'vitest';
import type { ListedBackup } from './backup-notes.ts';
import { hasRoomToRehearse, rehearsalDue } from './rehearsal-due.ts';

const NOW = new Date('2026-11-30T08:00:00Z');

function backup(madeAt: string, rehearsal: { readonly at: string; readonly isGood: boolean } | null = null) {
  const state = rehearsal === null ? 'unproven' : rehearsal.isGood ? 'good' : 'failed';
  return {
    path: `/backups/${madeAt}.zip`,
    bytes: 1000,
    madeAt: `${madeAt}T08:00:00.000Z`,
    reason: 'daily',
    attachments: 'left-out',
    isSealed: false,
    sequence: 1,
    rehearsal: rehearsal && { at: `${rehearsal.at}T08:00:00.000Z`, isGood: rehearsal.isGood, detail: '' },
    state,
  } as ListedBackup;
}

test('the latest is due when none has passed for thirty days', () => {
  const [older, latest] = [backup('2026-11-28'), backup('2026-11-29')];
  expect(rehearsalDue([older, latest], NOW)).toBe(latest);
  expect(rehearsalDue([backup('2026-10-01', { at: '2026-10-30', isGood: true }), latest], NOW)).toBe(latest);
});

test('one a month: a newer backup waits as long as an older one has passed', () => {
  expect(
    rehearsalDue([backup('2026-11-01', { at: '2026-11-01', isGood: true }), backup('2026-11-29')], NOW),
  ).toBeNull();
});

test('one that has failed is not tried again and again, the next backup is', () => {
  const failed = backup('2026-11-28', { at: '2026-11-29', isGood: false });
  expect(rehearsalDue([failed], NOW)).toBeNull();
  const next = backup('2026-11-30');
  expect(rehearsalDue([failed, next], NOW)).toBe(next);
});

test('one that is not where it was is left out, and without any there is nothing to rehearse', () => {
  const [kept, away] = [backup('2026-11-01'), backup('2026-11-29')];
  expect(rehearsalDue([kept, { ...away, state: 'missing' }], NOW)).toBe(kept);
  expect(rehearsalDue([], NOW)).toBeNull();
});

test('one that takes a passphrase is left to a person, and counts when it has passed', () => {
  const [open, sealed] = [backup('2026-11-01'), { ...backup('2026-11-29'), isSealed: true }];
  expect(rehearsalDue([open, sealed], NOW)).toBe(open);
  expect(rehearsalDue([sealed], NOW)).toBeNull();
  expect(rehearsalDue([open, sealed], NOW, () => true)).toBe(sealed);
  const passed = { ...backup('2026-11-29', { at: '2026-11-29', isGood: true }), isSealed: true };
  expect(rehearsalDue([open, passed], NOW)).toBeNull();
});

test('a rehearsal dated in the future by a wrong clock does not put the next one off for ever', () => {
  const odd = backup('2026-11-29', { at: '2099-01-01', isGood: true });
  expect(rehearsalDue([odd], NOW)).toBe(odd);
});

test('a rehearsal never takes the room that somebody needs to go on', () => {
  const gigabyte = 1024 ** 3;
  expect(hasRoomToRehearse({ bytes: gigabyte }, 4 * gigabyte)).toBe(true);
  expect(hasRoomToRehearse({ bytes: gigabyte }, 3 * gigabyte)).toBe(false);
  expect(hasRoomToRehearse({ bytes: gigabyte }, null)).toBe(true);
});
