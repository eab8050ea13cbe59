import { expect } from '@playwright/test';
import { createServer, type Server } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, test as appTest } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { goTo, loadSample } from './support/window-steps.ts';
import { webPreferences } from './support/web-preferences.ts';

appTest('the page is sandboxed, isolated and without Node', async ({ app, page }) => {
  const preferences = await webPreferences(app);
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(await page.evaluate(() => location.origin)).toBe('app://archive');
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  );
  expect(globals).toEqual([]);
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'rongdang') as object))).toEqual([
    'call',
    'offerFile',
    'onLocking',
  ]);
});

appTest('navigation, new windows, permissions and eval are refused', async ({ app, page }) => {
  const opened = await page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
  });
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toContain('app://archive/index.html');
  expect(app.electron.windows()).toHaveLength(1);
  const permission = await page.evaluate(() => Notification.requestPermission());
  expect(permission).toBe('denied');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    // In a task of its own: what the test itself evaluates is let through.
    const compiles = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- whether it works is the question
          resolve(new Function('return true')() === true);
        } catch {
          resolve(false);
        }
      });
    });
    return { inline: 'injected' in window, compiles };
  });
  expect(ran).toEqual({ inline: false, compiles: false });
});

appTest('only the files of the application are served', async ({ app }) => {
  const answers = await app.electron.evaluate(async ({ net }) => {
    const urls = [
      'app://archive/index.html',
      'app://archive/',
      'app://archive/../main/index.js',
      'app://archive/..%2fmain%2findex.js',
      'app://archive/assets/..%5c..%5cmain%5cindex.js',
      'app://other/index.html',
    ];
    return Promise.all(urls.map(async (url) => (await net.fetch(url)).status));
  });
  expect(answers).toEqual([200, 404, 404, 404, 404, 404]);
});

appTest('a script can name no file: not by a channel, and not by something that looks like one', async ({ page }) => {
  const outcomes = await page.evaluate(async () => {
    type Bridge = {
      readonly call: (channel: string, request: unknown) => Promise<unknown>;
      readonly offerFile: (file: unknown) => Promise<unknown>;
    };
    const { call, offerFile } = Reflect.get(window, 'rongdang') as Bridge;
    const attempts = [
      () => call('attachments:offer-path', { path: '/etc/passwd' }),
      () => call('attachments:take', { token: crypto.randomUUID() }),
      () => offerFile({ name: 'passwd', path: '/etc/passwd', size: 1 }),
      () => offerFile('/etc/passwd'),
    ];
    return Promise.all(
      attempts.map(async (attempt) => {
        try {
          const answer = (await attempt()) as { readonly ok?: boolean } | null;
          return answer?.ok === true ? 'taken' : 'refused';
        } catch {
          return 'refused';
        }
      }),
    );
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
});

appTest('no screen breaks the content security policy or reports an error', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await loadSample(page);
  const screens = [
    '#/home',
    '#/ledger/honor',
    '#/ledger/plan',
    '#/ledger/activity',
    '#/new/honor',
    '#/new/plan',
    '#/new/activity',
    '#/record/activity/seed-activity-008',
    '#/edit/activity/seed-activity-008',
    '#/search',
    '#/yearbook',
    '#/units',
    '#/unit/seed-unit-work-committee',
    '#/settings',
  ];
  for (const screen of screens) {
    await goTo(page, screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(150);
  }
  expect(complaints).toEqual([]);
});

/** A server on this machine that counts who connects; whatever the page tries, nobody must. */
async function listen(): Promise<{
  readonly server: Server;
  readonly port: number;
  readonly connections: () => number;
}> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0, connections: () => connections };
}

test('nothing ever goes to the network', async ({ dataFolder }) => {
  const { server, port, connections } = await listen();
  const log = join(dataFolder, 'net-log.json');
  const app = await startApp(dataFolder, [`--log-net-log=${log}`]);
  await loadSample(app.page);
  await app.page.evaluate(async (url) => {
    const quietly = async (attempt: () => unknown) => {
      try {
        await attempt();
      } catch {
        // Being refused is what is wanted; the server counts who came through.
      }
    };
    await quietly(() => fetch(url));
    await quietly(() => fetch(url, { mode: 'no-cors' }));
    await quietly(() => navigator.sendBeacon(url));
    await quietly(() => new EventSource(url));
    await quietly(() => new WebSocket(url.replace('http', 'ws')));
    await quietly(() => {
      new Image().src = url;
      const frame = document.createElement('iframe');
      frame.src = url;
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = url;
      const hint = document.createElement('link');
      hint.rel = 'preconnect';
      hint.href = url;
      document.body.append(frame, sheet, hint);
    });
    await quietly(() => new RTCPeerConnection({ iceServers: [{ urls: url.replace('http:', 'stun:') }] }).createOffer());
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }, `http://127.0.0.1:${port}/`);
  await app.close();
  server.close();
  expect(connections()).toBe(0);

  const { constants, events } = JSON.parse(await readFile(log, 'utf8')) as {
    readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
    readonly events: readonly { readonly type: number; readonly params?: unknown }[];
  };
  // A UDP socket that is only connected asks the system for a route and sends nothing; bytes sent are what counts.
  const types = ['TCP_CONNECT', 'UDP_BYTES_SENT', 'HOST_RESOLVER_MANAGER_JOB', 'SSL_CONNECT'];
  const numbers = new Map(types.map((type) => [constants.logEventTypes[type], type]));
  const connects = events.filter((event) => numbers.has(event.type));
  expect(connects.map((event) => [numbers.get(event.type), event.params])).toEqual([]);
});
