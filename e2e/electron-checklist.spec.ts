import { expect, type Page } from '@playwright/test';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, test, type RunningApp } from './support/archive-app.ts';
import { IMPORT_STATES } from './support/import-states.ts';
import { openRawWindow } from './support/raw-window.ts';
import { SCREENS } from './support/screens.ts';
import { SEARCH_STATES } from './support/search-states.ts';
import { goTo, loadSample } from './support/window-steps.ts';
import { webPreferences } from './support/web-preferences.ts';

/**
 * Electron's security checklist (docs/tutorial/security.md of Electron, items 1–17) on the running application; what is
 * not here is in `hardening.spec.ts`, item 17 in `ipc-fuzz.spec.ts`.
 */

test('2, 3, 4, 6, 8, 9, 10: the preferences of the page are the strict ones', async ({ app, page }) => {
  await loadSample(page);
  const preferences = await webPreferences(app);
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
  });
  const loosening = [
    'nodeIntegrationInSubFrames',
    'nodeIntegrationInWorker',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'webviewTag',
    'navigateOnDragDrop',
    'plugins',
  ];
  for (const name of loosening) expect(Boolean(preferences[name]), name).toBe(false);
});

/** The policy by its directives. */
function readPolicy(header: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    header.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );
}

test('1, 7: every answer carries a policy without anything inline, and a nonce of its own', async ({ app, page }) => {
  const script = await page.evaluate(() => document.querySelector('script')?.src ?? '');
  const answers = await app.electron.evaluate(
    async ({ net }, urls) =>
      Promise.all(
        urls.map(async (url) => {
          const response = await net.fetch(url);
          return Object.fromEntries(response.headers);
        }),
      ),
    ['app://archive/index.html', 'app://archive/index.html', script],
  );
  const nonces = answers.map((headers) => {
    const policy = readPolicy(headers['content-security-policy'] ?? '');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    for (const [name, sources] of policy) {
      const isNamed = /^'(?:self|none|nonce-[A-Za-z0-9+/]{22}==)'$|^data:$|^blob:$/;
      expect(
        sources.filter((source) => !isNamed.test(source)),
        name,
      ).toEqual([]);
    }
    // What `default-src` does not cover.
    for (const name of ['form-action', 'base-uri', 'frame-ancestors']) expect(policy.get(name)).toEqual(["'none'"]);
    return policy.get('style-src')?.find((source) => source.startsWith("'nonce-"));
  });
  expect(new Set(nonces).size).toBe(answers.length);
});

test('5: every permission is denied but writing text to the clipboard', async ({ page }) => {
  await loadSample(page);
  const outcome = await page.evaluate(async () => {
    const names = [
      'accelerometer',
      'background-sync',
      'camera',
      'clipboard-read',
      'display-capture',
      'geolocation',
      'gyroscope',
      'idle-detection',
      'local-fonts',
      'magnetometer',
      'microphone',
      'midi',
      'notifications',
      'periodic-background-sync',
      'persistent-storage',
      'screen-wake-lock',
      'speaker-selection',
      'storage-access',
      'window-management',
    ];
    const states = await Promise.all(
      names.map(async (name) => {
        const state = await navigator.permissions.query({ name: name as PermissionName }).then(
          (status) => status.state,
          () => 'unknown' as const,
        );
        return [name, state] as const;
      }),
    );
    const ask = async (kind: string, method: string, wanted?: object) => {
      const api = Reflect.get(navigator, kind) as Record<string, (wanted?: object) => Promise<unknown>> | undefined;
      if (!api?.[method]) throw new Error('there is no such thing');
      const devices = await api[method](wanted);
      if (Array.isArray(devices) && devices.length === 0) throw new Error('no device was given');
    };
    const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
      desktop: () =>
        navigator.mediaDevices.getUserMedia({
          video: { mandatory: { chromeMediaSource: 'desktop' } } as MediaTrackConstraints,
        }),
      usb: () => ask('usb', 'requestDevice', { filters: [] }),
      hid: () => ask('hid', 'requestDevice', { filters: [] }),
      serial: () => ask('serial', 'requestPort'),
      bluetooth: () => ask('bluetooth', 'requestDevice', { acceptAllDevices: true }),
      place: () => new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed)),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      fonts: async () => {
        const query = Reflect.get(window, 'queryLocalFonts') as () => Promise<readonly unknown[]>;
        if ((await query.call(window)).length === 0) throw new Error('no font was told');
      },
      clipboard: () => navigator.clipboard.readText(),
      fullscreen: () => document.documentElement.requestFullscreen(),
      pointer: async () => document.body.requestPointerLock(),
      wakeLock: () => navigator.wakeLock.request('screen'),
    };
    const outcomes: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      const answer = (async () => attempt())().then(
        () => 'given',
        () => 'refused',
      );
      const silence = new Promise<string>((resolve) => setTimeout(() => resolve('unanswered'), 4000));
      outcomes.push(`${name}: ${await Promise.race([answer, silence])}`);
    }
    return { states, outcomes, notifications: await Notification.requestPermission() };
  });
  // Full screen is asked for and never answered without a click; that it did not happen is what counts.
  const unanswered = outcome.outcomes.filter((each) => !each.endsWith(': refused'));
  expect(unanswered.filter((each) => each !== 'fullscreen: unanswered')).toEqual([]);
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
  expect(outcome.notifications).toBe('denied');
  expect(outcome.states.filter(([, state]) => state !== 'denied' && state !== 'unknown')).toEqual([]);
});

