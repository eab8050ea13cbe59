import { defineConfig } from '@playwright/test';
import process from 'node:process';

// Each worker loads this file. Its index says which of the displays is its own.
const displays = (process.env['RONGDANG_E2E_DISPLAYS'] ?? '').split(' ');
const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (display) process.env['DISPLAY'] = display;

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  // A loaded two-core machine may take its time; a right answer is never a matter of seconds here.
  expect: { timeout: 15_000 },
  // Each test has its own process and data folder, and each worker its display.
  workers: displays.length,
  fullyParallel: true,
  forbidOnly: true,
  // A second try on CI shows as "flaky", never as passed.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '.cache/e2e-report.json' }]],
  outputDir: 'test-results',
  use: { trace: 'retain-on-failure' },
});
