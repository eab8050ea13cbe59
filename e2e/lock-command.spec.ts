import { expect } from '@playwright/test';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { PASSPHRASE, setPassphrase } from './support/lock-steps.ts';
import { addHonor } from './support/window-steps.ts';

test('a command asks for the passphrase, by a file, standard input or the environment', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const app = await startApp(dataFolder);
  await addHonor(app.page, '示例荣誉');
  await setPassphrase(app.page);
  await app.close();
  const list = ['list', '--kind', 'honor', '--data', dataFolder, '--json'];
  const file = join(dataFolder, 'passphrase.txt');
  const failures = async () => JSON.parse(await readFile(join(dataFolder, 'lock-tries.json'), 'utf8')) as object;

  const without = await runCommand(list);
  expect(without.exitCode).toBe(2);
  expect(without.json).toMatchObject({ ok: false, error: { code: 'passphrase-required', where: '--passphrase-file' } });
  expect(without.stdout).not.toContain('示例荣誉');

  const plain = await runCommand([...list, '--passphrase', PASSPHRASE]);
  expect(plain.exitCode).toBe(2);
  expect(plain.json).toMatchObject({ error: { code: 'bad-option', where: '--passphrase' } });

  await writeFile(file, '不对的口令\n');
  const wrong = await runCommand([...list, '--passphrase-file', file]);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.json).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(wrong.stdout).not.toContain('示例荣誉');
  expect(await failures()).toMatchObject({ failures: 1 });
  const again = await runCommand([...list, '--passphrase-file', '-'], '不对的口令');
  expect(again.json).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(again.stderr).toContain('先等 1 秒再试');
  expect(await failures()).toMatchObject({ failures: 2 });

  await writeFile(file, `${PASSPHRASE}\r\n`);
  const right = await runCommand([...list, '--passphrase-file', file]);
  expect(right.exitCode, right.stderr).toBe(0);
  expect(right.json['records']).toHaveLength(1);
  await expect(failures()).rejects.toThrow('ENOENT');

  const piped = await runCommand([...list, '--passphrase-file', '-'], PASSPHRASE);
  expect(piped.exitCode, piped.stderr).toBe(0);
  process.env['RONGDANG_PASSPHRASE'] = PASSPHRASE;
  const fromEnvironment = await runCommand(list);
  delete process.env['RONGDANG_PASSPHRASE'];
  expect(fromEnvironment.exitCode, fromEnvironment.stderr).toBe(0);

  const help = await runCommand(['help', '--data', dataFolder]);
  expect(help.exitCode).toBe(0);
  await rm(join(dataFolder, 'lock.json'));
  const removed = await runCommand(list);
  expect(removed.exitCode).toBe(0);
  expect(removed.stderr).toContain('口令已被移除');
});
