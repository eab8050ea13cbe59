import { expect, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveContract } from '#contract/archive-contract';
import { preloadContract } from '#contract/preload-contract';
import { startApp, test, type RunningApp } from './support/archive-app.ts';
import { isRunning } from './support/is-running.ts';
import { chooseLockNow, expectLocked, PASSPHRASE, setPassphrase, tryPassphrase, unlock } from './support/lock-steps.ts';
import { openRawWindow } from './support/raw-window.ts';
import { openSecond } from './support/second-window.ts';
import { addHonor, answerSaveDialog, goTo, loadSample } from './support/window-steps.ts';

type Call = (channel: string, request: unknown) => Promise<unknown>;

/** What the page hears from main on a channel, as text. */
async function ask(page: Page, channel: string, request: unknown = null): Promise<string> {
  return page.evaluate(
    async ([name, asked]) => {
      const { call } = Reflect.get(window, 'rongdang') as { readonly call: Call };
      return call(name, asked).then(JSON.stringify, String);
    },
    [channel, request] as const,
  );
}

test('a passphrase is set, locks the window, and opens it again where it was', async ({ app, page }) => {
  await addHonor(page, '示例荣誉');
  expect(await chooseLockNow(app)).toEqual({ found: true, enabled: false });
  await setPassphrase(page);
  await goTo(page, '#/ledger/honor');
  await expect(page.getByText('示例荣誉').first()).toBeVisible();
  expect(await chooseLockNow(app)).toEqual({ found: true, enabled: true });
  await expectLocked(page);
  expect(await page.content()).not.toContain('示例荣誉');
  await unlock(page);
  await expect(page.getByRole('heading', { name: '荣誉', level: 1 })).toBeVisible();
  await expect(page.getByText('示例荣誉').first()).toBeVisible();
});

test('wrong passphrases are answered ever later, also after a restart', async ({ dataFolder }) => {
  test.slow();
  const first = await startApp(dataFolder);
  await setPassphrase(first.page);
  await first.page.getByRole('button', { name: /^立即锁定/ }).click();
  await expectLocked(first.page);
  // The last one leaves a slow machine time to start again meanwhile.
  for (const wait of [1, 2, 4, 8]) {
    await tryPassphrase(first.page, '不对的口令');
    await expect(first.page.getByRole('status')).toHaveText(
      `口令不对，档案没有变化。请核对大小写和输入法。请等 ${wait} 秒再试。`,
    );
    await expect(first.page.getByRole('button', { name: '解锁' })).toBeDisabled();
    // The right one is refused as well before its time, whoever asks.
    const early = JSON.parse(await ask(first.page, 'lock:unlock', { passphrase: PASSPHRASE })) as object;
    expect(early).toMatchObject({ ok: false, code: 'waiting' });
    if (wait < 8) await expect(first.page.getByRole('button', { name: '解锁' })).toBeEnabled();
  }
  await first.kill();

  const again = await startApp(dataFolder);
  await expectLocked(again.page);
  // The clock of the computer is no way around it.
  await again.electron.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 86_400_000;
  });
  const early = JSON.parse(await ask(again.page, 'lock:unlock', { passphrase: PASSPHRASE })) as { waitMs: number };
  expect(early).toMatchObject({ ok: false, code: 'waiting' });
  expect(early.waitMs).toBeGreaterThan(1000);
  await expect(again.page.getByRole('button', { name: '解锁' })).toBeEnabled({ timeout: 20_000 });
  await unlock(again.page);
  await expect(again.page.getByRole('heading', { level: 1 })).toBeVisible();
  await again.close();
});

test('while locked, main answers nothing else: not the page, not a page that was taken over', async ({
  app,
  page,
  dataFolder,
}) => {
  await loadSample(page);
  const sheet = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '');
  const raw = await openRawWindow(app, { folder: dataFolder, url: sheet });
  await setPassphrase(page);
  await chooseLockNow(app);
  await expectLocked(page);

  const open = ['lock:state', 'lock:unlock'];
  for (const channel of Object.keys(archiveContract).filter((each) => !open.includes(each))) {
    expect(await ask(page, channel), channel).toContain(`${channel}: refused, the archive is locked.`);
  }
  expect(JSON.parse(await ask(page, 'lock:state'))).toEqual({
    isSet: true,
    isLocked: true,
    isDamaged: false,
    isSealed: false,
    isRestartDue: false,
    wasRemoved: false,
    waitMs: 0,
    theme: 'system',
  });

  // A page of the archive's own origin, past the preload.
  const channels = Object.keys({ ...archiveContract, ...preloadContract });
  const answers = await raw.evaluate(async (names) => {
    const invoke = Reflect.get(window, 'rawInvoke') as Call;
    return Promise.all(names.map((name) => invoke(name, null).then(JSON.stringify, String)));
  }, channels);
  for (const [index, channel] of channels.entries()) {
    const reason = open.includes(channel) ? "the sender is not the application's page" : 'the archive is locked';
    expect(answers[index], channel).toContain(`${channel}: refused, ${reason}.`);
  }
});

