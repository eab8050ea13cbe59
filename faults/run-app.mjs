/** The real application under the faults: its window by Playwright, its commands, and the end of its whole process tree. */
import { _electron } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {{ executablePath: string, flags: readonly string[], root: string }} Runtime */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ page: Page, close: () => Promise<void>, kill: () => Promise<void> }} RunningWindow */

const LONGEST_LAUNCH_MS = 60_000;
const LONGEST_START_MS = 30_000;
const LOOK_AGAIN_MS = 20;

/** @param {Runtime} runtime @param {string} data @returns {Promise<RunningWindow>} */
export async function startWindow({ executablePath, flags, root }, data) {
  const args = ['-r', join(root, 'e2e', 'support', 'await-driver.cjs'), ...flags, root, '--data', data];
  const app = await _electron.launch({ executablePath, args, timeout: LONGEST_LAUNCH_MS });
  const child = app.process();
  const page = await app.firstWindow();
  page.setDefaultTimeout(LONGEST_START_MS);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return { page, close: () => app.close(), kill: () => killTree(child) };
}

/** Ends a process and all that it has started at once, as the power button does. @param {import('node:child_process').ChildProcess} child */
export async function killTree(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') execFileSync('taskkill', ['/PID', String(child.pid), '/T', '/F']);
  else for (const pid of treeOf(child.pid)) killOne(pid);
  await ended;
}

/** @param {number} root @returns {readonly number[]} the root first: nothing may notice that a child has gone */
function treeOf(root) {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [root];
  for (const parent of tree) {
    for (const [pid = 0, ppid] of pairs) if (ppid === parent) tree.push(pid);
  }
  return tree;
}

/** @param {number} pid */
function killOne(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended with its parent.
  }
}

/** Waits until the window can be worked in. @param {Page} page @returns {Promise<boolean>} */
export async function isUsable(page) {
  return page
    .getByRole('navigation')
    .first()
    .waitFor()
    .then(
      () => true,
      () => false,
    );
}

/** Saves an honour from its form; when it answers, the program has said 已保存. @param {Page} page @param {string} title */
export async function saveHonor(page, title) {
  await fillHonor(page, title);
  await page.getByRole('heading', { name: title, exact: true }).waitFor();
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
}

/** Types an honour and asks for it to be saved. @param {Page} page @param {string} title */
export async function fillHonor(page, title) {
  await page.evaluate(() => (location.hash = '#/new/honor'));
  const name = page.getByLabel('名称');
  await name.waitFor();
  // The form of the record before may still be there.
  while ((await name.inputValue()) !== '') await wait(LOOK_AGAIN_MS);
  await name.fill(title);
  await page.keyboard.press('Control+s');
}

/**
 * @typedef {{ child: import('node:child_process').ChildProcess, answer: Promise<Record<string, unknown> | null> }} RunningCommand
 */

/** Starts a command; its answer is null when it was killed before it had one. @param {Runtime} runtime @param {readonly string[]} words @returns {RunningCommand} */
export function startCommand({ executablePath, flags, root }, words) {
  const args = [...flags, root, '--command', '--', ...words, '--json'];
  const child = spawn(executablePath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += String(chunk)));
  const answer = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(parseAnswer(stdout)));
  });
  return { child, answer };
}

/**
 * Runs a command to its end. @param {Runtime} runtime @param {readonly string[]} words
 * @returns {Promise<{ answer: Record<string, unknown>, ms: number }>}
 */
export async function finishCommand(runtime, words) {
  const start = performance.now();
  const answer = await startCommand(runtime, words).answer;
  if (answer?.['ok'] !== true) throw new Error(`${words.join(' ')}: ${JSON.stringify(answer)}`);
  return { answer, ms: performance.now() - start };
}

/**
 * Kills a command's whole process tree after a time; answers whether it had said `ok: true` before.
 *
 * @param {Runtime} runtime @param {readonly string[]} words @param {number} ms
 */
export async function killCommand(runtime, words, ms) {
  const { child, answer } = startCommand(runtime, words);
  await Promise.race([answer, wait(ms)]);
  await killTree(child);
  const answered = await answer;
  if (answered && answered['ok'] !== true) throw new Error(`${words.join(' ')}: ${JSON.stringify(answered)}`);
  return answered !== null;
}

/** @param {string} stdout @returns {Record<string, unknown> | null} */
function parseAnswer(stdout) {
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}
