/**
 * A ledger of 100,000 records: opening it, scrolling, sorting, grouping, looking for a word, and saving one record.
 * Everything is measured inside the real window, from the step that a person takes until it has been painted.
 */
import { _electron } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeFrames } from './ledger-frames.mjs';
import { median, quantile } from './measures.mjs';
import { syntheticHonors } from './synthetic-records.mjs';

const RECORDS = 100_000;
/** One change set of all of them would be a line of a hundred megabytes. */
const CHUNK = 5_000;
const SAVES = 30;
/** The engine collects what is left over some ten seconds after the last work, in a few steps. */
const REST_MS = 40_000;
const TYPED = [
  '先进集体第12号',
  '示例单位17',
  '2019年6月',
  '示发〔2021〕3号',
  '年:2019 级别:国家级',
  '文明 -单位1',
  '示例备注99',
];
const LONGEST_MS = 600_000;
const LONGEST_STEP_MS = 60_000;

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {typeof globalThis & { paintedWhen: (isDone: () => boolean) => Promise<void>, painted: Promise<number> }} Watching */

/**
 * @param {{ executablePath: string, flags: readonly string[], root: string }} runtime
 * @param {string} [kept] a data folder to fill once and use again
 */
export async function benchLedger(runtime, kept) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const data = kept ?? join(folder, 'data');
  const launch = () =>
    _electron.launch({
      executablePath: runtime.executablePath,
      args: [...runtime.flags, runtime.root, '--data', data],
    });
  try {
    await fillArchive(launch, join(folder, 'records.json'));
    const start = performance.now();
    const app = await launch();
    const page = await app.firstWindow();
    await page.locator('nav').waitFor({ timeout: LONGEST_MS });
    const startMs = performance.now() - start;
    await page.waitForTimeout(2_000);
    await installWatch(page);
    const figures = {
      records: RECORDS,
      startMs,
      openMs: await timeOpening(page),
      openAgainMs: await timeOpening(page),
      sortTitleMs: await timeSorting(page, 'title'),
      sortUnitMs: await timeSorting(page, 'recipients'),
      groupMs: await timeGrouping(page),
      frames: await timeFrames(page),
      findMs: await timeFinding(page),
      typing: await timeTyping(page),
      save: await timeSaving(page),
      // After all that work, with the ledger open once more.
      memoryMb: await memoryInUse(app, page),
    };
    await app.close();
    return { ...figures, emptyMemoryMb: await memoryOfEmptyWindow(runtime) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The working sets of all processes in MB, once they have come to rest; pages that processes share count in each.
 *
 * @param {ElectronApplication} app @param {Page} page
 */
async function memoryInUse(app, page) {
  await page.evaluate(() => (location.hash = '#/ledger/honor'));
  await page.waitForTimeout(REST_MS);
  return workingSets(app);
}

/** @param {{ executablePath: string, flags: readonly string[], root: string }} runtime */
async function memoryOfEmptyWindow({ executablePath, flags, root }) {
  const app = await _electron.launch({ executablePath, args: [...flags, join(root, 'bench', 'empty-window')] });
  const page = await app.firstWindow();
  await page.locator('h1').waitFor();
  await page.waitForTimeout(REST_MS);
  const used = await workingSets(app);
  await app.close();
  return used;
}

/** @param {ElectronApplication} app */
async function workingSets(app) {
  const sizes = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ memory }) => memory.workingSetSize),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** Through the window's own import, some thousand at a time. @param {() => ReturnType<typeof _electron.launch>} launch @param {string} file */
async function fillArchive(launch, file) {
  const app = await launch();
  const page = await app.firstWindow();
  await page.locator('nav').waitFor({ timeout: LONGEST_MS });
  const counted = await page.getByRole('link', { name: /^荣誉/ }).textContent();
  const isEmpty = !/\d/.test(counted ?? '');
  const records = isEmpty ? syntheticHonors(RECORDS) : [];
  for (let from = 0; from < records.length; from += CHUNK) {
    writeFileSync(file, JSON.stringify(records.slice(from, from + CHUNK)));
    await page.evaluate(() => (location.hash = '#/import'));
    await page.getByTestId('import-file').setInputFiles(file);
    const told = page.getByText(`已导入 ${CHUNK} 条记录`);
    await told.waitFor({ timeout: LONGEST_MS });
    await told.waitFor({ state: 'detached', timeout: LONGEST_MS });
  }
  await app.close();
}

