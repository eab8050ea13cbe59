/**
 * Start-up to a usable list, beside an empty Electron window in the same run: from the start of the process until a
 * row of the honours ledger can be clicked, with 1,500 records in the archive.
 */
import { _electron } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measures.mjs';
import { syntheticHonors } from './synthetic-records.mjs';

const RECORDS = 1_500;
const ROUNDS = 7;

/** @typedef {{ executablePath: string, flags: readonly string[], root: string }} Runtime */

/** @param {Runtime} runtime */
export async function benchStartUp(runtime) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const data = join(folder, 'data');
  try {
    await fillArchive(runtime, data, join(folder, 'records.json'));
    const empty = [];
    const ours = [];
    // In turns, so that whatever else the machine does falls on both alike; the first turn only warms the disk.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const emptyTime = await timeStart(runtime, [join(runtime.root, 'bench', 'empty-window')], 'h1');
      const ourTime = await timeStart(runtime, [runtime.root, '--data', data], LEDGER_ROW, '#/ledger/honor');
      if (round > 0) {
        empty.push(emptyTime);
        ours.push(ourTime);
      }
    }
    return {
      records: RECORDS,
      rounds: ROUNDS,
      emptyMs: median(empty),
      oursMs: median(ours),
      ratio: median(ours) / median(empty),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LEDGER_ROW = '[data-testid="ledger"] .ag-row [col-id="title"]';

/** @param {Runtime} runtime @param {readonly string[]} args @param {string} selector @param {string} [hash] */
async function timeStart(runtime, args, selector, hash) {
  const start = performance.now();
  const app = await _electron.launch({ executablePath: runtime.executablePath, args: [...runtime.flags, ...args] });
  const page = await app.firstWindow();
  if (hash) {
    await page.locator('nav').waitFor();
    await page.evaluate((wanted) => (location.hash = wanted), hash);
  }
  await page.locator(selector).first().waitFor();
  const elapsed = performance.now() - start;
  await app.close();
  return elapsed;
}

/** Through the window's own import. @param {Runtime} runtime @param {string} data @param {string} file */
async function fillArchive(runtime, data, file) {
  writeFileSync(file, JSON.stringify(syntheticHonors(RECORDS)));
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...runtime.flags, runtime.root, '--data', data],
  });
  const page = await app.firstWindow();
  await page.evaluate(() => (location.hash = '#/import'));
  await page.getByTestId('import-file').setInputFiles(file);
  await page.getByText(`已导入 ${RECORDS} 条记录`).waitFor({ timeout: 120_000 });
  await app.close();
}