test('while locked, nothing of the archive is served, and no address leads to it', async ({
  app,
  page,
  dataFolder,
}) => {
  await loadSample(page);
  const bytes = Buffer.from('示例附件');
  const hash = createHash('sha256').update(bytes).digest('hex');
  await mkdir(join(dataFolder, 'attachments', hash.slice(0, 2)), { recursive: true });
  await writeFile(join(dataFolder, 'attachments', hash.slice(0, 2), hash), bytes);
  const statuses = async () =>
    app.electron.evaluate(
      async ({ net }, paths) => Promise.all(paths.map(async (path) => (await net.fetch(`app://${path}`)).status)),
      [`archive/attachment/${hash}`, 'archive/index.html', `lock/attachment/${hash}`, 'lock/index.html'],
    );
  expect(await statuses()).toEqual([200, 200, 404, 404]);
  await setPassphrase(page);
  const pid = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  await chooseLockNow(app);
  await expectLocked(page);
  expect(await statuses()).toEqual([404, 404, 404, 200]);

  // Whatever the page's memory held has ended with its process, and no key or mouse goes back to it.
  await expect.poll(() => isRunning(pid ?? 0)).toBe(false);
  const { canGoBack, title } = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { canGoBack: window?.webContents.navigationHistory.canGoBack(), title: window?.getTitle() };
  });
  expect({ canGoBack, title }).toEqual({ canGoBack: false, title: '荣档' });
  // The lock screen has stores of its own: those of the archive belong to another origin.
  const stores = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(stores).toEqual([]);
  for (const address of ['app://archive/index.html#/ledger/honor', '#/ledger/honor', '/index.html#/settings']) {
    await page.evaluate((wanted) => location.assign(wanted), address);
    await page.waitForTimeout(200);
    // Read by a script: the driver waits for navigation that was refused to end.
    const shown = await page.evaluate(() => [location.origin, document.querySelector('h1')?.textContent]);
    expect(shown, address).toEqual(['app://lock', '荣档已锁定']);
  }
});

async function menuOpensNoWindow({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(async ({ BrowserWindow, Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === '新建窗口')?.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return BrowserWindow.getAllWindows().length;
  });
}

test('all windows lock together, what was typed is kept, and each comes back where it was', async ({
  app,
  page,
  dataFolder,
}) => {
  await setPassphrase(page);
  const second = await openSecond(app);
  await goTo(second, '#/ledger/plan');
  await goTo(page, '#/new/honor');
  await page.getByLabel('名称', { exact: true }).fill('示例：锁定之前刚输入的');
  // At once: less than a pause in typing after the last letter.
  await chooseLockNow(app);
  await expectLocked(page);
  await expectLocked(second);
  expect(await menuOpensNoWindow(app)).toBe(2);
  expect(await readFile(join(dataFolder, 'window.json'), 'utf8').catch(() => '')).not.toContain('示例');

  await unlock(second);
  await expect(second.getByRole('heading', { name: '方案', level: 1 })).toBeVisible();
  await expect(page.getByText('有一份未保存的草稿“示例：锁定之前刚输入的”')).toBeVisible();
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例：锁定之前刚输入的');
});

/** Has the page begin what ends in a save dialog, locks the archive meanwhile, and only then chooses a file. */
async function saveWhileLocking(app: RunningApp, page: Page, filePath: string, begin: () => Promise<void>) {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) => {
        Reflect.set(globalThis, 'answerDialog', () => resolve({ canceled: false, filePath: path }));
      });
  }, filePath);
  await begin();
  await expect.poll(() => app.electron.evaluate(() => 'answerDialog' in globalThis)).toBe(true);
  await chooseLockNow(app);
  await expectLocked(page);
  await app.electron.evaluate(() => (Reflect.get(globalThis, 'answerDialog') as () => void)());
  await page.waitForTimeout(500);
}

test('a save dialog that is still open when the archive is locked hands out no document', async ({
  app,
  page,
  dataFolder,
}) => {
  await setPassphrase(page);
  const target = join(dataFolder, 'out.csv');
  await saveWhileLocking(app, page, target, () =>
    // Not waited for: the page is gone before there is an answer.
    page.evaluate(() => {
      const { call } = Reflect.get(window, 'rongdang') as { readonly call: Call };
      void call('file:begin', { suggestedName: '示例', type: 'csv' }).catch(() => null);
    }),
  );
  await expect(readFile(target)).rejects.toThrow('ENOENT');
});

test('a document that is being written when the archive is locked leaves nothing', async ({
  app,
  page,
  dataFolder,
}) => {
  await setPassphrase(page);
  const target = join(dataFolder, 'out.csv');
  await answerSaveDialog(app, target);
  await page.evaluate(async () => {
    const { call } = Reflect.get(window, 'rongdang') as { readonly call: Call };
    const { token } = (await call('file:begin', { suggestedName: '示例', type: 'csv' })) as { token: string };
    await call('file:append', { token, bytes: new Uint8Array(3) });
  });
  const partial = async () => (await readdir(dataFolder)).filter((name) => name.endsWith('.partial'));
  expect(await partial()).toHaveLength(1);
  await chooseLockNow(app);
  await expectLocked(page);
  await expect.poll(partial).toEqual([]);
  await expect(readFile(target)).rejects.toThrow('ENOENT');
});

