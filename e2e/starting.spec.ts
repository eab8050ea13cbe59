import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { runtime, startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { chooseLockNow, expectLocked, setPassphrase } from './support/lock-steps.ts';

/** Starts the program beside the test, without driving it, and waits for it to end by itself. */
function startPlainly(dataFolder: string): Promise<{ readonly exitCode: number | null; readonly stderr: string }> {
  const { executablePath, flags } = runtime();
  const child = spawn(executablePath, [...flags, process.cwd(), '--data', dataFolder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, stderr })));
}

test('a second start wakes the first window and ends', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await app.page.getByRole('heading', { name: '欢迎使用荣档' }).waitFor();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect((await startPlainly(dataFolder)).exitCode).toBe(0);
  const state = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { isMinimized: window?.isMinimized(), isVisible: window?.isVisible() };
  });
  expect(state).toEqual({ isMinimized: false, isVisible: true });
  await app.close();
});

test('a second start wakes a window that is locked, and leaves it locked', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await setPassphrase(app.page);
  await chooseLockNow(app);
  await expectLocked(app.page);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect((await startPlainly(dataFolder)).exitCode).toBe(0);
  const windows = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
  );
  expect(windows).toEqual([false]);
  await expectLocked(app.page);
  await app.close();
});

test('a command is refused while the window has the archive open, and works afterwards', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  await app.page.getByRole('heading', { name: '欢迎使用荣档' }).waitFor();
  const list = ['list', '--kind', 'honor', '--data', dataFolder, '--json'];
  const refused = await runCommand(list);
  expect(refused.exitCode).toBe(2);
  expect(refused.json).toMatchObject({ ok: false, error: { code: 'archive-in-use', where: '--data' } });
  await app.close();
  expect((await runCommand(list)).exitCode).toBe(0);
});

test('two commands at once wait for each other', async ({ dataFolder }) => {
  const record = JSON.stringify({ title: '示例荣誉' });
  const add = ['add', '--kind', 'honor', '--file', '-', '--data', dataFolder, '--json'];
  const runs = await Promise.all([runCommand(add, record), runCommand(add, record), runCommand(add, record)]);
  expect(runs.map((run) => run.exitCode)).toEqual([0, 0, 0]);
  const listed = await runCommand(['list', '--kind', 'honor', '--data', dataFolder, '--json']);
  expect(listed.json['records']).toHaveLength(3);
});

test('a data folder that cannot be written ends in a message, not in a loop', async ({ dataFolder }) => {
  const file = join(dataFolder, 'a-file');
  await writeFile(file, '');
  const { executablePath, flags } = runtime();
  const child = spawn(executablePath, [...flags, process.cwd(), '--data', join(file, 'below')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  // The message stands until somebody closes it; the program has started nothing else.
  await expect.poll(() => stderr).toContain('数据文件夹不能写入');
  expect(stderr).toContain('没有任何记录被改动');
  child.kill('SIGKILL');
});
