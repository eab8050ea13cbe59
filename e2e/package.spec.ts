import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from './support/data-folder.ts';
import { buildPackage, runPackaged, startPackaged } from './support/packaged-app.ts';
import { addHonor } from './support/window-steps.ts';

const [OLD, NEW] = ['0.0.1', '0.0.2'] as const;

// One worker builds the two packages once.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let packages = '';
let older = '';
let newer = '';

test.beforeAll(async () => {
  test.setTimeout(300_000);
  packages = await mkdtemp(join(tmpdir(), 'rongdang-packages-'));
  older = await buildPackage(join(packages, OLD), OLD);
  newer = await buildPackage(join(packages, NEW), NEW);
});

test.afterAll(() => rm(packages, { recursive: true, force: true, maxRetries: 5 }));

test('the package has the application and nothing that only developers need', async () => {
  const resources = join(dirname(newer), 'resources');
  expect((await readdir(resources)).toSorted()).toEqual(['app.asar']);
  const asar = join(resources, 'app.asar');
  const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const outside = files.filter((path) => !/^\/(?:out|resources)(?:\/|$)|^\/package\.json$/.test(path));
  expect(outside).toEqual([]);
  expect(files.filter((path) => /node_modules|build-stamp|\.map$|\.test\./.test(path))).toEqual([]);
  expect(JSON.parse(extractFile(asar, 'package.json').toString())).toMatchObject({ name: 'rongdang', version: NEW });
});

test('the fuses are set in the binary', async () => {
  const wire = await getCurrentFuseWire(newer);
  // As characters: 1 is on, 0 is off.
  const state = (fuse: FuseV1Options) => String.fromCodePoint(Number(wire[fuse]));
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    onlyFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
  }).toEqual({
    runAsNode: '0',
    nodeOptions: '0',
    inspect: '0',
    filePrivileges: '0',
    cookieEncryption: '0',
    ownSnapshot: '0',
    onlyFromAsar: '1',
    asarIntegrity: '1',
  });
});

test('the package runs no code but its own', async ({ dataFolder }) => {
  const mark = join(dataFolder, 'ran');
  const foreign = join(dataFolder, 'foreign.cjs');
  await writeFile(foreign, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
  const asNode = await runPackaged(newer, ['help'], { ELECTRON_RUN_AS_NODE: '1' });
  expect(asNode.stdout).toContain('用法');
  await runPackaged(newer, ['help'], { NODE_OPTIONS: `--require=${foreign}` });
  expect(existsSync(mark)).toBe(false);
});

test('a record is saved and read back, and no debugger is let into the main process', async ({ dataFolder }) => {
  const app = await startPackaged(newer, dataFolder, ['--inspect=0']);
  await addHonor(app.page, '示例：软件包里的荣誉');
  expect(await app.page.evaluate(() => location.origin)).toBe('app://archive');
  expect(app.said()).not.toContain('Debugger listening');
  await app.close();

  const listed = await runPackaged(newer, ['list', '--kind', 'honor', '--data', dataFolder, '--json']);
  expect(listed.exitCode).toBe(0);
  expect(JSON.stringify(listed.json)).toContain('示例：软件包里的荣誉');
});

test('what one version saved, the next one has', async ({ dataFolder }) => {
  const before = await startPackaged(older, dataFolder);
  await addHonor(before.page, '示例：升级前的荣誉');
  await before.close();

  const after = await startPackaged(newer, dataFolder);
  await addHonor(after.page, '示例：升级后的荣誉');
  await after.close();
  const listed = await runPackaged(newer, ['list', '--kind', 'honor', '--data', dataFolder, '--json']);
  for (const title of ['示例：升级前的荣誉', '示例：升级后的荣誉']) {
    expect(JSON.stringify(listed.json)).toContain(title);
  }
});
