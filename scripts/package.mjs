/**
 * `npm run package`: the application as it is installed, unpacked into dist/, from the Electron that this machine has.
 * `npm run package -- --installers`: what users install, for the system that this runs on; needs the release host.
 */
import { build } from 'electron-builder';
import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build-if-stale.mjs';
import { describeRuntime, findRuntime, projectRoot } from './electron-runtime.mjs';
import { fail } from './launch.mjs';
import { builderConfig } from './packaging/builder-config.mjs';

/** For tests: another folder, and another version to upgrade from. */
const OPTIONS = /** @type {const} */ ({
  installers: { type: 'boolean', default: false },
  out: { type: 'string', default: join(projectRoot, 'dist') },
  version: { type: 'string' },
});

async function run() {
  const { values } = parseArgs({ options: OPTIONS });
  const output = resolve(values.out);
  const runtime = findRuntime();
  if (values.installers) assertShippable(runtime);
  process.stdout.write(`Packaging with ${describeRuntime(runtime)}\n`);
  await buildIfStale();
  const local = { folder: dirname(runtime.path), version: runtime.version };
  const config = builderConfig({
    output,
    version: values.version ?? null,
    runtime: values.installers ? null : local,
  });
  const made = await build({ projectDir: projectRoot, config, dir: !values.installers, publish: 'never' });
  if (values.installers) {
    for (const file of made) print(`${relative(projectRoot, file)}  ${megabytes(lstatSync(file).size)}`);
    return;
  }
  const unpacked = join(output, unpackedFolder(output));
  print(`${relative(projectRoot, unpacked)}  ${megabytes(sizeOf(unpacked))}`);
  print(`  of which ours: app.asar  ${megabytes(lstatSync(join(unpacked, 'resources', 'app.asar')).size)}`);
  if (runtime.origin !== 'electron package') print('For tests only: this is not the Electron that users get.');
}

/**
 * What users install is made of Electron as its release host serves it. The repack could not be proven to be that, and
 * what an environment variable points to could be anything.
 *
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 */
function assertShippable({ origin }) {
  if (origin === 'electron package') return;
  throw new Error(
    `Installers are not built from this machine's Electron (${origin}), only from the pinned one. Build them where its ` +
      'release host answers (ELECTRON_MIRROR names another one); `npm run package` builds the unpacked application here.',
  );
}

/** @param {string} output */
function unpackedFolder(output) {
  const found = readdirSync(output).find((name) => name.endsWith('unpacked') || name.startsWith('mac'));
  if (found === undefined) throw new Error(`electron-builder left no unpacked application in ${output}.`);
  return found;
}

/** @param {string} folder @returns {number} bytes */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, entry) => bytes + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

run().catch(fail);
