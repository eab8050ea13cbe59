import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readJson, writeJson } from './data-folder.ts';
import { readPassphraseHash, type PassphraseHash } from './passphrase-hash.ts';
import { readWrappedKey, type WrappedKey } from './sealing/wrapped-key.ts';
import { createAtomically, errorCode } from './write-atomically.ts';

/** What the files of the lock say. Only files that are not there mean that there is no passphrase. */
export type KeptLock =
  | { readonly status: 'none' }
  /** The passphrase locks the window. */
  | { readonly status: 'set'; readonly passphrase: PassphraseHash }
  /** The passphrase gives back the key that records are encrypted with. */
  | {
      readonly status: 'sealed';
      /** The same key, as each of the two files keeps it: a change of the passphrase may have reached one of them only. */
      readonly keys: readonly WrappedKey[];
      /** Encryption is being given up; the passphrase that is then left to lock the window, or none. */
      readonly ending: { readonly passphrase: PassphraseHash | null } | null;
    }
  /** It cannot be read, or another version wrote it. */
  | { readonly status: 'damaged' };

type SealedLock = Omit<Extract<KeptLock, { readonly status: 'sealed' }>, 'status' | 'keys'> & {
  readonly key: WrappedKey;
};

/** The files of the lock in a data folder. */
export type LockFiles = {
  readonly read: () => Promise<KeptLock>;
  readonly write: (passphrase: PassphraseHash) => Promise<void>;
  readonly writeSealed: (sealed: SealedLock) => Promise<void>;
  /** Takes away what gives back the key; only once nothing is encrypted any more. */
  readonly endSealed: (passphrase: PassphraseHash | null) => Promise<void>;
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
const SEALED_VERSION = 2;
const ABOUT = '荣档口令的校验值。记录没有加密；口令忘记时，移走本文件后重新打开荣档，窗口会说明口令已被移除。';
const ABOUT_SEALED =
  '荣档加密记录用的密钥，由口令保护。本文件和 journal/key.json 至少要留一份：都丢失时，只有加密备份能凭口令恢复记录。口令忘记时无法找回。';

export function lockFiles(root: string): LockFiles {
  const path = join(root, 'lock.json');
  const copy = keyFile(join(root, 'journal'));
  const trace = join(root, 'set-aside', 'lock-trace.json');
  const tries = join(root, 'lock-tries.json');
  const remove = () => rm(path, { force: true });
  const write = (passphrase: PassphraseHash) => writeJson(path, { version: VERSION, about: ABOUT, passphrase });
  return {
    read: async () => withKeyBeside(await readLock(path), await readKey(copy)),
    write,
    writeSealed: async ({ key, ending }) => {
      // Beside the journal first: whoever copies the journal alone needs it there.
      await writeKey(copy, key);
      await writeJson(path, { version: SEALED_VERSION, about: ABOUT_SEALED, key, ending });
    },
    endSealed: async (passphrase) => {
      await rm(copy, { force: true });
      await (passphrase === null ? remove() : write(passphrase));
    },
    remove,
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

/** Where a sealed journal has the key that opens it, sealed by the passphrase. */
export function keyFile(journal: string): string {
  return join(journal, 'key.json');
}

/** Keeps the key beside a journal that is sealed with it. @throws the operating system's error */
export function writeKey(path: string, key: WrappedKey): Promise<void> {
  return writeJson(path, { version: SEALED_VERSION, about: ABOUT_SEALED, key });
}

async function readKey(path: string): Promise<WrappedKey | null> {
  const stored = await readJson(path);
  return typeof stored === 'object' && stored !== null && 'key' in stored ? readWrappedKey(stored.key) : null;
}

/** A journal that has its key is sealed, whatever `lock.json` says: taking that away opens nothing. */
function withKeyBeside(lock: KeptLock, key: WrappedKey | null): KeptLock {
  if (key === null) return lock;
  if (lock.status !== 'sealed') return { status: 'sealed', keys: [key], ending: null };
  // Most times it is the same; trying a passphrase twice would take twice as long.
  return { ...lock, keys: [key, ...lock.keys.filter(({ salt }) => salt !== key.salt)] };
}

async function readLock(path: string): Promise<KeptLock> {
  const text = await readIfThere(path);
  if (text === null) return { status: 'none' };
  try {
    const stored = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return (stored['version'] === SEALED_VERSION ? readSealed(stored) : readPlain(stored)) ?? { status: 'damaged' };
  } catch {
    return { status: 'damaged' };
  }
}

function readPlain({ version, passphrase }: Readonly<Record<string, unknown>>): KeptLock | null {
  const known = version === VERSION ? readPassphraseHash(passphrase) : null;
  return known && { status: 'set', passphrase: known };
}

function readSealed({ key, ending }: Readonly<Record<string, unknown>>): KeptLock | null {
  const known = readWrappedKey(key);
  if (!known) return null;
  if (typeof ending !== 'object' || ending === null) return { status: 'sealed', keys: [known], ending: null };
  const { passphrase } = ending as Readonly<Record<string, unknown>>;
  return { status: 'sealed', keys: [known], ending: { passphrase: readPassphraseHash(passphrase) } };
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