test('the clipboard takes text and gives none', async ({ app, page }) => {
  await loadSample(page);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  // Copying is asked for by a click, as the window does it.
  await page.evaluate(() => {
    document.body.addEventListener('click', () => void navigator.clipboard.writeText('示例文字'), { once: true });
  });
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('示例文字');
  const read = await page.evaluate(() =>
    navigator.clipboard.read().then(
      () => 'given',
      () => 'refused',
    ),
  );
  expect(read).toBe('refused');
});

async function countContents({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

test('11, 12: no page is embedded, not even in a window that would allow it', async ({ app, page, dataFolder }) => {
  await loadSample(page);
  const before = await countContents(app);
  const isPlain = await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://archive/index.html');
    document.body.append(view);
    return !('loadURL' in view);
  });
  expect(isPlain).toBe(true);

  const url = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '');
  const raw = await openRawWindow(app, { folder: dataFolder, url, webviews: true });
  await raw.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://archive/index.html');
    document.body.append(view);
  });
  await raw.waitForTimeout(500);
  expect(await countContents(app)).toBe(before + 1);
});

/** Whether the developer tools open within some milliseconds when main itself asks for them, and whether the menu offers them. */
async function developerTools({ electron }: RunningApp, longestMs: number) {
  return electron.evaluate(async ({ BrowserWindow, Menu }, longest) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const opened = new Promise<boolean>((resolve) => {
      contents?.once('devtools-opened', () => resolve(true));
      setTimeout(() => resolve(false), longest);
    });
    contents?.openDevTools({ mode: 'detach' });
    const isOpen = await opened;
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const isOffered = items.some(({ role }) => String(role).toLowerCase() === 'toggledevtools');
    return { isOpen, isOffered };
  }, longestMs);
}

test('a package has no developer tools', async ({ app, dataFolder }) => {
  // The first time on a machine they take more than five seconds.
  expect(await developerTools(app, 20_000)).toEqual({ isOpen: true, isOffered: true });
  // Electron takes itself for packaged then. The package itself lets nothing into its main process to ask it.
  const packaged = await startApp(join(dataFolder, 'other'), [], { ELECTRON_FORCE_IS_PACKAGED: 'true' });
  expect(await developerTools(packaged, 5_000)).toEqual({ isOpen: false, isOffered: false });
  await packaged.close();
});

async function hashOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href);
}

test('13, 14, 15: the page stays, no window opens, and nothing is handed to the system', async ({ app, page }) => {
  await loadSample(page);
  await app.electron.evaluate(({ shell }) => {
    const called: string[] = [];
    Reflect.set(globalThis, 'openedOutside', called);
    for (const name of ['openExternal', 'openPath'] as const) {
      Reflect.set(shell, name, (target: string) => {
        called.push(target);
        return Promise.resolve('');
      });
    }
  });
  const address = await hashOf(page);
  const before = await countContents(app);
  for (const target of [
    'https://example.com/',
    'http://127.0.0.1/',
    'mailto:a@example.com',
    'ms-settings:',
    'file:///etc/passwd',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
    'data:text/html,<h1>other</h1>',
    'app://other/index.html',
    'app://lock/index.html',
    'app://archive.example.com/index.html',
    'view-source:app://archive/index.html',
  ]) {
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      for (const button of [0, 1]) {
        link.target = '_blank';
        link.dispatchEvent(new MouseEvent('click', { button, ctrlKey: button === 0, bubbles: true }));
      }
      link.remove();
      window.open(url);
      const form = document.createElement('form');
      form.action = url;
      document.body.append(form);
      form.submit();
      form.remove();
    }, target);
    await page.waitForTimeout(100);
    expect(await hashOf(page), target).toBe(address);
    expect(await countContents(app), target).toBe(before);
  }
  const handedOut = await app.electron.evaluate(() => Reflect.get(globalThis, 'openedOutside') as readonly string[]);
  expect(handedOut).toEqual([]);
});

