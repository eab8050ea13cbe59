/** Choosing the largest ledger in the real window: how long the window stands still, and what memory it takes. */
import { _electron } from '@playwright/test';
import { once } from 'node:events';

const LONGEST_MS = 600_000;
/** A person notices a window that stands still for longer. */
export const LONG_MS = 100;
/** The work that follows on an awaited answer of the browser, such as the bytes of a file, is not told as a long task. */
const STANDSTILLS = ['longtask', 'long-animation-frame'];
const SAMPLE_MS = 100;
const REST_MS = 5_000;

/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {typeof globalThis & { standstills: Record<string, number[]> }} WithStandstills */
/** @typedef {typeof globalThis & { memoryPeak: { before: number, most: number, timer: NodeJS.Timeout } }} WithMemoryPeak */

/**
 * @param {import('./start-up.mjs').Runtime} runtime
 * @param {{ file: string, archived: string, data: string }} given the file to choose, a ledger that the archive has
 * already, and the folder to keep it in
 */
export async function benchImportWindow(runtime, { file, archived, data }) {
  await fillArchive(runtime, archived, data);
  const app = await launch(runtime, '--data', data);
  const page = await app.firstWindow();
  await page.locator('nav').waitFor({ timeout: LONGEST_MS });
  await page.evaluate(() => (location.hash = '#/import'));
  const chooser = page.getByTestId('import-file');
  await chooser.waitFor({ state: 'attached' });
  await page.waitForTimeout(REST_MS);
  await watchMemory(app);
  await watchStandstills(page);
  const start = performance.now();
  await chooser.setInputFiles(file);
  await page.getByTestId('import-next').click({ timeout: LONGEST_MS });
  await page.getByTestId('import-commit').waitFor({ timeout: LONGEST_MS });
  const shownMs = performance.now() - start;
  const standstills = await longStandstills(page);
  const memory = await takenMemory(app);
  // The window would ask before it is closed over a file.
  await page.getByRole('button', { name: '放弃这个文件' }).click();
  await page.getByTestId('import-drop').waitFor();
  await app.close();
  return { shownMs, ...standstills, ...memory };
}

/** @param {import('./start-up.mjs').Runtime} runtime @param {readonly string[]} words */
export function launch({ executablePath, flags, root }, ...words) {
  return _electron.launch({ executablePath, args: [...flags, root, ...words] });
}

/** By the command of the application itself. @param {import('./start-up.mjs').Runtime} runtime @param {string} file @param {string} data */
async function fillArchive(runtime, file, data) {
  const app = await launch(runtime, '--command', '--', 'import', file, '--data', data);
  const command = app.process();
  command.stdout?.resume();
  const [exitCode] = await once(command, 'exit');
  if (exitCode !== 0) throw new Error(`The import ended with ${exitCode}.`);
}

/** @param {Page} page */
export async function watchStandstills(page) {
  await page.evaluate((types) => {
    /** @type {Record<string, number[]>} */
    const standstills = Object.fromEntries(types.map((type) => [type, []]));
    /** @type {WithStandstills} */ (globalThis).standstills = standstills;
    const observer = new PerformanceObserver((list) => {
      for (const { entryType, duration } of list.getEntries()) standstills[entryType]?.push(duration);
    });
    for (const type of types) observer.observe({ type });
  }, STANDSTILLS);
}

/** @param {Page} page */
export async function longStandstills(page) {
  // They are told some time after they have ended.
  await page.waitForTimeout(1_000);
  const all = await page.evaluate(() => /** @type {WithStandstills} */ (globalThis).standstills);
  const longer = (/** @type {string} */ type) => (all[type] ?? []).filter((ms) => ms > LONG_MS);
  return { longTasks: longer('longtask'), longFrames: longer('long-animation-frame') };
}

/** The working sets of all processes together, looked at again and again. @param {ElectronApplication} app */
export async function watchMemory(app) {
  await app.evaluate(({ app: running }, every) => {
    const used = () => running.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024;
    const before = used();
    const peak = {
      before,
      most: before,
      timer: setInterval(() => (peak.most = Math.max(peak.most, used())), every),
    };
    /** @type {WithMemoryPeak} */ (globalThis).memoryPeak = peak;
  }, SAMPLE_MS);
}

/** In MB: what all processes had before, and the most at any time after. @param {ElectronApplication} app */
export async function takenMemory(app) {
  return app.evaluate(() => {
    const { before, most, timer } = /** @type {WithMemoryPeak} */ (globalThis).memoryPeak;
    clearInterval(timer);
    return { beforeMb: before, mostMb: most };
  });
}
