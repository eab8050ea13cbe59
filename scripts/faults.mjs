/**
 * `npm run faults`: does to the real application what office PCs do, and prints what came of it as a table.
 * `--quick` a short run, `--only NAME,NAME`, `--rounds N` of each suite, `--seed N`. Exit code 1 when an acknowledged
 * record was lost, something was half written, or the program did not start again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createRandom } from '../bench/synthetic-records.mjs';
import { ALL_SUITES } from '../faults/all-suites.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { openDisplay } from './display.mjs';
import { describeRuntime, findRuntime, machineFlags, projectRoot } from './electron-runtime.mjs';
import { fail } from './launch.mjs';

/** @typedef {import('../faults/suite.mjs').FaultSuite} FaultSuite */
/** @typedef {import('../faults/suite.mjs').FaultTally} FaultTally */

const COLUMNS = ['fault', 'rounds', 'acknowledged', 'lost', 'half-written', 'started again', 'told', 'time'];

async function run() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const suites = chosen(values.only);
  const found = findRuntime();
  await buildIfStale();
  const display = await openDisplay();
  Object.assign(process.env, display.env, { LANG: 'zh_CN.UTF-8' });
  print(`${describeRuntime(found)}, seed ${values.seed}`);
  const runtime = { executablePath: found.path, flags: machineFlags(), root: projectRoot };
  /** @type {string[][]} */
  const rows = [];
  let isWhole = true;
  for (const suite of suites) {
    const rounds = values.rounds ? Number(values.rounds) : values.quick ? suite.quick : suite.rounds;
    const reason = suite.cannotRun?.() ?? null;
    if (reason !== null) {
      print(`${suite.title}: left out, ${reason}`);
      continue;
    }
    const start = performance.now();
    const tally = await runSuite(suite, runtime, rounds, Number(values.seed));
    rows.push(rowOf(suite, tally, performance.now() - start));
    isWhole &&= tally.lost === 0 && tally.halfWritten === 0 && tally.startedAgain === tally.rounds;
    // A whole run takes long: who ends it early has what there is.
    print(
      `${suite.title}: ${tally.rounds} rounds, ${tally.acknowledged} acknowledged, ${tally.lost} lost, ` +
        `${tally.halfWritten} half-written, ${tally.startedAgain} started again`,
    );
  }
  display.close();
  print(`\n${formatTable([COLUMNS, ...rows])}`);
  process.exit(isWhole ? 0 : 1);
}

/** @param {string | undefined} only */
function chosen(only) {
  if (only === undefined) return ALL_SUITES;
  return only.split(',').map((name) => {
    const suite = ALL_SUITES.find((candidate) => candidate.name === name);
    if (!suite) throw new Error(`No suite ${name}; there are ${ALL_SUITES.map((each) => each.name).join(', ')}.`);
    return suite;
  });
}

/** @param {FaultSuite} suite @param {import('../faults/run-app.mjs').Runtime} runtime @param {number} rounds @param {number} seed */
async function runSuite(suite, runtime, rounds, seed) {
  const folder = mkdtempSync(join(tmpdir(), `rongdang-faults-${suite.name}-`));
  try {
    const note = (/** @type {string} */ line) => print(`  ${suite.title}: ${line}`);
    return await suite.run({ runtime, random: createRandom(seed), folder, note }, rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {FaultSuite} suite @param {FaultTally} tally @param {number} ms */
function rowOf({ title }, { rounds, acknowledged, lost, halfWritten, startedAgain, told }, ms) {
  return [
    title,
    ...[rounds, acknowledged, lost, halfWritten, startedAgain, told].map(String),
    `${Math.round(ms / 1000)} s`,
  ];
}

/** @param {readonly (readonly string[])[]} rows */
function formatTable(rows) {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => row.map((cell, column) => cell[column === 0 ? 'padEnd' : 'padStart'](widths[column] ?? 0)).join('  '))
    .join('\n');
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

run().catch(fail);
