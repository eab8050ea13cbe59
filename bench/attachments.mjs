/**
 * Taking files into the archive beside `cp` and `sha256sum` on the same files, in the same run: 1,000 files of 1 MB of
 * random bytes. Ours also flushes every file to the disk before it answers, which cp does not.
 */
import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median } from './measures.mjs';
import { settle, timeSystemCopy } from './system-copy.mjs';

const FILES = 1_000;
const FILE_BYTES = 1024 * 1024;
const ROUNDS = 3;

/** @param {{ executablePath: string, root: string }} runtime */
export function benchAttachments(runtime) {
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const sources = join(folder, 'sources');
  try {
    makeFiles(sources);
    const system = [];
    const ours = [];
    // In turns, so that whatever else the machine does falls on both alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      system.push(timeSystemCopy(sources, join(folder, `copies-${round}`)));
      ours.push(timeStore(runtime, sources, join(folder, `store-${round}`)));
    }
    const [systemMs, oursMs] = [median(system), median(ours)];
    return { files: FILES, rounds: ROUNDS, systemMs, oursMs, ratio: systemMs / oursMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} sources */
function makeFiles(sources) {
  mkdirSync(sources);
  const content = Buffer.alloc(FILE_BYTES);
  for (let index = 0; index < FILES; index += 1) {
    writeFileSync(join(sources, `scan-${String(index).padStart(4, '0')}.jpg`), randomFillSync(content));
  }
}

/**
 * The service that main uses, in the Node of the same Electron; its own start is not counted.
 * @param {{ executablePath: string, root: string }} runtime @param {string} sources @param {string} store
 */
function timeStore(runtime, sources, store) {
  settle();
  const script = join(runtime.root, 'bench', 'take-attachments.mjs');
  const answer = execFileSync(runtime.executablePath, [script, sources, store], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  rmSync(store, { recursive: true });
  return Number(answer);
}
