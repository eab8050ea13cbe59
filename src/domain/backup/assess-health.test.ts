import { expect, test } from 'vitest';
import { assessHealth, HEALTH_PARTS, worstOf, type HealthFacts } from './assess-health.ts';

const WELL: HealthFacts = {
  now: '2026-11-30T08:00:00.000Z',
  lastSave: '2026-11-30T07:00:00.000Z',
  journal: { isBroken: false, tornBytes: 0, missing: 0 },
  head: 'agrees',
  workingCopy: 'in-step',
  lastUncleanExit: null,
  attachments: 3,
  fixity: { at: '2026-11-20T08:00:00.000Z', problems: 0 },
  backups: [{ madeAt: '2026-11-20T08:00:00.000Z', isComplete: true, state: 'good' }],
  freeBytes: 50 * 1024 ** 3,
};

test('an archive that is well is well in every part', () => {
  const states = assessHealth(WELL);
  expect(Object.keys(states)).toEqual([...HEALTH_PARTS]);
  expect(worstOf(Object.values(states))).toBe('good');
});

test('an empty archive wants nothing', () => {
  const empty = assessHealth({
    ...WELL,
    lastSave: null,
    head: 'none',
    workingCopy: 'new',
    attachments: 0,
    fixity: null,
    backups: [],
  });
  expect(worstOf(Object.values(empty))).toBe('good');
});

test.each([
  ['journal', { journal: { isBroken: true, tornBytes: 0, missing: 0 } }, 'problem'],
  ['journal', { journal: { isBroken: false, tornBytes: 0, missing: 2 } }, 'problem'],
  ['journal', { journal: { isBroken: false, tornBytes: 9, missing: 0 } }, 'attention'],
  ['head', { head: 'ahead' }, 'problem'],
  ['head', { head: 'different' }, 'problem'],
  ['head', { head: 'none' }, 'attention'],
  ['head', { head: 'older' }, 'good'],
  ['workingCopy', { workingCopy: 'rebuilt' }, 'attention'],
  ['workingCopy', { workingCopy: 'salvaged' }, 'problem'],
  ['exits', { lastUncleanExit: '2026-11-29T08:00:00.000Z' }, 'attention'],
  ['exits', { lastUncleanExit: '2026-01-29T08:00:00.000Z' }, 'good'],
  ['fixity', { fixity: { at: '2026-11-29T08:00:00.000Z', problems: 1 } }, 'problem'],
  ['fixity', { fixity: { at: '2026-08-29T08:00:00.000Z', problems: 0 } }, 'attention'],
  ['fixity', { fixity: null }, 'attention'],
  ['fixity', { fixity: null, attachments: 0 }, 'good'],
  ['backups', { backups: [] }, 'attention'],
  ['backups', { backups: [{ madeAt: '2026-10-01T08:00:00.000Z', isComplete: true, state: 'good' }] }, 'attention'],
  ['backups', { backups: [{ madeAt: '2026-11-29T08:00:00.000Z', isComplete: false, state: 'good' }] }, 'attention'],
  ['backups', { backups: [{ madeAt: '2026-11-29T08:00:00.000Z', isComplete: true, state: 'failed' }] }, 'attention'],
  ['backups', { backups: [{ madeAt: '2099-11-29T08:00:00.000Z', isComplete: true, state: 'good' }] }, 'attention'],
  ['space', { freeBytes: 500 * 1024 ** 2 }, 'attention'],
  ['space', { freeBytes: 100 * 1024 ** 2 }, 'problem'],
  ['space', { freeBytes: null }, 'attention'],
] as const)('%s: %j is %s', (part, facts, state) => {
  const states = assessHealth({ ...WELL, ...facts });
  expect(states[part]).toBe(state);
  const others = HEALTH_PARTS.filter((each) => each !== part).map((each) => states[each]);
  expect(worstOf(others)).toBe('good');
});
