import { expect, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type RunningApp } from './support/archive-app.ts';
import { IMPORT_STATES } from './support/import-states.ts';
import { walkLockStates } from './support/lock-states.ts';
import { SEARCH_STATES } from './support/search-states.ts';
import { SCREENS } from './support/screens.ts';
import { goTo, loadSample } from './support/window-steps.ts';

const LOOKS = [
  { name: 'light-1280x800', width: 1280, height: 800, zoom: 1, isDark: false },
  { name: 'dark-1280x800', width: 1280, height: 800, zoom: 1, isDark: true },
  { name: 'light-1920x1080', width: 1920, height: 1080, zoom: 1, isDark: false },
  { name: 'light-150-percent', width: 1280, height: 800, zoom: 1.5, isDark: false },
] as const;

const PICTURES = join('test-results', 'screens');

async function take(app: RunningApp, file: string): Promise<void> {
  const png = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  await writeFile(file, Buffer.from(png, 'base64'));
}

type Look = (typeof LOOKS)[number];

/** Loads the sample, and gives the window the look. */
async function prepare(app: RunningApp, look: Look): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await loadSample(app.page);
  if (look.isDark) await app.page.getByRole('button', { name: '切换到深色' }).click();
  await resize(app, look);
}

async function resize({ electron }: RunningApp, look: Look): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, look);
}

/** What does not fit into its place. */
async function findOverflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const frames = [document.documentElement, ...document.querySelectorAll('#root main, [class*="content"], dialog')];
    const buttons = [...document.querySelectorAll('button')].filter((button) => isCut(button));
    return [...frames.filter(isCut), ...buttons].map((element) => `${element.tagName}.${element.className}`);
  });
}

for (const look of LOOKS) {
  test(`every screen holds together: ${look.name}`, async ({ app, page }) => {
    test.setTimeout(180_000);
    await prepare(app, look);
    for (const screen of SCREENS) {
      await goTo(page, `#/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForTimeout(250);
      await take(app, join(PICTURES, `${look.name}-${screen.replaceAll('/', '-')}.png`));
      expect(await findOverflowing(page), screen).toEqual([]);
    }
  });

  test(`every state of the search and the import holds together: ${look.name}`, async ({ app, page }) => {
    test.setTimeout(120_000);
    await prepare(app, look);
    for (const { name, open, close } of [...SEARCH_STATES, ...IMPORT_STATES]) {
      await open(page);
      await page.waitForTimeout(250);
      await take(app, join(PICTURES, `${look.name}-${name}.png`));
      expect.soft(await findOverflowing(page), name).toEqual([]);
      await close(page);
    }
  });
}

for (const look of LOOKS) {
  test(`what is shown of the lock holds together: ${look.name}`, async ({ app, dataFolder }) => {
    await prepare(app, look);
    const prepareAgain = (again: RunningApp) => resize(again, look);
    await walkLockStates(app, dataFolder, prepareAgain, async (name, shown) => {
      await shown.page.waitForTimeout(250);
      await take(shown, join(PICTURES, `${look.name}-${name}.png`));
      expect.soft(await findOverflowing(shown.page), name).toEqual([]);
    });
  });
}

/** How long what is on the page takes to move, at the longest, in milliseconds. */
async function longestMove(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seconds = [...document.querySelectorAll('body *')].flatMap((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element);
      return `${animationDuration},${transitionDuration}`.split(',').map((text) => Number.parseFloat(text));
    });
    return Math.max(...seconds) * 1000;
  });
}

test('dialogs and lists move, and nothing does when the system asks for that', async ({ page }) => {
  await loadSample(page);
  await goTo(page, '#/ledger/honor');
  await expect(page.locator('.ag-row').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await longestMove(page)).toBeLessThan(10);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(() => longestMove(page)).toBeGreaterThan(100);
});
