import { test as base } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each test has a fresh data folder of its own. */
export const test = base.extend<{ readonly dataFolder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured argument
  dataFolder: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'rongdang-e2e-'));
    await provide(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});
