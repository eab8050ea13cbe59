import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './archive-app.ts';

/** Goes to a screen by its address, as the navigation does. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
}

export async function loadSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^载入示例/ }).click();
  await expect(page.getByText('已载入')).toBeVisible();
}

/** Adds an honour by title alone and waits for the word that says it is safe. */
export async function addHonor(page: Page, title: string): Promise<void> {
  await goTo(page, '#/new/honor');
  await expect(page.getByLabel('名称')).toHaveValue('');
  await page.getByLabel('名称').fill(title);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(page.getByText(/^已保存/).first()).toBeVisible();
}

/** Lets the system's save dialog answer a path, or nothing as when it is cancelled. */
export async function answerSaveDialog(app: RunningApp, filePath: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}

/** Closes the window, and answers what the person is asked before; they stay. */
export async function askedOnClosing(app: RunningApp): Promise<string> {
  return app.electron.evaluate(async ({ BrowserWindow, dialog }) => {
    const shownDialog = new Promise<string>((resolve) => {
      dialog.showMessageBox = (...words: readonly unknown[]) => {
        resolve(JSON.stringify(words.at(-1)));
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
    });
    BrowserWindow.getAllWindows()[0]?.close();
    return shownDialog;
  });
}
