/** Starts the built application with the found runtime and a display, and relays how it ended. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { buildIfStale } from './build-if-stale.mjs';
import { openDisplay } from './display.mjs';
import { findRuntime, machineFlags, projectRoot } from './electron-runtime.mjs';

/**
 * @param {readonly string[]} args arguments for the application itself
 * @param {{ announce?: boolean, stdout?: 'inherit' | 'pipe' }} [options]
 * @returns {Promise<{ code: number, stdout: string }>}
 */
export async function launch(args, options = {}) {
  const runtime = findRuntime();
  await buildIfStale();
  const display = await openDisplay();
  if (options.announce) process.stderr.write(`${runtime.path}: Electron ${runtime.version} (${runtime.origin})\n`);
  try {
    return await run(runtime.path, [...machineFlags(), projectRoot, ...args], display.env, options.stdout ?? 'inherit');
  } finally {
    display.close();
  }
}

/**
 * @param {string} binary @param {readonly string[]} args @param {NodeJS.ProcessEnv} env
 * @param {'inherit' | 'pipe'} stdout
 * @returns {Promise<{ code: number, stdout: string }>}
 */
function run(binary, args, env, stdout) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { env, stdio: ['inherit', stdout, 'inherit'] });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, stdout: Buffer.concat(chunks).toString('utf8') }));
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => child.kill(signal));
  });
}

/** Ends this script with a plain line instead of a stack trace. @param {unknown} error @returns {never} */
export function fail(error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
