import { expect } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, test } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { addHonor, goTo } from './support/window-steps.ts';

async function signatures(dataFolder: string): Promise<readonly string[]> {
  const folder = join(dataFolder, 'journal');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const texts = await Promise.all(names.toSorted().map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join('').match(/(?<=\\?"by\\?":\\?")[^"\\]+/g) ?? [];
}

test('who is working is chosen in the corner, and signs what is changed from then on', async ({ page, dataFolder }) => {
  await page.getByRole('button', { name: /^操作人：/ }).click();
  await page.getByRole('menuitem', { name: '添加姓名……' }).click();
  await page.getByLabel('姓名').fill('示例操作人甲');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '操作人：示例操作人甲' })).toBeVisible();
  await addHonor(page, '示例荣誉一');
  await goTo(page, '#/settings');
  await page.getByLabel('操作人名单').fill('示例操作人乙');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '操作人：示例操作人甲' }).click();
  await page.getByRole('menuitem', { name: '示例操作人乙' }).click();
  await addHonor(page, '示例荣誉二');
  expect(new Set(await signatures(dataFolder))).toEqual(new Set(['示例操作人甲', '示例操作人乙']));
});

test('a command is signed by --operator', async ({ dataFolder }) => {
  const data = ['--data', dataFolder, '--json'];
  const done = await runCommand(['sample', '--operator', '示例操作人丙', ...data]);
  expect(done.exitCode, done.stderr).toBe(0);
  expect(new Set(await signatures(dataFolder))).toEqual(new Set(['示例操作人丙']));
  for (const name of ['', '长'.repeat(51)]) {
    const refused = await runCommand(['sample', `--operator=${name}`, ...data]);
    expect(refused.exitCode).toBe(2);
    expect(refused.json).toMatchObject({ error: { code: 'bad-option', where: '--operator' } });
  }
});

test('set to read-only, the archive takes no change until that is switched off', async ({ page, dataFolder }) => {
  await addHonor(page, '示例荣誉');
  const before = await signatures(dataFolder);
  await goTo(page, '#/settings');
  await page.getByRole('switch', { name: '只读' }).click();
  await expect(page.getByRole('status').filter({ hasText: '只读' })).toBeVisible();
  await expect(page.getByRole('button', { name: '新增', exact: true })).toBeDisabled();
  // By a way that the window does not bar.
  await goTo(page, '#/new/honor');
  await page.getByLabel('名称').fill('示例：不该保存的荣誉');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/档案现在是只读的/).first()).toBeVisible();
  expect(await signatures(dataFolder)).toEqual(before);
  await page.getByRole('dialog').getByRole('button').last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: '在设置中关闭' }).click();
  await page.getByRole('button', { name: /放弃/ }).click();
  await page.getByRole('switch', { name: '只读' }).click();
  await addHonor(page, '示例荣誉二');
});

test('started with --read-only, neither window nor command changes anything, whatever the page asks', async ({
  dataFolder,
}) => {
  const first = await startApp(dataFolder);
  await addHonor(first.page, '示例荣誉');
  await first.close();
  const before = await signatures(dataFolder);

  const app = await startApp(dataFolder, ['--read-only']);
  await expect(app.page.getByText(/本次以只读方式启动/)).toBeVisible();
  const answers = await app.page.evaluate(async () => {
    type Call = (channel: string, request: unknown) => Promise<Record<string, unknown>>;
    const { call } = Reflect.get(window, 'rongdang') as { readonly call: Call };
    const { head } = await call('journal:state', null);
    const settings = await call('settings:read', null);
    return Promise.all([
      call('journal:append', { expected: head, text: '{}' }),
      call('drafts:keep', { key: 'honor:new', text: '{}' }),
      call('settings:write', { ...settings, editor: '示例' }),
      call('attachments:take', { token: crypto.randomUUID() }),
      call('lock:set', { present: null, passphrase: '示例口令 甲乙丙丁', encrypts: false }),
    ]);
  });
  expect(answers.map(({ code }) => code)).toEqual([
    'read-only',
    'not-writable',
    'not-writable',
    'store-not-writable',
    'not-writable',
  ]);
  await app.close();

  const refused = await runCommand(['sample', '--read-only', '--data', dataFolder, '--json']);
  expect(refused.exitCode).toBe(2);
  expect(JSON.stringify(refused.json)).toContain('只读');
  const listed = await runCommand(['list', '--kind', 'honor', '--read-only', '--data', dataFolder, '--json']);
  expect(listed.json['records']).toHaveLength(1);
  expect(await signatures(dataFolder)).toEqual(before);
});
