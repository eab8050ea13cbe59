import { lockFiles, type KeptLock, type LockFiles } from './lock-files.ts';
import { hashPassphrase, matchesPassphrase, type PassphraseHash } from './passphrase-hash.ts';
import { createSeal, unwrapKey, wrapKey, type Seal } from './sealing/wrapped-key.ts';
import { takeTurns } from './take-turns.ts';
import { writeFailure, type WriteFailureCode } from './write-atomically.ts';

export type LockState = {
  readonly isSet: boolean;
  readonly isLocked: boolean;
  /** `lock.json` is there and cannot be read: no passphrase opens it. */
  readonly isDamaged: boolean;
  /** There was a passphrase, and somebody has taken `lock.json` away. */
  readonly wasRemoved: boolean;
  /** The passphrase encrypts the records, besides locking the window. */
  readonly isSealed: boolean;
  /** How long no passphrase is tried, in milliseconds. */
  readonly waitMs: number;
};

export type LockAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `unfinished`: the passphrase is set, and encrypting, or ending that, goes on at the next start. */
      readonly code: 'wrong' | 'waiting' | 'damaged' | 'unfinished' | WriteFailureCode;
      readonly detail: string;
      readonly waitMs: number;
    };

/** What is wanted of a passphrase: to lock the window, or to encrypt the records too. */
export type Wanted = { readonly passphrase: string; readonly encrypts: boolean };

/** Whether the archive is open to whoever sits here, the passphrase that opens it, and the key that it gives back. */
export type ArchiveLock = {
  readonly state: () => LockState;
  readonly isLocked: () => boolean;
  /** Without a passphrase there is nothing to lock; answers whether it is locked now. */
  readonly lock: () => boolean;
  readonly unlock: (passphrase: string) => Promise<LockAnswer>;
  /** @param present the passphrase until now, when there is one */
  readonly set: (present: string | null, wanted: Wanted) => Promise<LockAnswer>;
  readonly remove: (present: string) => Promise<LockAnswer>;
  /** Somebody has read that the passphrase was removed, and wants none. */
  readonly acceptRemoval: () => Promise<LockAnswer>;
  /** What records are encrypted with; null when they are not, or as long as no passphrase has opened the archive. */
  readonly seal: () => Seal | null;
  /** Encryption is being given up: once nothing is encrypted any more, `endSealing` is to be called. */
  readonly isEnding: () => boolean;
  /** @throws the operating system's error */
  readonly endSealing: () => Promise<void>;
};

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** A second after the first wrong passphrase, then twice as long each time, up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
}

/**
 * Locked from the start when there is a passphrase.
 *
 * @param steadyClock milliseconds that go on evenly, whatever the computer's clock is set to
 */
export async function openArchiveLock(root: string, steadyClock: () => number): Promise<ArchiveLock> {
  const files = lockFiles(root);
  let kept = await files.read();
  let seal: Seal | null = null;
  let isLocked = kept.status !== 'none';
  let wasRemoved = kept.status === 'none' && (await files.hasTrace());
  // A first start after the passphrase was set may have been cut off before the trace was left.
  if (isLocked) await files.leaveTrace().catch(() => undefined);
  const tries = await countTries(files, steadyClock);
  // Passphrases that are tried at once must not all be tried before the first is counted.
  const { take: inTurn } = takeTurns();

  async function check(passphrase: string): Promise<LockAnswer> {
    const answer = await tries.check(kept, passphrase);
    if (answer.ok && answer.seal) seal = answer.seal;
    return answer.ok ? { ok: true } : answer;
  }
  const checked = (present: string, work: () => Promise<void>) =>
    inTurn(async () => {
      const answer = await check(present);
      return answer.ok ? asAnswer(work) : answer;
    });

  return {
    state: () => ({ ...describe(kept), isLocked, wasRemoved, waitMs: tries.waitMs() }),
    isLocked: () => isLocked,
    lock: () => (isLocked = kept.status !== 'none'),
    unlock: (passphrase) =>
      inTurn(async () => {
        const answer = await check(passphrase);
        if (answer.ok) isLocked = false;
        return answer;
      }),
    set: (present, wanted) =>
      checked(present ?? '', async () => {
        ({ kept, seal } = await keepLock(files, seal, wanted));
        wasRemoved = false;
        await files.leaveTrace();
      }),
    remove: (present) =>
      checked(present, async () => {
        kept = await removeLock(files, seal);
      }),
    acceptRemoval: () =>
      inTurn(() =>
        asAnswer(async () => {
          if (kept.status === 'none') await files.removeTrace();
          wasRemoved = false;
        }),
      ),
    seal: () => seal,
    isEnding: () => kept.status === 'sealed' && kept.ending !== null,
    endSealing: () =>
      inTurn(async () => {
        if (kept.status !== 'sealed' || kept.ending === null) return;
        kept = await endSealing(files, kept.ending.passphrase);
        seal = null;
      }),
  };
}

