/**
 * A complete backup beside `cp` and `sha256sum` on the same files, in turns in the same run: 1,500 records and
 * attachments of 2 GB together (RONGDANG_BENCH_BACKUP_MB says otherwise). Ours also flushes the package to the disk and
 * reads all of it again before it counts. The same with a passphrase; then with the attachments beside the package: the first
 * backup, and the second, which finds them there.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median } from './measures.mjs';
import { settle, timeSystemCopy } from './system-copy.mjs';

const RECORDS = 1_500;
const FILE_MB = 2;
const ROUNDS = 5;

/** @param {{ executablePath: string, root: string }} runtime */
export function benchBackup(runtime) {
  const megabytes = Number(process.env['RONGDANG_BENCH_BACKUP_MB'] ?? 2048);
  const folder = mkdtempSync(join(tmpdir(), 'rongdang-bench-'));
  const sources = join(folder, 'sources');
  try {
    makeFiles(sources, Math.ceil(megabytes / FILE_MB));
    /** @type {{ system: number[], whole: number[], sealed: number[], pooled: number[], again: number[], memory: number[] }} */
    const taken = { system: [], whole: [], sealed: [], pooled: [], again: [], memory: [] };
    const place = join(folder, 'place');
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.system.push(timeSystemCopy(sources, join(folder, 'copies')));
      const whole = timeBackup(runtime, sources, join(folder, 'backup.zip'), 'included');
      const sealed = timeBackup(runtime, sources, join(folder, 'backup.rongdang'), 'sealed');
      mkdirSync(place);
      const pooled = timeBackup(runtime, sources, join(place, 'first.zip'), 'pooled');
      const again = timeBackup(runtime, sources, join(place, 'second.zip'), 'pooled');
      rmSync(place, { recursive: true });
      taken.whole.push(whole.elapsed);
      taken.sealed.push(sealed.elapsed);
      taken.pooled.push(pooled.elapsed);
      taken.again.push(again.elapsed);
      taken.memory.push(whole.peak, sealed.peak, pooled.peak, again.peak);
    }
    // Round by round, so that what else the machine does bears on both sides.
    const speed = (/** @type {readonly number[]} */ ours) =>
      median(ours.map((elapsed, round) => (taken.system[round] ?? Number.NaN) / elapsed));
    return {
      megabytes,
      records: RECORDS,
      rounds: ROUNDS,
      systemMs: median(taken.system),
      oursMs: median(taken.whole),
      ratio: speed(taken.whole),
      sealedMs: median(taken.sealed),
      sealedRatio: speed(taken.sealed),
      pooledMs: median(taken.pooled),
      pooledRatio: speed(taken.pooled),
      againMs: median(taken.again),
      memoryMb: Math.max(...taken.memory) / 1024 / 1024,
      taken,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} sources @param {number} files */
function makeFiles(sources, files) {
  mkdirSync(sources);
  const content = Buffer.alloc(FILE_MB * 1024 * 1024);
  for (let index = 0; index < files; index += 1) {
    randomFillSync(content);
    writeFileSync(join(sources, createHash('sha256').update(content).digest('hex')), content);
  }
}

/**
 * The service that main uses, in the Node of the same Electron; its own start is not counted.
 * @param {{ executablePath: string, root: string }} runtime @param {string} sources @param {string} target
 * @param {'included' | 'sealed' | 'pooled'} how
 * @returns {{ elapsed: number, peak: number }}
 */
function timeBackup(runtime, sources, target, how) {
  settle();
  const script = join(runtime.root, 'bench', 'write-package.mjs');
  const answer = execFileSync(runtime.executablePath, [script, sources, target, String(RECORDS), how], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  rmSync(target);
  return JSON.parse(answer);
}
