import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test';
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

const LONGEST_LAUNCH_MS = 25_000;

/**
 * On a loaded machine Playwright and Electron have been seen to wait for each other: both debuggers are attached, and
 * nothing more is said. Such a start is told and tried once more. The application may have run by then; a test of what
 * it does at its first start fails in that case, and is tried again as a whole.
 */
async function launch(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: LONGEST_LAUNCH_MS });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    process.stderr.write('A start of Electron hung; starting it again.\n');
    return _electron.launch(options);
  }
}

export async function startApp(dataFolder: string, extraArguments: readonly string[] = []): Promise<RunningApp> {
  const { executablePath, flags } = runtime();
  const electron = await launch({
    executablePath,
    args: [...flags, process.cwd(), '--data', dataFolder, ...extraArguments],
    env: { ...process.env, LANG: 'zh_CN.UTF-8' } as Record<string, string>,
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
