/**
 * The memory that a backup takes in the real window: 1,500 records and attachments of 2 GB together
 * (RONGDANG_BENCH_BACKUP_MB says otherwise), as one file and with the attachments beside it. All processes of the program
 * are looked at several times a second; what counts is the highest sum less the one before the backup.
 */
import { _electron } from '@playwright/test';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { syntheticHonors } from './synthetic-records.mjs';

const RECORDS = 1_500;
const FILE_MB = 2;
const REST_MS = 20_000;
const LOOK_MS = 150;
const LONGEST_MS = 600_000;

/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */

/** @param {{ executablePath: string, flags: readonly string[], root: string }} runtime */
export async function benchBackupMemory({ executablePath, flags, root }) {
  const megabytes = Number(process.env['RONGDANG_BENCH_BACKUP_MB'] ?? 2048);
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const data = join(folder, 'data');
  try {
    fillStore(join(data, 'attachments'), Math.ceil(megabytes / FILE_MB));
    const app = await _electron.launch({ executablePath, args: [...flags, root, '--data', data] });
    const page = await app.firstWindow();
    await page.locator('nav').waitFor({ timeout: LONGEST_MS });
    await importRecords(page, join(folder, 'records.json'));
    await page.evaluate(() => (location.hash = '#/safety'));
    const place = join(folder, 'place');
    mkdirSync(place);
    await answerDialogs(app, join(folder, 'whole.zip'), place);
    const whole = await memoryDuring(app, page, '立即备份……');
    rmSync(join(folder, 'whole.zip'));
    await page.getByRole('button', { name: '选择位置……' }).click();
    const pooled = await memoryDuring(app, page, '立即备份到那里');
    await app.close();
    return { megabytes, records: RECORDS, whole, pooled };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the store keeps them; a backup takes what is there, whether or not a record names it. @param {string} store @param {number} files */
function fillStore(store, files) {
  const content = Buffer.alloc(FILE_MB * 1024 * 1024);
  for (let index = 0; index < files; index += 1) {
    randomFillSync(content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    mkdirSync(join(store, sha256.slice(0, 2)), { recursive: true });
    writeFileSync(join(store, sha256.slice(0, 2), sha256), content);
  }
}

/** @param {Page} page @param {string} file */
async function importRecords(page, file) {
  writeFileSync(file, JSON.stringify(syntheticHonors(RECORDS)));
  await page.evaluate(() => (location.hash = '#/import'));
  await page.getByTestId('import-file').setInputFiles(file);
  await page.getByText(`已导入 ${RECORDS} 条记录`).waitFor({ timeout: LONGEST_MS });
}

/** @param {ElectronApplication} app @param {string} filePath @param {string} folder */
async function answerDialogs(app, filePath, folder) {
  await app.evaluate(
    ({ dialog }, answers) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answers.filePath });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answers.folder] });
    },
    { filePath, folder },
  );
}

/** In MB, and how long it took in ms. @param {ElectronApplication} app @param {Page} page @param {string} button */
async function memoryDuring(app, page, button) {
  const start = page.getByRole('button', { name: button });
  await start.waitFor();
  // What the work before has left is collected within some ten seconds.
  await page.waitForTimeout(REST_MS);
  const before = await workingSets(app);
  const from = performance.now();
  await start.click();
  let peak = before;
  const work = page.getByTestId('work');
  await work.waitFor();
  while (await work.isVisible()) {
    peak = Math.max(peak, await workingSets(app));
    await page.waitForTimeout(LOOK_MS);
  }
  const elapsed = performance.now() - from;
  await page.getByRole('alert').filter({ hasText: '已备份到' }).last().waitFor({ timeout: LONGEST_MS });
  return { beforeMb: before, overMb: peak - before, elapsed };
}

/** The sum over all processes, in MB. @param {ElectronApplication} app */
async function workingSets(app) {
  const sizes = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ memory }) => memory.workingSetSize),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
