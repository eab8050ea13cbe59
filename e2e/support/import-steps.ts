import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './window-steps.ts';

export type LedgerToImport = { readonly name: string; readonly content: string | Uint8Array };

/** Hands files to the import as the system's dialog would. */
export async function chooseLedgers(page: Page, files: readonly LedgerToImport[]): Promise<void> {
  await goTo(page, '#/import');
  await page.getByTestId('import-file').setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: '',
      buffer: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
    })),
  );
}

/** From the tables of a file to its records. */
export async function goToRecords(page: Page): Promise<void> {
  await page.getByTestId('import-next').click();
  await expect(page.getByTestId('import-commit')).toBeVisible();
}

/** Shows a list of the plan; its number stands on its tab. */
export async function showList(page: Page, list: string): Promise<void> {
  await page.getByTestId(`import-list-${list}`).click();
}

export function listCount(page: Page, list: string): Locator {
  return page.getByTestId(`import-list-${list}`);
}

/** Imports what is decided and waits until it is told to be done. */
export async function commitImport(page: Page): Promise<void> {
  await page.getByTestId('import-commit').click();
  await expect(page.getByTestId('import-done')).toBeVisible({ timeout: 30_000 });
}
