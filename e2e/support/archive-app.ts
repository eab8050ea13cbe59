import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { test as base } from './data-folder.ts';

/** The runtime and the flags that `scripts/e2e.mjs` found, for every launch of a test. */
export function runtime(): { executablePath: string; flags: readonly string[] } {
  const executablePath = process.env['RONGDANG_E2E_ELECTRON'];
  if (!executablePath) throw new Error('Run the tests with `npm run test:e2e`, which finds an Electron first.');
  return { executablePath, flags: (process.env['RONGDANG_E2E_FLAGS'] ?? '').split(' ').filter(Boolean) };
}

/** A running application on a data folder of its own. */
export type RunningApp = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
  /** Ends the whole process tree at once, as a power button would end the program. */
  readonly kill: () => Promise<void>;
};

const LONGEST_CLOSING_MS = 15_000;

type Child = ReturnType<ElectronApplication['process']>;

async function killAndWait(child: Child): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await ended;
  }
}

/** Without it Playwright now and then misses a window that is opened while it attaches. */
const AWAIT_DRIVER = join(import.meta.dirname, 'await-driver.cjs');

export async function startApp(
  dataFolder: string,
  extraArguments: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningApp> {
  const { executablePath, flags } = runtime();
  const electron = await _electron.launch({
    executablePath,
    args: ['-r', AWAIT_DRIVER, ...flags, process.cwd(), '--data', dataFolder, ...extraArguments],
    env: { ...process.env, LANG: 'zh_CN.UTF-8', ...environment } as Record<string, string>,
  });
  // Once the program has ended, it is not to be had any more.
  const child = electron.process();
  const page = await electron.firstWindow();
  // What fades or slides keeps a machine without a GPU busy; a test of its own looks at it moving.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    electron,
    page,
    close: async () => {
      const isClosed = await Promise.race([electron.close().then(() => true), wait(LONGEST_CLOSING_MS, false)]);
      if (!isClosed) throw new Error('The window did not close; does a form in it hold something unsaved?');
    },
    kill: () => killAndWait(child),
  };
}

type Fixtures = { readonly app: RunningApp; readonly page: Page };

/** Each test has `app` running on its own fresh data folder. */
export const test = base.extend<Fixtures>({
  app: async ({ dataFolder }, provide) => {
    const app = await startApp(dataFolder);
    await provide(app);
    // A test may end with a form that asks before it lets go.
    await app.kill();
  },
  page: async ({ app }, provide) => {
    await provide(app.page);
  },
});
