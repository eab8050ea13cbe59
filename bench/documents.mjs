/** `node bench/documents.mjs [entries pictures]`: Word documents beside the bare work that they cannot do without. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from '../scripts/build-if-stale.mjs';
import { openDisplay } from '../scripts/display.mjs';
import { findRuntime, machineFlags, projectRoot } from '../scripts/electron-runtime.mjs';
import { bundleForNode } from './bundle.mjs';
import { benchDocumentsWindow } from './documents-window.mjs';
import { LONG_MS } from './import-window.mjs';

const MOST_BESIDE_ZIP = 2;
const LEAST_BESIDE_LIBRARY = 5;
const PICTURE_BYTES = 300_000;
const MEGABYTE = 1024 * 1024;

/**
 * @param {import('./start-up.mjs').Runtime} runtime
 * @param {readonly string[]} size how many entries and pictures, when others are wanted than usual
 */
export async function benchDocuments(runtime, size = []) {
  const bundle = await bundleForNode('documents-entry');
  const worker = join(projectRoot, 'bench', 'documents-rendering.mjs');
  const run = spawnSync(process.execPath, [worker, bundle, ...size], { encoding: 'utf8', maxBuffer: MEGABYTE });
  if (run.status !== 0) throw new Error(run.stderr);
  const { entries, pictures, rounds, fileBytes, peak, oursMs, zipMs, libraryMs } = JSON.parse(run.stdout);
  const mostMemory = 3 * fileBytes + 200 * MEGABYTE;
  const verdict = (/** @type {boolean} */ isMet) => (isMet ? '' : '  not met');
  const [besideZip, besideLibrary] = [oursMs / zipMs, libraryMs / oursMs];
  process.stdout.write(
    `A Word document of ${entries} entries and ${pictures} pictures, ${megabytes(fileBytes)}, medians of ${rounds} rounds in turns:\n` +
      `  荣档                     ${Math.round(oursMs)} ms\n` +
      `  zipping the same parts   ${Math.round(zipMs)} ms, ours ${besideZip.toFixed(2)} times that, at most ${MOST_BESIDE_ZIP} wanted${verdict(besideZip <= MOST_BESIDE_ZIP)}\n` +
      `  the docx library alone   ${Math.round(libraryMs)} ms, ${besideLibrary.toFixed(1)} times ours, at least ${LEAST_BESIDE_LIBRARY} wanted${verdict(besideLibrary >= LEAST_BESIDE_LIBRARY)}\n` +
      `  memory while it is made  ${megabytes(peak)}, at most ${megabytes(mostMemory)} wanted${verdict(peak <= mostMemory)}\n`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  try {
    const shown = await benchDocumentsWindow(runtime, { folder, entries, pictures, bytes: PICTURE_BYTES });
    const taken = (shown.mostMb - shown.beforeMb) * MEGABYTE;
    process.stdout.write(
      `  the same in the window   ${Math.round(shown.madeMs)} ms, ${megabytes(taken)} more memory, at most ${megabytes(mostMemory)} wanted${verdict(taken <= mostMemory)}\n` +
        `  its longest standstill   ${shown.longest === 0 ? `< ${LONG_MS}` : Math.round(shown.longest)} ms, less than ${LONG_MS} wanted${verdict(shown.longest < LONG_MS)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildIfStale();
  const display = await openDisplay();
  Object.assign(process.env, display.env);
  const runtime = { executablePath: findRuntime().path, flags: machineFlags(), root: projectRoot };
  await benchDocuments(runtime, process.argv.slice(2));
  display.close();
}
