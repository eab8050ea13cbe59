import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';

/** Two readings of 2,000 are full, and a third has one record. */
const COUNT = 4001;

test('more records than are read at once are all there', async ({ dataFolder }) => {
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
  await expect(app.page.getByRole('link', { name: /^荣誉/ })).toContainText(String(COUNT));
  await app.close();
});
