/**
 * `node bench/import.mjs`: importing ledgers beside the bare work that it cannot do without. Each of the parts runs in a
 * process of its own, so that none is measured amid what another has left behind.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from '../scripts/build-if-stale.mjs';
import { openDisplay } from '../scripts/display.mjs';
import { findRuntime, machineFlags, projectRoot } from '../scripts/electron-runtime.mjs';
import { bundleForNode } from './bundle.mjs';
import { benchCommit } from './import-commit.mjs';
import { makeHonors, toWideText, WIDE_COLUMNS } from './import-files.mjs';

const LARGE_ROWS = 100_000;
/** How many times as long as the bare reading, and as the bare putting, ours may take. */
const MOST_READING = 5;
const MOST_COMMIT = 2;
const MOST_MEMORY_MB = 1_000;

/** @param {import('./start-up.mjs').Runtime} runtime */
export async function benchImport(runtime) {
  const bundle = await bundleForNode('import-entry');
  /** @type {{ rows: number, records: number, rounds: number, bareMs: number, oursMs: number } & Steps} */
  const reading = runApart('import-reading.mjs', bundle);
  const commit = await benchCommit(runtime);
  const large = benchLarge(bundle);
  process.stdout.write(
    `Importing, medians of ${reading.rounds} and ${commit.rounds} rounds in turns:\n` +
      row('', 'bare', '荣档', 'measured', 'wanted') +
      rowOf(`read and plan ${reading.rows} rows, .xlsx`, reading, MOST_READING) +
      rowOf(`commit ${commit.rows} rows`, commit, MOST_COMMIT) +
      row(
        `memory, ${large.rows} rows of ${WIDE_COLUMNS}`,
        '',
        '',
        `${Math.round(large.peakMb)} MB`,
        `< ${MOST_MEMORY_MB} MB`,
        large.peakMb < MOST_MEMORY_MB,
      ) +
      `  The .xlsx against an archive of ${reading.records}: ${describeSteps(reading)}.\n` +
      `  The ${large.rows} rows of ${WIDE_COLUMNS} columns in plain Node: ${describeSteps(large)}; ` +
      `${Math.round(large.beforeMb)} MB were taken before.\n`,
  );
}

/** @typedef {{ readMs: number, rowsMs: number, planMs: number }} Steps */

/** @param {string} bundle @returns {{ rows: number, beforeMb: number, peakMb: number } & Steps} */
function benchLarge(bundle) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  try {
    const file = join(folder, 'ledger.csv');
    writeFileSync(file, toWideText(makeHonors(LARGE_ROWS)));
    return runApart('import-large.mjs', bundle, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} script @param {readonly string[]} words @returns {any} what the script prints */
function runApart(script, ...words) {
  const { status, stdout } = spawnSync(process.execPath, [join(projectRoot, 'bench', script), ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}.`);
  return JSON.parse(stdout);
}

/** @param {Steps} steps */
function describeSteps({ readMs, rowsMs, planMs }) {
  return `read in ${milliseconds(readMs)}, understood in ${milliseconds(rowsMs)}, planned in ${milliseconds(planMs)}`;
}

/** @param {string} name @param {{ bareMs: number, oursMs: number }} times @param {number} most */
function rowOf(name, { bareMs, oursMs }, most) {
  const ratio = oursMs / bareMs;
  return row(
    name,
    milliseconds(bareMs),
    milliseconds(oursMs),
    ratio.toFixed(2),
    `<= ${most.toFixed(2)}`,
    ratio <= most,
  );
}

/** @param {string} name @param {string} bare @param {string} ours @param {string} measured @param {string} wanted @param {boolean} [isReached] */
function row(name, bare, ours, measured, wanted, isReached) {
  const verdict = isReached === undefined ? '' : isReached ? '  reached' : '  NOT REACHED';
  // A Chinese character is as wide as two.
  const cells = [bare, ours, measured, wanted].map((cell) =>
    cell.padStart(12 - cell.replace(/[^\u2E80-\u9FFF]/g, '').length),
  );
  return `  ${name.padEnd(34)}${cells.join('')}${verdict}\n`;
}

/** @param {number} ms */
function milliseconds(ms) {
  return `${Math.round(ms)} ms`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path } = findRuntime();
  await buildIfStale();
  const display = await openDisplay();
  Object.assign(process.env, display.env);
  await benchImport({ executablePath: path, flags: machineFlags(), root: projectRoot });
  display.close();
}
