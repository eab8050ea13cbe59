import { expect, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { goTo } from './support/window-steps.ts';

/** Two readings of 2,000 are full, and a third has one record. */
const COUNT = 4001;

/**
 * Scrolls through the ledger, a tenth of its length at a time. Counts the rows that are drawn meanwhile, and those among
 * them that nothing is known of yet, as when a grid waits for its rows: they have no id, and are drawn anew for them.
 */
function scrollThrough(page: Page): Promise<{ readonly drawn: number; readonly unknown: number }> {
  return page.evaluate(async () => {
    const ledger = document.querySelector('[data-testid="ledger"]');
    const bar = ledger?.querySelector('.ag-body-vertical-scroll-viewport');
    if (!ledger || !bar) throw new Error('No ledger with a scroll bar.');
    const drawn: Element[] = [];
    const unknown: Element[] = [];
    const watch = new MutationObserver((changes) => {
      const rows = changes
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter((node): node is Element => node instanceof Element && node.classList.contains('ag-row'));
      drawn.push(...rows);
      unknown.push(...rows.filter((row) => !row.hasAttribute('row-id')));
    });
    watch.observe(ledger, { childList: true, subtree: true });
    for (let part = 1; part <= 10; part += 1) {
      bar.scrollTop = (bar.scrollHeight * part) / 10;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    watch.disconnect();
    return { drawn: drawn.length, unknown: unknown.length };
  });
}

test('more records than are read at once are all there, and rows are drawn once', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const file = join(dataFolder, '..', '示例台账.csv');
  const rows = Array.from({ length: COUNT }, (_, index) => `示例荣誉${index}号,2023年5月`);
  await writeFile(file, `荣誉名称,获奖时间\n${rows.join('\n')}\n`);
  const imported = await runCommand(['import', file, ...data]);
  expect(imported.json, imported.stderr).toMatchObject({ ok: true, added: COUNT });
  const indexed = await runCommand(['reindex', ...data]);
  expect(indexed.json, indexed.stderr).toMatchObject({ ok: true, documents: COUNT });

  const app = await startApp(dataFolder);
  const { page } = app;
  await expect(page.getByRole('link', { name: /^荣誉/ })).toContainText(String(COUNT));
  await goTo(page, '#/ledger/honor');
  await expect(page.locator('[data-testid="ledger"] .ag-row [col-id="title"]').first()).not.toBeEmpty();
  const scrolled = await scrollThrough(page);
  expect(scrolled.drawn).toBeGreaterThan(100);
  expect(scrolled.unknown).toBe(0);
  await app.close();
});
