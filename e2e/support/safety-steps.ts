import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './archive-app.ts';
import { answerOpenDialog } from './attach-steps.ts';
import { runCommand } from './command-line.ts';
import { answerSaveDialog, goTo } from './window-steps.ts';

/** The lines of the list of backups, with its heading. */
export const backupRows = (page: Page): Locator => page.getByRole('table', { name: '备份一览' }).getByRole('row');

/** Runs a command that must succeed. */
export async function run(words: readonly string[]): Promise<Record<string, unknown>> {
  const done = await runCommand([...words, '--json']);
  expect(done.exitCode, `${words.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(0);
  return done.json;
}

/** Of the honours in an archive. */
export async function titles(dataFolder: string): Promise<readonly string[]> {
  const { records } = await run(['list', '--kind', 'honor', '--data', dataFolder]);
  return (records as readonly { readonly title: string }[]).map(({ title }) => title).toSorted();
}

/** Attaches a file to the record whose page is open. */
export async function attachFile(app: RunningApp, path: string): Promise<void> {
  await answerOpenDialog(app, [path]);
  await app.page.getByRole('button', { name: '添加附件' }).click();
  await expect(app.page.getByTestId('attachment-tile')).toHaveCount(1, { timeout: 60_000 });
}

/** Makes a complete backup through the screen. */
export async function backUp(app: RunningApp, file: string): Promise<void> {
  await goTo(app.page, '#/safety');
  await answerSaveDialog(app, file);
  await app.page.getByRole('button', { name: '立即备份……' }).click();
  await expect(app.page.getByRole('main').getByRole('alert')).toContainText(`已备份到 ${file}`, { timeout: 60_000 });
}

/**
 * Keeps the program from starting anew by itself, where Playwright could not follow it: it ends as it would, says that
 * it asked for it, and the test starts it on the same folder.
 */
export async function holdRelaunch(app: RunningApp): Promise<() => Promise<void>> {
  const ended = new Promise<void>((resolve) => app.electron.once('close', () => resolve()));
  const asked = app.electron.evaluate(
    ({ app: electronApp }) =>
      new Promise<boolean>((resolve) => {
        electronApp.relaunch = () => resolve(true);
      }),
  );
  return async () => {
    expect(await asked).toBe(true);
    await ended;
  };
}
