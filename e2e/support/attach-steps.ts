import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './archive-app.ts';

/** Lets the system's open dialog answer paths: files, or one folder. */
export async function answerOpenDialog(app: RunningApp, paths: readonly string[]): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/**
 * Drops files of the disk onto an element, as from the file manager: they keep their paths. Their names are Latin: in a
 * container without a Chinese locale, Chromium takes no other path from a test.
 */
export async function dropFiles(page: Page, paths: readonly string[], target: Locator): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'e2e-files';
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator('#e2e-files').setInputFiles([...paths]);
  await target.evaluate((element) => {
    const input = document.querySelector<HTMLInputElement>('#e2e-files');
    const transfer = new DataTransfer();
    for (const file of input?.files ?? []) transfer.items.add(file);
    const options = { bubbles: true, cancelable: true, dataTransfer: transfer };
    element.dispatchEvent(new DragEvent('dragenter', options));
    element.dispatchEvent(new DragEvent('dragover', options));
    element.dispatchEvent(new DragEvent('drop', options));
    input?.remove();
  });
}

/** The tile of an attachment on a record's page. */
export function tile(page: Page, name: string): Locator {
  return page.getByTestId('attachment-tile').filter({ has: page.getByText(name, { exact: true }) });
}

/** Waits until a tile shows a small picture. */
export async function expectPicture(of: Locator): Promise<void> {
  await expect(of.locator('img')).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => of.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 30_000 })
    .toBeGreaterThan(0);
}
