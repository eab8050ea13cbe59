/** Runs the end-to-end tests on the real application, e.g. `npm run test:e2e -- e2e/search.spec.ts`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfStale } from './build-if-stale.mjs';
import { openDisplay } from './display.mjs';
import { describeRuntime, findRuntime, machineFlags, projectRoot } from './electron-runtime.mjs';
import { fail } from './launch.mjs';

/** How many tests run at a time, each on a display of its own. */
const WORKERS = 2;

async function run() {
  const runtime = findRuntime();
  await buildIfStale();
  process.stdout.write(`End-to-end tests on ${describeRuntime(runtime)}\n`);
  // Windows of tests that run side by side would take the keyboard from each other on one display.
  const displays = await Promise.all(Array.from({ length: WORKERS }, openDisplay));
  const cli = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  const result = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: {
      ...displays[0]?.env,
      RONGDANG_E2E_DISPLAYS: displays.map(({ env }) => env['DISPLAY'] ?? '').join(' '),
      RONGDANG_E2E_ELECTRON: runtime.path,
      RONGDANG_E2E_FLAGS: machineFlags().join(' '),
    },
  });
  for (const { close } of displays) close();
  process.exit(result.status ?? 1);
}

run().catch(fail);
