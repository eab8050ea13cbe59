/**
 * `npm run lockfile`, after `npm install` on a machine whose registry does not carry every platform's binaries.
 *
 * npm leaves optional packages that it could not find out of the lockfile, and `npm ci` then refuses it. This adds
 * them by name, version and platform; a machine of that platform fetches them from its own registry.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const LOCKFILE = 'package-lock.json';
const PLATFORM = /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(\w+))?$/;
/** npm's name of a processor where a package's name has another. */
const PROCESSORS = new Map([['armhf', 'arm']]);

/** @typedef {{ [key: string]: unknown, optionalDependencies?: Record<string, string>, engines?: object }} LockEntry */

const lock = /** @type {{ packages: Record<string, LockEntry> }} */ (JSON.parse(readFileSync(LOCKFILE, 'utf8')));
const added = Object.values(lock.packages)
  .flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({ name, version, entry })),
  )
  .filter(({ name }) => lock.packages[`node_modules/${name}`] === undefined)
  .flatMap(({ name, version, entry }) => {
    const match = PLATFORM.exec(name);
    if (!match) return [];
    const [, os, processor = '', abi = ''] = match;
    const libc = os === 'linux' && abi ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {};
    const cpu = [PROCESSORS.get(processor) ?? processor];
    const engines = entry.engines ? { engines: entry.engines } : {};
    return /** @type {[string, LockEntry][]} */ ([
      [`node_modules/${name}`, { version, cpu, dev: true, ...libc, optional: true, os: [os], ...engines }],
    ]);
  });

lock.packages = Object.fromEntries(
  [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} platform packages added to ${LOCKFILE}.\n`);
