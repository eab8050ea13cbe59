/** `npm test`: every check and every test, one after another, up to the first failure; the last line counts the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { cacheRoot, projectRoot } from './electron-runtime.mjs';

const UNIT_REPORT = join(cacheRoot, 'unit-report.json');
const E2E_REPORT = join(cacheRoot, 'e2e-report.json');

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ heading: string, script: string, args?: readonly string[], report?: string, count?: (report: any) => Count }} Step
 */

/** The scripts are those of package.json, so that a check run alone is the same check. @type {readonly Step[]} */
const STEPS = [
  { heading: 'Type check', script: 'typecheck' },
  { heading: 'Lint', script: 'lint' },
  { heading: 'Format', script: 'format:check' },
  { heading: 'Unused code', script: 'knip' },
  {
    heading: 'Unit tests',
    script: 'test:unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
    report: UNIT_REPORT,
    count: countVitest,
  },
  { heading: 'End-to-end tests', script: 'test:e2e', report: E2E_REPORT, count: countPlaywright },
  { heading: 'Faults, a short round', script: 'faults', args: ['--quick'] },
];

/** @returns {number} the exit code of the first step that failed, or 0 */
function runSteps() {
  const total = { passed: 0, failed: 0 };
  let exitCode = 0;
  for (const step of STEPS) {
    exitCode = runStep(step, total);
    if (exitCode !== 0) {
      print(`Stopped: ${step.heading} failed.`);
      break;
    }
  }
  print(`${total.passed} passed, ${total.failed} failed`);
  return exitCode;
}

/** @param {Step} step @param {Count} total */
function runStep({ heading, script, args = [], report, count }, total) {
  print(`\n── ${heading} ──`);
  // A report left by an earlier run must not be counted.
  if (report) rmSync(report, { force: true });
  const startedAt = performance.now();
  const exitCode = runNpmScript(script, args);
  print(`${heading}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  if (!report || !count) return exitCode;

  const tests = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  total.passed += tests.passed;
  // A run that broke down before or between its tests has no failed test to show for it.
  total.failed += exitCode === 0 ? tests.failed : Math.max(tests.failed, 1);
  return exitCode;
}

/** @param {string} script @param {readonly string[]} args */
function runNpmScript(script, args) {
  const command = ['run', script, ...(args.length > 0 ? ['--', ...args] : [])];
  const isWindows = process.platform === 'win32';
  // npm is a .cmd file on Windows and needs a shell there; the quotes keep a path with spaces in one piece.
  const result = spawnSync('npm', isWindows ? command.map((part) => `"${part}"`) : command, {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: isWindows,
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/**
 * A file that could not even be loaded counts as one failed test.
 * @param {{ numPassedTests: number, testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report
 * @returns {Count}
 */
function countVitest({ numPassedTests, testResults }) {
  let failed = 0;
  for (const file of testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed').length;
    failed += file.status === 'failed' ? Math.max(failures, 1) : failures;
  }
  return { passed: numPassedTests, failed };
}

/**
 * @param {{ stats: { expected: number, flaky: number, unexpected: number } }} report
 * @returns {Count}
 */
function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

process.exitCode = runSteps();
