import { app } from 'electron';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { readJson } from '#services/data-folder';

type Mode = 'window' | 'command';

const COMMAND_PATIENCE_MS = 30_000;
const RETRY_MS = 200;

/**
 * Takes the archive for this process; the lock is the profile's, so it goes with the data folder. A running command
 * is waited for. A running window keeps the archive: a second window start wakes it up (through Electron's
 * `second-instance`), a command is refused.
 */
export async function takeArchive(root: string, mode: Mode): Promise<'taken' | 'held-by-window' | 'held-by-command'> {
  const holderFile = join(root, '.in-use.json');
  const giveUpAt = Date.now() + COMMAND_PATIENCE_MS;
  while (!app.requestSingleInstanceLock({ mode })) {
    const holder = await holderMode(holderFile);
    if (holder === 'window') return 'held-by-window';
    if (Date.now() > giveUpAt) return 'held-by-command';
    await wait(RETRY_MS);
  }
  writeFileSync(holderFile, JSON.stringify({ mode, pid: process.pid }));
  process.once('exit', () => rmSync(holderFile, { force: true }));
  return 'taken';
}

/** A holder that has ended without tidying up, as when it was killed, is none: the next one has not written yet. */
async function holderMode(holderFile: string): Promise<Mode> {
  const holder = await readJson(holderFile);
  if (typeof holder !== 'object' || holder === null || !('mode' in holder) || !('pid' in holder)) return 'command';
  return holder.mode === 'window' && typeof holder.pid === 'number' && isRunning(holder.pid) ? 'window' : 'command';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
