/**
 * What a start costs: after an orderly end, after a kill (every row and change set is compared with the journal), and
 * with the working copy gone (it is made anew). From the start of the process until the window can be worked in.
 */
import { _electron } from '@playwright/test';
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measures.mjs';
import { syntheticHonors } from './synthetic-records.mjs';

const ROUNDS = 3;
/** In one change set, as when ledgers are imported over the years. */
const RECORDS_EACH = 500;
const LONGEST_MS = 300_000;

/** @typedef {import('./start-up.mjs').Runtime} Runtime */

/** @param {Runtime} runtime @param {number} [records] */
export async function benchOpening(runtime, records = 50_000) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const data = join(folder, 'data');
  try {
    await fillArchive(runtime, data, join(folder, 'records.json'), records);
    // The first start takes the records over.
    await timeStart(runtime, data, 'close');
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

/**
 * One honour through the window's own import; then the journal is continued with as many like it, as the years would
 * have done. Importing them all would measure the import.
 *
 * @param {Runtime} runtime @param {string} data @param {string} file @param {number} records
 */
async function fillArchive(runtime, data, file, records) {
  const [honor] = syntheticHonors(1);
  writeFileSync(file, JSON.stringify([honor]));
  const app = await launch(runtime, data);
  const page = await app.firstWindow();
  await page.evaluate(() => (location.hash = '#/import'));
  await page.getByTestId('import-file').setInputFiles(file);
  await page.getByText('已导入 1 条记录').waitFor({ timeout: LONGEST_MS });
  await app.close();
  const folder = join(data, 'journal');
  const journal = join(folder, readdirSync(folder).find((name) => name.endsWith('.jsonl')) ?? '');
  appendFileSync(journal, continueJournal(readFileSync(journal, 'utf8').trimEnd(), records));
}

/** @param {string} line the only one so far @param {number} records how many honours there are to be */
function continueJournal(line, records) {
  const { hash, changeSet } = JSON.parse(line);
  const { after } = changeSet.changes.find(
    (/** @type {{ after: { kind: string } }} */ change) => change.after.kind === 'honor',
  );
  /** @type {string[]} */
  const lines = [];
  let previous = String(hash);
  for (let made = 1; made < records;) {
    const count = Math.min(RECORDS_EACH, records - made);
    const changes = Array.from({ length: count }, (_, index) => {
      const number = made + index + 1;
      return { before: null, after: { ...after, id: randomUUID(), title: `${after.title}之${number}` } };
    });
    made += count;
    const counts = { ...changeSet.counts, honor: made };
    /** @type {number} */
    const sequence = lines.length + 2;
    const text = JSON.stringify({ ...changeSet, changes, counts });
    const next = createHash('sha256').update(`${previous}\n${sequence}\n`).update(text).digest('hex');
    lines.push(`{"sequence":${sequence},"previous":"${previous}","hash":"${next}","changeSet":${text}}\n`);
    previous = next;
  }
  return lines.join('');
}