test('13: what is dragged into the window does not become its page', async ({ page, dataFolder }) => {
  await loadSample(page);
  const address = await hashOf(page);
  const file = join(dataFolder, 'page.html');
  await writeFile(file, '<h1>other</h1>');
  const devtools = await page.context().newCDPSession(page);
  const drags = [
    { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }], files: [], dragOperationsMask: 1 },
    { items: [{ mimeType: 'text/html', data: '<img src="https://example.com/">' }], files: [], dragOperationsMask: 1 },
    { items: [], files: [file], dragOperationsMask: 1 },
  ];
  for (const data of drags) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    await page.waitForTimeout(300);
    expect(await hashOf(page)).toBe(address);
  }
});

test('downloads are refused', async ({ app, page }) => {
  await loadSample(page);
  await app.electron.evaluate(({ session }) => {
    const seen: boolean[] = [];
    Reflect.set(globalThis, 'downloads', seen);
    session.defaultSession.on('will-download', (event) => seen.push(event.defaultPrevented));
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'file.exe';
    document.body.append(link);
    link.click();
  });
  const downloads = () => app.electron.evaluate(() => Reflect.get(globalThis, 'downloads') as readonly boolean[]);
  await expect.poll(downloads).toEqual([true]);
});

test('files are not read by their address', async ({ app, page }) => {
  await loadSample(page);
  const read = await page.evaluate(async () => {
    const picture = new Promise<string>((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve('shown'));
      image.addEventListener('error', () => resolve('refused'));
      image.src = 'file:///usr/share/pixmaps/debian-logo.png';
    });
    const fetched = fetch('file:///etc/passwd').then(
      () => 'given',
      () => 'refused',
    );
    return Promise.all([picture, fetched]);
  });
  expect(read).toEqual(['refused', 'refused']);
  const byMain = await app.electron.evaluate(({ net }) =>
    net.fetch('file:///etc/passwd').then(
      () => 'given',
      () => 'refused',
    ),
  );
  expect(byMain).toBe('refused');
});

test('the protocol answers only for what it lists: no traversal, no other method, no link out of the store', async ({
  app,
  page,
  dataFolder,
}) => {
  await loadSample(page);
  const hash = 'ab'.repeat(32);
  await mkdir(join(dataFolder, 'attachments', 'ab'), { recursive: true });
  await symlink('/etc/passwd', join(dataFolder, 'attachments', 'ab', hash));
  const answers = await app.electron.evaluate(
    async ({ net }, paths) => {
      const get = paths.map(async (path) => [path, (await net.fetch(`app://archive/${path}`)).status] as const);
      const other = ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'].map(async (method) => {
        const response = await net.fetch('app://archive/index.html', { method });
        return [method, response.status] as const;
      });
      return Promise.all([...get, ...other]);
    },
    [
      '',
      '.',
      'index.html/',
      'INDEX.HTML',
      'index.html%00.png',
      '../../etc/passwd',
      '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '..%252f..%252fetc/passwd',
      'assets/../../main/index.js',
      'assets/..%5c..%5cmain%5cindex.js',
      '//etc/passwd',
      'C:/Windows/win.ini',
      `attachment/${hash}`,
      `attachment/${hash.toUpperCase()}`,
      'attachment/../../archive.json',
      `attachment/..%2f..%2f..%2fetc%2fpasswd`,
      `thumbnail/${hash}`,
      `thumbnail/../../${hash}`,
    ],
  );
  expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
  const byChannel = await page.evaluate(async (sha256) => {
    type Call = (channel: string, request: unknown) => Promise<unknown>;
    const { call } = Reflect.get(window, 'rongdang') as { readonly call: Call };
    return [
      await call('attachments:describe', { sha256 }),
      await call('attachments:read', { sha256, offset: 0, length: 9 }),
    ];
  }, hash);
  expect(byChannel).toEqual([null, { ok: false, code: 'missing', detail: hash }]);
});

test('7: no screen and no state of it breaks the policy', async ({ page }) => {
  test.setTimeout(120_000);
  await loadSample(page);
  await page.evaluate(() => {
    const broken: string[] = [];
    Reflect.set(window, 'brokenPolicy', broken);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      broken.push(`${location.hash}: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  for (const screen of SCREENS) {
    await goTo(page, `#/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(200);
  }
  for (const { open, close } of [...SEARCH_STATES, ...IMPORT_STATES]) {
    await open(page);
    await close(page);
  }
  expect(await page.evaluate(() => Reflect.get(window, 'brokenPolicy') as readonly string[])).toEqual([]);
});
