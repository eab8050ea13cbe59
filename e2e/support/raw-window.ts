import { type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningApp } from './archive-app.ts';

type RawWindow = {
  /** Where the preload is written. */
  readonly folder: string;
  readonly url: string;
  /** Whether frames inside the page can send as well. */
  readonly framesToo?: boolean;
  /** Whether the page may embed others, as far as its preferences go. */
  readonly webviews?: boolean;
};

/**
 * A window whose page can send anything to main, past the preload: what a renderer could do that somebody has taken
 * over. The application itself never opens one.
 */
export async function openRawWindow(
  { electron, page: own }: RunningApp,
  { folder, url, framesToo = false, webviews = false }: RawWindow,
): Promise<Page> {
  const preload = join(folder, 'raw-preload.cjs');
  await writeFile(
    preload,
    `const { ipcRenderer } = require('electron');
     window.rawInvoke = (channel, request) => ipcRenderer.invoke(channel, request);`,
  );
  // A window that opens while the application itself still starts was missed by Playwright once.
  await own.locator('nav').waitFor();
  const opened = electron.waitForEvent('window');
  await electron.evaluate(
    ({ BrowserWindow }, options) => {
      const webPreferences = {
        preload: options.preload,
        contextIsolation: false,
        nodeIntegrationInSubFrames: options.framesToo,
        webviewTag: options.webviews,
        // A hidden window's timers are slowed down.
        backgroundThrottling: false,
      };
      void new BrowserWindow({ show: false, webPreferences }).loadURL(options.url).catch(() => undefined);
    },
    { preload, url, framesToo, webviews },
  );
  const page = await opened;
  await page.waitForLoadState();
  return page;
}

/** Sends each request by its recipe, and answers what main did not refuse, and what it refused for another reason. */
export async function sendAll(
  page: Page,
  channel: string,
  build: string,
  recipes: readonly unknown[],
): Promise<readonly string[]> {
  // As text: the page's policy lets nothing be compiled but what the test itself evaluates.
  return page.evaluate(
    `(async (channel, recipes) => {
       const buildHostile = ${build};
       const isRefusal = (reason) => reason.includes(channel + ': refused, ') && reason.length < 500;
       const outcomes = await Promise.all(recipes.map((recipe) =>
         window.rawInvoke(channel, buildHostile(recipe)).then(
           (answer) => ['answered ' + JSON.stringify(answer) + ' to ' + JSON.stringify(recipe).slice(0, 300)],
           (error) => (isRefusal(String(error)) ? [] : [String(error).slice(0, 300) + ' at ' + JSON.stringify(recipe).slice(0, 300)]),
         )));
       return outcomes.flat();
     })(${JSON.stringify(channel)}, ${JSON.stringify(recipes)})`,
  );
}
