/** Builds the three bundles when a source is newer than the last build; a no-op otherwise. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { cacheRoot, projectRoot } from './electron-runtime.mjs';

const INPUTS = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
];
const LOCK_TIMEOUT_MS = 180_000;

export async function buildIfStale() {
  const stamp = join(projectRoot, 'out', 'build-stamp');
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
  if (isFresh()) return;
  mkdirSync(cacheRoot, { recursive: true });
  const lock = join(cacheRoot, 'build.lock');
  const release = await acquire(lock);
  try {
    if (isFresh()) return;
    process.stderr.write('Building …\n');
    const wanted = fingerprint();
    const vite = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (result.status !== 0) {
      process.stderr.write(result.stdout);
      throw new Error('The build failed.');
    }
    writeFileSync(stamp, wanted);
  } finally {
    release();
  }
}

/** Two commands started together must not build into the same folder at once. @param {string} lock */
async function acquire(lock) {
  const giveUpAt = Date.now() + LOCK_TIMEOUT_MS;
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch {
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > LOCK_TIMEOUT_MS) rmSync(lock, { recursive: true, force: true });
      if (Date.now() > giveUpAt) throw new Error(`Another build holds ${lock}.`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Names, sizes and times of all inputs: cheap, and changes whenever a file does. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const input of INPUTS) addToHash(hash, input);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addToHash(hash, path) {
  const full = join(projectRoot, path);
  if (!existsSync(full)) return;
  const stats = statSync(full);
  if (!stats.isDirectory()) {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(full).toSorted()) addToHash(hash, join(path, name));
}