/** A step that never shows an effect must end the benchmark, not keep it waiting. @param {Page} page */
async function installWatch(page) {
  await page.evaluate((longest) => {
    const watching = /** @type {Watching} */ (globalThis);
    watching.paintedWhen = async (isDone) => {
      const end = performance.now() + longest;
      while (!isDone()) {
        if (performance.now() > end) throw new Error(`Nothing was painted for ${longest} ms.`);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    };
  }, LONGEST_STEP_MS);
}

/** From leaving another screen until the rows are painted. @param {Page} page */
async function timeOpening(page) {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.waitForTimeout(1_500);
  return page.evaluate(async () => {
    const start = performance.now();
    location.hash = '#/ledger/honor';
    const row = () => document.querySelector('[data-testid="ledger"] .ag-row .ag-cell[col-id="title"]');
    await /** @type {Watching} */ (globalThis).paintedWhen(() => Boolean(row()?.textContent));
    // The frame with the rows is on the screen when the next one begins.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  });
}

/** @param {Page} page @param {string} column */
async function timeSorting(page, column) {
  await page.waitForTimeout(1_000);
  return page.evaluate(async (name) => {
    const first = () => document.querySelector('.ag-row[row-index="0"] [col-id="title"]')?.textContent ?? '';
    const before = first();
    const start = performance.now();
    document
      .querySelector(`.ag-header-cell[col-id="${name}"] .ag-header-cell-label`)
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await /** @type {Watching} */ (globalThis).paintedWhen(() => first() !== before && first() !== '');
    return performance.now() - start;
  }, column);
}

/** @param {Page} page */
async function timeGrouping(page) {
  await page.waitForTimeout(1_000);
  await page.getByRole('combobox', { name: '分组' }).click();
  const option = page.locator('.ant-select-item-option', { hasText: '按年份分组' });
  await option.waitFor();
  await page.waitForTimeout(500);
  const elapsed = await page.evaluate(async () => {
    const start = performance.now();
    const items = [...document.querySelectorAll('.ant-select-item-option')];
    items
      .find((item) => item.textContent?.includes('按年份分组'))
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await /** @type {Watching} */ (globalThis).paintedWhen(() => document.querySelector('.ag-full-width-row') !== null);
    return performance.now() - start;
  });
  await page.waitForTimeout(1_000);
  return elapsed;
}

/** From the last letter typed until the count of what was found is painted. @param {Page} page */
async function timeFinding(page) {
  await page.waitForTimeout(1_000);
  const input = page.getByLabel('在本台账中查找');
  await input.focus();
  await page.evaluate(() => {
    const hint = () => document.querySelector('h1')?.nextElementSibling?.textContent ?? '';
    const watching = /** @type {Watching} */ (globalThis);
    watching.painted = new Promise((resolve) => addEventListener('input', resolve, { once: true, capture: true })).then(
      async () => {
        const start = performance.now();
        await watching.paintedWhen(() => hint().includes('显示'));
        return performance.now() - start;
      },
    );
  });
  await page.keyboard.insertText('先进集体');
  const found = await painted(page);
  await page.getByRole('button', { name: '清除筛选' }).click();
  return found;
}

/** In the page: from the next input until the results change and are painted, or -1 when they do not. */
function watchResults() {
  const watching = /** @type {Watching} */ (globalThis);
  watching.painted = new Promise((resolve) => addEventListener('input', resolve, { once: true, capture: true })).then(
    async () => {
      const start = performance.now();
      const isChanged = await new Promise((resolve) => {
        const end = (/** @type {boolean} */ answer) => {
          observer.disconnect();
          resolve(answer);
        };
        const observer = new MutationObserver(() => end(true));
        const results = document.querySelector('main') ?? document.body;
        observer.observe(results, { subtree: true, childList: true, characterData: true });
        setTimeout(() => end(false), 500);
      });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return isChanged ? performance.now() - start : -1;
    },
  );
}

/** What was being watched for when something was typed. @param {Page} page */
function painted(page) {
  return page.evaluate(() => /** @type {Watching} */ (globalThis).painted);
}

/**
 * From each letter typed into the search box until other results are painted: median and 95th percentile. Texts are
 * typed letter by letter, as an input method hands them over or a keyboard does.
 *
 * @param {Page} page
 */
async function timeTyping(page) {
  await page.keyboard.press('Control+f');
  await page.locator('[data-search-hit]').first().waitFor();
  /** @type {number[]} */
  const times = [];
  for (const text of TYPED) {
    for (const letter of text) {
      await page.evaluate(watchResults);
      await page.keyboard.insertText(letter);
      const elapsed = await painted(page);
      // A blank changes nothing that is shown.
      if (elapsed >= 0) times.push(elapsed);
      await page.waitForTimeout(60);
    }
    await page.getByRole('combobox', { name: '搜索全部记录' }).fill('');
    await page.waitForTimeout(300);
  }
  return { median: median(times), p95: quantile(times, 0.95) };
}

/**
 * Medians of saving one record from its form: the commit itself (the change set on disk in the journal and in the
 * working copy), and from Ctrl+S until the record's page is shown. @param {Page} page
 */
async function timeSaving(page) {
  const times = [];
  for (let index = 0; index < SAVES; index += 1) {
    await page.evaluate(() => (location.hash = '#/new/honor'));
    const title = page.getByLabel('名称', { exact: true });
    await title.waitFor();
    await title.fill(`示例测速荣誉${index}`);
    await page.waitForTimeout(100);
    times.push(
      await page.evaluate(async () => {
        const done = performance.now();
        dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true, bubbles: true }));
        while (!location.hash.startsWith('#/record/')) await new Promise((resolve) => setTimeout(resolve, 0));
        return performance.now() - done;
      }),
    );
  }
  const commits = await page.evaluate(
    (saves) =>
      performance
        .getEntriesByName('rongdang-commit')
        .slice(-saves)
        .map(({ duration }) => duration),
    SAVES,
  );
  return { shown: median(times), commit: median(commits) };
}
