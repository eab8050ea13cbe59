/**
 * Committing an import of 10,000 rows in the real application, beside a bare `bulkPut` of the same records into a table
 * with the same indexes, in the same page of the same profile, on disk as strictly. Ours also has them in the journal,
 * flushed, and in the history.
 */
import { _electron } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../scripts/electron-runtime.mjs';
import { makeHonors, toWorkbook } from './import-files.mjs';
import { median } from './measures.mjs';

const ROWS = 10_000;
const ROUNDS = 5;

/** @typedef {import('./start-up.mjs').Runtime} Runtime */
/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */

/** @param {Runtime} runtime */
export async function benchCommit(runtime) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const file = join(folder, 'ledger.xlsx');
  writeFileSync(file, toWorkbook(makeHonors(ROWS)));
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const bare = [];
  try {
    // The first round only warms the disk. Each has an archive of its own, so that all of them write the same.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const times = await timeRound(runtime, file, join(folder, `data-${round}`));
      if (round > 0) {
        ours.push(times.commitMs);
        bare.push(times.bareMs);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { rows: ROWS, rounds: ROUNDS, oursMs: median(ours), bareMs: median(bare) };
}

/** @param {Runtime} runtime @param {string} file @param {string} data */
async function timeRound({ executablePath, flags, root }, file, data) {
  const app = await _electron.launch({
    executablePath,
    args: [...flags, root, '--command', '--', 'import', file, '--json', '--data', data],
  });
  app.process().stdout?.resume();
  const exitCode = await endOfCommand(app);
  if (exitCode !== 0) throw new Error(`The import ended with ${exitCode}.`);
  const page = await app.firstWindow();
  const [commitMs = Number.NaN] = await page.evaluate(() =>
    performance.getEntriesByName('rongdang-commit').map(({ duration }) => duration),
  );
  const bareMs = await timeBarePut(page);
  await app.close();
  return { commitMs, bareMs };
}

/** When the command is done its process ends; here it is kept, so that its page can still be asked. @param {ElectronApplication} app */
function endOfCommand(app) {
  return app.evaluate(
    ({ app: running }) =>
      new Promise((/** @type {(exitCode: number) => void} */ resolve) => {
        running.exit = (exitCode = 0) => resolve(exitCode);
      }),
  );
}

/** @typedef {typeof globalThis & { Dexie: typeof import('dexie').Dexie }} WithDexie */

/** @param {Page} page */
async function timeBarePut(page) {
  await page.evaluate(readFileSync(join(projectRoot, 'node_modules', 'dexie', 'dist', 'dexie.js'), 'utf8'));
  return page.evaluate(async (expected) => {
    const { Dexie } = /** @type {WithDexie} */ (globalThis);
    const archive = await new Dexie('rongdang').open();
    const { primKey, indexes } = archive.table('honors').schema;
    const records = await archive.table('honors').toArray();
    if (records.length !== expected) throw new Error(`${records.length} records were imported.`);
    archive.close();
    const scratch = new Dexie('bench-scratch', { chromeTransactionDurability: 'strict' });
    scratch.version(1).stores({ honors: [primKey, ...indexes].map(({ src }) => src).join(',') });
    await scratch.open();
    const start = performance.now();
    await scratch.table('honors').bulkPut(records);
    const elapsed = performance.now() - start;
    await scratch.delete();
    return elapsed;
  }, ROWS);
}
