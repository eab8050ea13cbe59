/** How smoothly the ledger scrolls in the real window, by real input. */
import { quantile } from './measures.mjs';

/** A notch of the wheel in CSS pixels, as Chromium takes it. */
const NOTCH = 120;
const WHEEL_STEPS = 240;
const FRAME_MS = 16;
const PAGE_STEPS = 60;
/** A key that is held repeats so often. */
const REPEAT_MS = 33;
const DRAG_STEPS = 60;
const DRAGGED_SHARE = 0.5;
/** Above the arrow below the bar, and within the thumb, which is as short as it may be. */
const THUMB_FROM_END = 24;
const REST_AFTER_JUMP_MS = 500;

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {typeof globalThis & { endFrames: () => number[] }} Watching */

/**
 * The time between two frames while the ledger is scrolled as people do it, by real input: the wheel turned quickly, a
 * notch at each frame; Page Down held, which jumps a screen thirty times a second; and the thumb of the scroll bar drawn
 * over half of the ledger, where each frame has rows of which none was there before.
 *
 * @param {Page} page
 */
export async function timeFrames(page) {
  const cell = page.locator('[data-testid="ledger"] .ag-row [col-id="title"]').nth(2);
  await cell.hover();
  const wheel = await watchFrames(page, async () => {
    for (let step = 0; step < WHEEL_STEPS; step += 1) {
      await page.mouse.wheel(0, NOTCH);
      await page.waitForTimeout(FRAME_MS);
    }
  });
  await cell.click();
  const pages = await watchFrames(page, async () => {
    for (let step = 0; step < PAGE_STEPS; step += 1) {
      await page.keyboard.down('PageDown');
      await page.waitForTimeout(REPEAT_MS);
    }
    await page.keyboard.up('PageDown');
  });
  const drag = await watchFrames(page, () => dragThumb(page));
  await page.keyboard.press('Control+Home');
  return { wheel, pages, drag };
}

/** From the bottom of the ledger to its middle. @param {Page} page */
async function dragThumb(page) {
  const bar = await page.locator('[data-testid="ledger"] .ag-body-vertical-scroll-viewport').boundingBox();
  if (!bar) throw new Error('The ledger has no scroll bar.');
  const x = bar.x + bar.width / 2;
  // Ctrl+End stands at the end of the bar, where its thumb is sure to be.
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(REST_AFTER_JUMP_MS);
  await page.mouse.move(x, bar.y + bar.height - THUMB_FROM_END);
  await page.mouse.down();
  for (let step = 1; step <= DRAG_STEPS; step += 1) {
    await page.mouse.move(x, bar.y + bar.height - THUMB_FROM_END - (step * bar.height * DRAGGED_SHARE) / DRAG_STEPS);
    await page.waitForTimeout(FRAME_MS);
  }
  await page.mouse.up();
}

/** How long frames take while something goes on. @param {Page} page @param {() => Promise<void>} act */
async function watchFrames(page, act) {
  await page.evaluate(() => {
    const watching = /** @type {Watching} */ (globalThis);
    /** @type {number[]} */
    const lengths = [];
    let last = performance.now();
    let isOver = false;
    const note = () => {
      const now = performance.now();
      lengths.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    watching.endFrames = () => {
      isOver = true;
      return lengths;
    };
  });
  await act();
  const lengths = await page.evaluate(() => /** @type {Watching} */ (globalThis).endFrames());
  const rows = await page
    .locator('[data-testid="ledger"] .ag-row')
    .evaluateAll((all) => all.map((row) => Number(row.getAttribute('row-index'))));
  const sorted = lengths.toSorted((a, b) => a - b);
  return { longest: sorted.at(-1) ?? 0, p95: quantile(sorted, 0.95), count: sorted.length, lastRow: Math.max(...rows) };
}
