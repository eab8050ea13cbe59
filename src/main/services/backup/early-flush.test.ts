import { expect, test } from 'vitest';
import { createEarlyFlush } from './early-flush.ts';

const MEGABYTES = 1024 * 1024;

/** No disk fails when it is asked to. */
function diskThat(datasync: () => Promise<void>) {
  const asked: string[] = [];
  return {
    asked,
    datasync: () => {
      asked.push('early');
      return datasync();
    },
    sync: () => {
      asked.push('end');
      return Promise.resolve();
    },
  };
}

test('a large file is flushed meanwhile, one flush at a time, and at its end', async () => {
  const disk = diskThat(() => Promise.resolve());
  const flush = createEarlyFlush(disk);
  flush.onBytes(100 * MEGABYTES);
  expect(disk.asked).toEqual([]);
  flush.onBytes(100 * MEGABYTES);
  flush.onBytes(200 * MEGABYTES);
  expect(disk.asked).toEqual(['early']);
  await flush.end();
  expect(disk.asked).toEqual(['early', 'end']);
});

test('what an early flush was told is told at the end, where the system would not say it again', async () => {
  const disk = diskThat(() => Promise.reject(new Error('EIO')));
  const flush = createEarlyFlush(disk);
  flush.onBytes(200 * MEGABYTES);
  await expect(flush.end()).rejects.toThrow('EIO');
  expect(disk.asked).toEqual(['early']);
});