test('nor does it hand out a backup', async ({ app, page, dataFolder }) => {
  await loadSample(page);
  await setPassphrase(page);
  const target = join(dataFolder, 'out.zip');
  await saveWhileLocking(app, page, target, () =>
    page.evaluate(async () => {
      const { call } = Reflect.get(window, 'rongdang') as { readonly call: Call };
      const { head } = (await call('journal:state', null)) as { readonly head: unknown };
      const { token } = (await call('backup:begin', { head, recordFormat: 1, reason: 'asked' })) as { token: string };
      void call('backup:write', { token, passphrase: null }).catch(() => null);
    }),
  );
  await expect(readFile(target)).rejects.toThrow('ENOENT');
});

test('without input for the time that is set, the archive locks itself; with input it does not', async ({
  app,
  page,
}) => {
  await loadSample(page);
  await setPassphrase(page);
  await page.getByLabel('自动锁定').click();
  await page.getByText('5 分钟没有操作', { exact: true }).click();
  const passes = async (minutes: number) =>
    app.electron.evaluate((_electron, ms) => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + ms;
    }, minutes * 60_000);
  await passes(4);
  await page.keyboard.press('Shift');
  await passes(4);
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 300);
  await passes(4);
  await page.waitForTimeout(2500);
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
  // Windows of other tests open and close below the one mouse of the display, which is input too.
  await expect(async () => {
    await passes(6);
    await expect(page.getByRole('heading', { name: '荣档已锁定' })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await expectLocked(page);
});

test('a passphrase is changed and given up by whoever knows it', async ({ page, dataFolder }) => {
  await setPassphrase(page);
  await page.getByRole('button', { name: '更改口令……' }).click();
  await page.getByLabel('现在的口令').fill('不对的口令');
  await page.getByLabel('新口令', { exact: true }).fill('短');
  await page.keyboard.press('Enter');
  await expect(page.getByText('新口令至少要 8 个字符。')).toBeVisible();
  await page.getByLabel('新口令', { exact: true }).fill('另一个示例口令甲');
  await page.getByLabel('再输一次新口令').fill('另一个示例口领甲');
  await page.keyboard.press('Enter');
  await expect(page.getByText('两次输入的新口令不一样，请重新输入。')).toBeVisible();
  await page.getByLabel('再输一次新口令').fill('另一个示例口令甲');
  const before = await readFile(join(dataFolder, 'lock.json'), 'utf8');
  await page.keyboard.press('Enter');
  await expect(page.getByText('现在的口令不对，口令没有变。请 1 秒后再试。')).toBeVisible();
  expect(await readFile(join(dataFolder, 'lock.json'), 'utf8')).toBe(before);
  await page.waitForTimeout(1100);
  await page.getByLabel('现在的口令').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('口令已更改。')).toBeVisible();
  expect(await readFile(join(dataFolder, 'lock.json'), 'utf8')).not.toBe(before);
  await page.getByRole('button', { name: '取消口令……' }).click();
  await page.getByLabel('现在的口令').fill('另一个示例口令甲');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '设置口令……' })).toBeVisible();
  await expect(readFile(join(dataFolder, 'lock.json'))).rejects.toThrow('ENOENT');
});

test('a passphrase that was taken away opens the archive, and is told until somebody says that none is wanted', async ({
  dataFolder,
}) => {
  const first = await startApp(dataFolder);
  await addHonor(first.page, '示例荣誉');
  await setPassphrase(first.page);
  await first.close();
  await rm(join(dataFolder, 'lock.json'));

  for (const accepts of [false, true]) {
    const app = await startApp(dataFolder);
    await expect(app.page.getByRole('alert').filter({ hasText: '口令已被移除' })).toBeVisible();
    if (accepts) {
      await app.page.getByRole('button', { name: '不再设口令' }).click();
      await expect(app.page.getByText('口令已被移除')).toHaveCount(0);
    }
    await app.close();
  }
  const last = await startApp(dataFolder);
  await expect(last.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(last.page.getByText('口令已被移除')).toHaveCount(0);
  await last.close();
});

test('a damaged lock stays shut, and says what to do', async ({ dataFolder }) => {
  const first = await startApp(dataFolder);
  await setPassphrase(first.page);
  await first.close();
  await writeFile(join(dataFolder, 'lock.json'), '{"version":1');
  const app = await startApp(dataFolder);
  await expectLocked(app.page);
  await expect(app.page.getByText(/lock\.json 已损坏/)).toBeVisible();
  await expect(app.page.getByLabel('口令', { exact: true })).toHaveCount(0);
  await app.close();
});
