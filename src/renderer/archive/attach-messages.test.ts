import { expect, test } from 'vitest';
import { formatBytes } from './attach-messages.ts';

test('sizes are told in the unit that people read', () => {
  expect([0, 1, 1023, 1024, 1536, 10 * 1024 ** 2, 500 * 1024 ** 2, 4 * 1024 ** 3].map(formatBytes)).toEqual([
    '0 字节',
    '1 字节',
    '1023 字节',
    '1.0 KB',
    '1.5 KB',
    '10.0 MB',
    '500 MB',
    '4.0 GB',
  ]);
});