function describe({ status }: KeptLock): Pick<LockState, 'isSet' | 'isDamaged' | 'isSealed'> {
  return { isSet: status !== 'none', isDamaged: status === 'damaged', isSealed: status === 'sealed' };
}

type Sealed = Extract<KeptLock, { readonly status: 'sealed' }>;

/** Writes down a passphrase. A key that is in use already stays the same. */
async function keepLock(
  files: LockFiles,
  seal: Seal | null,
  { passphrase, encrypts }: Wanted,
): Promise<{ readonly kept: KeptLock; readonly seal: Seal | null }> {
  if (encrypts) {
    const next = seal ? await wrapKey(seal.key, passphrase) : await createSeal(passphrase);
    await files.writeSealed({ key: next.wrapped, ending: null });
    return { kept: { status: 'sealed', keys: [next.wrapped], ending: null }, seal: next };
  }
  const hash = await hashPassphrase(passphrase);
  if (seal) return { kept: await keepEnding(files, seal, hash), seal };
  await files.write(hash);
  return { kept: { status: 'set', passphrase: hash }, seal };
}

/** Takes the passphrase away, or begins to when records are encrypted with it. */
async function removeLock(files: LockFiles, seal: Seal | null): Promise<KeptLock> {
  if (seal) return keepEnding(files, seal, null);
  // The trace first: without `lock.json` it would say that somebody else had taken that away.
  await files.removeTrace();
  await files.remove();
  return { status: 'none' };
}

/** @param passphrase that is left to lock the window; null: none */
async function endSealing(files: LockFiles, passphrase: PassphraseHash | null): Promise<KeptLock> {
  if (passphrase === null) await files.removeTrace();
  await files.endSealed(passphrase);
  return passphrase === null ? { status: 'none' } : { status: 'set', passphrase };
}

/** From now on encryption is being given up; the passphrase that opens until then is the present one. */
async function keepEnding(files: LockFiles, { wrapped }: Seal, passphrase: PassphraseHash | null): Promise<Sealed> {
  const ending = { passphrase };
  await files.writeSealed({ key: wrapped, ending });
  return { status: 'sealed', keys: [wrapped], ending };
}

type CheckAnswer = { readonly ok: true; readonly seal: Seal | null } | Extract<LockAnswer, { readonly ok: false }>;

type Tries = {
  readonly check: (kept: KeptLock, passphrase: string) => Promise<CheckAnswer>;
  readonly waitMs: () => number;
};

/**
 * Only the number of failures is kept on disk, no time of day: a start waits out the whole delay of the last one, so neither
 * a restart nor a clock that is set forward makes it shorter.
 */
async function countTries(files: LockFiles, steadyClock: () => number): Promise<Tries> {
  let failures = await files.readFailures();
  let freeAt = steadyClock() + waitAfter(failures);
  const waitMs = () => Math.max(0, Math.ceil(freeAt - steadyClock()));
  const count = async (now: number) => {
    failures = now;
    // A full disk must not lock the owner out; until the program ends it is counted all the same.
    await files.writeFailures(now).catch(() => undefined);
  };
  return {
    waitMs,
    check: async (kept, passphrase) => {
      if (kept.status === 'none') return { ok: true, seal: null };
      if (kept.status === 'damaged') return refused('damaged', 0);
      if (waitMs() > 0) return refused('waiting', waitMs());
      // Counted before it is looked at, so that ending the program in between gains nothing.
      await count(failures + 1);
      const opened = await tryPassphrase(kept, passphrase);
      if (opened) {
        await count(0);
        return { ok: true, ...opened };
      }
      freeAt = steadyClock() + waitAfter(failures);
      return refused('wrong', waitMs());
    },
  };
}

async function tryPassphrase(
  kept: Extract<KeptLock, { readonly status: 'set' | 'sealed' }>,
  passphrase: string,
): Promise<{ readonly seal: Seal | null } | null> {
  if (kept.status === 'set') return (await matchesPassphrase(passphrase, kept.passphrase)) ? { seal: null } : null;
  for (const wrapped of kept.keys) {
    const key = await unwrapKey(wrapped, passphrase);
    if (key) return { seal: { key, wrapped } };
  }
  return null;
}

function refused(code: 'wrong' | 'waiting' | 'damaged', waitMs: number) {
  return { ok: false, code, detail: '', waitMs } as const;
}

async function asAnswer(work: () => Promise<void>): Promise<LockAnswer> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    return { ...writeFailure(error), waitMs: 0 };
  }
}
