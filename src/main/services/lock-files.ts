import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readJson, writeJson } from './data-folder.ts';
import { readPassphraseHash, type PassphraseHash } from './passphrase-hash.ts';
import { createAtomically, errorCode } from './write-atomically.ts';

/** What `lock.json` says. Only a file that is not there means that there is no passphrase. */
export type KeptLock =
  | { readonly status: 'none' }
  | { readonly status: 'set'; readonly passphrase: PassphraseHash }
  /** It cannot be read, or another version wrote it. */
  | { readonly status: 'damaged' };

/** The files of the lock in a data folder. */
export type LockFiles = {
  readonly read: () => Promise<KeptLock>;
  readonly write: (passphrase: PassphraseHash) => Promise<void>;
  readonly remove: () => Promise<void>;
  /** A trace that there is a passphrase, where neither a restoring nor a rebuilding comes by: a `lock.json` that is gone is noticed. */
  readonly hasTrace: () => Promise<boolean>;
  readonly leaveTrace: () => Promise<void>;
  readonly removeTrace: () => Promise<void>;
  /** How often in a row a passphrase was wrong. */
  readonly readFailures: () => Promise<number>;
  readonly writeFailures: (count: number) => Promise<void>;
};

const VERSION = 1;
const ABOUT = '荣档口令的校验值。记录没有加密；口令忘记时，移走本文件后重新打开荣档，窗口会说明口令已被移除。';

export function lockFiles(root: string): LockFiles {
  const path = join(root, 'lock.json');
  const trace = join(root, 'set-aside', 'lock-trace.json');
  const tries = join(root, 'lock-tries.json');
  return {
    read: () => readLock(path),
    write: (passphrase) => writeJson(path, { version: VERSION, about: ABOUT, passphrase }),
    remove: () => rm(path, { force: true }),
    hasTrace: async () => (await readIfThere(trace)) !== null,
    leaveTrace: async () => {
      await mkdir(dirname(trace), { recursive: true });
      await createAtomically(trace, `${JSON.stringify({ version: VERSION, lock: 'lock.json' })}\n`);
    },
    removeTrace: () => rm(trace, { force: true }),
    readFailures: async () => readCount(await readJson(tries)),
    writeFailures: (count) =>
      count === 0 ? rm(tries, { force: true }) : writeJson(tries, { version: VERSION, failures: count }),
  };
}

async function readLock(path: string): Promise<KeptLock> {
  const text = await readIfThere(path);
  if (text === null) return { status: 'none' };
  try {
    const { version, passphrase } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const known = version === VERSION ? readPassphraseHash(passphrase) : null;
    return known ? { status: 'set', passphrase: known } : { status: 'damaged' };
  } catch {
    return { status: 'damaged' };
  }
}

/** Null only when there is no such file; what cannot be read is there. */
async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => (errorCode(error) === 'ENOENT' ? null : ''));
}

function readCount(stored: unknown): number {
  if (typeof stored !== 'object' || stored === null || !('failures' in stored)) return 0;
  const { failures } = stored;
  return typeof failures === 'number' && Number.isInteger(failures) && failures > 0 ? failures : 0;
}
