import { chromium, type Page } from '@playwright/test';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { runtime } from './archive-app.ts';
import type { CommandRun } from './command-line.ts';

const PLATFORM_FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', win32: 'win' };

/** Builds the unpacked application as `npm run package` does; answers its executable. */
export async function buildPackage(output: string, version: string): Promise<string> {
  const words = [join(process.cwd(), 'scripts', 'package.mjs'), '--out', output, '--version', version];
  await promisify(execFile)(process.execPath, words, {
    // The very Electron that the other tests run on.
    env: { ...process.env, RONGDANG_ELECTRON: runtime().executablePath },
  });
  const folder = PLATFORM_FOLDERS[process.platform];
  if (folder === undefined) throw new Error(`No package is built for ${process.platform}.`);
  const suffix = process.arch === 'arm64' ? 'arm64-unpacked' : 'unpacked';
  return join(output, `${folder}-${suffix}`, process.platform === 'win32' ? 'rongdang.exe' : 'rongdang');
}

export type PackagedApp = {
  readonly page: Page;
  /** What the program has said on stderr up to now. */
  readonly said: () => string;
  readonly close: () => Promise<void>;
};

/**
 * Starts the packaged application and drives its page over Chromium's own debugging port: the package takes no
 * `--inspect`, by which Playwright drives Electron's main process otherwise.
 */
export async function startPackaged(
  executable: string,
  dataFolder: string,
  words: readonly string[] = [],
): Promise<PackagedApp> {
  return startOverPort(executable, ['--data', dataFolder, ...words]);
}

/** Starts the program without anything of Playwright's in it, so that it may start itself anew. */
export async function startOverPort(executable: string, words: readonly string[]): Promise<PackagedApp> {
  const child = spawn(executable, [...runtime().flags, '--remote-debugging-port=0', ...words], {
    env: { ...process.env, LANG: 'zh_CN.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const endpoint = new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The package ended with ${code}: ${said}`)));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  const browser = await chromium.connectOverCDP(await endpoint);
  const [context] = browser.contexts();
  if (!context) throw new Error('The package has no window.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    page,
    said: () => said,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a command of the packaged application itself. */
export async function runPackaged(
  executable: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  const child = spawn(executable, [...runtime().flags, '--command', '--', ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, stdout, stderr, json: parseJson(stdout) };
}

function parseJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
