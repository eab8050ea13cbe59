/**
 * What a start costs: after an orderly end, after a kill (every row and change set is compared with the journal), and
 * with the working copy gone (it is made anew). From the start of the process until the window can be worked in.
 */
import { _electron } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measures.mjs';
import { syntheticHonors } from './synthetic-records.mjs';

const ROUNDS = 3;
/** One change set each, as if so many ledgers had been imported over the years. */
const CHANGE_SETS = 10;
const LONGEST_MS = 300_000;

/** @typedef {import('./start-up.mjs').Runtime} Runtime */

/** @param {Runtime} runtime @param {number} records */
export async function benchOpening(runtime, records) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const data = join(folder, 'data');
  try {
    await fillArchive(runtime, data, join(folder, 'records.json'), records);
    /** @type {Record<'clean' | 'killed' | 'rebuilt', number[]>} */
    const times = { clean: [], killed: [], rebuilt: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.clean.push(await timeStart(runtime, data, 'kill'));
      times.killed.push(await timeStart(runtime, data, 'close'));
      rmSync(join(data, 'profile', 'IndexedDB'), { recursive: true });
      times.rebuilt.push(await timeStart(runtime, data, 'close'));
    }
    return {
      records,
      cleanMs: median(times.clean),
      comparedMs: median(times.killed),
      rebuiltMs: median(times.rebuilt),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {Runtime} runtime @param {string} data @param {'close' | 'kill'} end how this session ends */
async function timeStart(runtime, data, end) {
  const start = performance.now();
  const app = await launch(runtime, data);
  const page = await app.firstWindow();
  await page.locator('nav').first().waitFor({ timeout: LONGEST_MS });
  const elapsed = performance.now() - start;
  if (end === 'close') await app.close();
  else {
    const child = app.process();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  return elapsed;
}

/** @param {Runtime} runtime @param {string} data */
function launch({ executablePath, flags, root }, data) {
  return _electron.launch({ executablePath, args: [...flags, root, '--data', data] });
}

/** Through the window's own import. @param {Runtime} runtime @param {string} data @param {string} file @param {number} records */
async function fillArchive(runtime, data, file, records) {
  const app = await launch(runtime, data);
  const page = await app.firstWindow();
  const each = Math.ceil(records / CHANGE_SETS);
  const all = syntheticHonors(records, 1, true);
  for (let start = 0; start < records; start += each) {
    const part = all.slice(start, start + each);
    writeFileSync(file, JSON.stringify(part));
    await page.evaluate(() => (location.hash = '#/import'));
    await page.getByTestId('import-file').setInputFiles(file);
    await page.getByText(`已导入 ${part.length} 条记录`).waitFor({ timeout: LONGEST_MS });
    await page.evaluate(() => (location.hash = '#/home'));
    await page.getByText(`已导入 ${part.length} 条记录`).waitFor({ state: 'detached', timeout: LONGEST_MS });
  }
  await app.close();
}
