import { expect, test } from 'vitest';
import { countNotices } from './count-notices.ts';

test('a record with the same notice on two fields counts once', () => {
  const counts = countNotices([
    {
      notices: [
        { code: 'missing-year', field: 'issued' },
        { code: 'missing-year', field: 'expires' },
      ],
    },
    { notices: [] },
    {
      notices: [
        { code: 'future', field: 'date' },
        { code: 'missing-year', field: 'date' },
      ],
    },
  ]);
  expect([...counts]).toEqual([
    ['missing-year', 2],
    ['future', 1],
  ]);
});
