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
import { makeHonors, toWideText, toWorkbook, WIDE_COLUMNS } from './import-files.mjs';
import { benchImportWindow, LONG_MS } from './import-window.mjs';

const LARGE_ROWS = 100_000;
const ARCHIVED = 10_000;
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
  const { large, shown } = await benchLarge(bundle, runtime);
  const taken = shown.mostMb - shown.beforeMb;
  const longest = Math.max(0, ...shown.longTasks, ...shown.longFrames);
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
      row(
        'the same in the window, more memory',
        '',
        '',
        `${Math.round(taken)} MB`,
        `< ${MOST_MEMORY_MB} MB`,
        taken < MOST_MEMORY_MB,
      ) +
      row(
        'and its longest standstill',
        '',
        '',
        longest === 0 ? `< ${LONG_MS} ms` : milliseconds(longest),
        `<= ${LONG_MS} ms`,
        longest === 0,
      ) +
      `  The .xlsx against an archive of ${reading.records}: ${describeSteps(reading)}.\n` +
      `  The ${large.rows} rows of ${WIDE_COLUMNS} columns in plain Node: ${describeSteps(large)}; ` +
      `${Math.round(large.beforeMb)} MB were taken before.\n` +
      `  In the window, against as many records: looked over in ${milliseconds(shown.shownMs)}, the working sets of all ` +
      `processes ${Math.round(shown.beforeMb)} MB before and ${Math.round(shown.mostMb)} MB at most; ` +
      `${shown.longTasks.length} long tasks, ${shown.longFrames.length} long frames.\n`,
  );
}

/** @typedef {{ readMs: number, rowsMs: number, planMs: number }} Steps */

/**
 * The largest ledger in plain Node, and in the window.
 *
 * @param {string} bundle @param {import('./start-up.mjs').Runtime} runtime
 */
async function benchLarge(bundle, runtime) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  try {
    const file = join(folder, 'ledger.csv');
    writeFileSync(file, toWideText(makeHonors(LARGE_ROWS)));
    /** @type {{ rows: number, beforeMb: number, peakMb: number } & Steps} */
    const large = runApart('import-large.mjs', bundle, file);
    const archived = join(folder, 'archived.xlsx');
    writeFileSync(archived, toWorkbook(makeHonors(ARCHIVED)));
    const shown = await benchImportWindow(runtime, { file, archived, data: join(folder, 'data') });
    return { large, shown };
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
