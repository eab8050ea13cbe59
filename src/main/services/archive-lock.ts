import { lockFiles, type KeptLock, type LockFiles } from './lock-files.ts';
import { hashPassphrase, matchesPassphrase } from './passphrase-hash.ts';
import { takeTurns } from './take-turns.ts';
import { writeFailure, type WriteFailureCode } from './write-atomically.ts';

export type LockState = {
  readonly isSet: boolean;
  readonly isLocked: boolean;
  /** `lock.json` is there and cannot be read: no passphrase opens it. */
  readonly isDamaged: boolean;
  /** There was a passphrase, and somebody has taken `lock.json` away. */
  readonly wasRemoved: boolean;
  /** How long no passphrase is tried, in milliseconds. */
  readonly waitMs: number;
};

export type LockAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'wrong' | 'waiting' | 'damaged' | WriteFailureCode;
      readonly detail: string;
      readonly waitMs: number;
    };

/** Whether the archive is open to whoever sits here, and the passphrase that opens it. It encrypts nothing. */
export type ArchiveLock = {
  readonly state: () => LockState;
  readonly isLocked: () => boolean;
  /** Without a passphrase there is nothing to lock; answers whether it is locked now. */
  readonly lock: () => boolean;
  readonly unlock: (passphrase: string) => Promise<LockAnswer>;
  /** @param present the passphrase until now, when there is one */
  readonly set: (present: string | null, passphrase: string) => Promise<LockAnswer>;
  readonly remove: (present: string) => Promise<LockAnswer>;
  /** Somebody has read that the passphrase was removed, and wants none. */
  readonly acceptRemoval: () => Promise<LockAnswer>;
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
  let isLocked = kept.status !== 'none';
  let wasRemoved = kept.status === 'none' && (await files.hasTrace());
  // A first start after the passphrase was set may have been cut off before the trace was left.
  if (isLocked) await files.leaveTrace().catch(() => undefined);
  const tries = await countTries(files, steadyClock);
  // Passphrases that are tried at once must not all be tried before the first is counted.
  const { take: inTurn } = takeTurns();

  const check = (passphrase: string) => tries.check(kept, passphrase);
  return {
    state: () => ({
      isSet: kept.status !== 'none',
      isLocked,
      isDamaged: kept.status === 'damaged',
      wasRemoved,
      waitMs: tries.waitMs(),
    }),
    isLocked: () => isLocked,
    lock: () => (isLocked = kept.status !== 'none'),
    unlock: (passphrase) =>
      inTurn(async () => {
        const answer = await check(passphrase);
        if (answer.ok) isLocked = false;
        return answer;
      }),
    set: (present, passphrase) =>
      inTurn(async () => {
        const answer = await check(present ?? '');
        if (!answer.ok) return answer;
        return asAnswer(async () => {
          const hash = await hashPassphrase(passphrase);
          await files.write(hash);
          kept = { status: 'set', passphrase: hash };
          wasRemoved = false;
          await files.leaveTrace();
        });
      }),
    remove: (present) =>
      inTurn(async () => {
        const answer = await check(present);
        if (!answer.ok) return answer;
        return asAnswer(async () => {
          // The trace first: without `lock.json` it would say that somebody else had taken that away.
          await files.removeTrace();
          await files.remove();
          kept = { status: 'none' };
        });
      }),
    acceptRemoval: () =>
      inTurn(() =>
        asAnswer(async () => {
          if (kept.status === 'none') await files.removeTrace();
          wasRemoved = false;
        }),
      ),
  };
}

type Tries = {
  readonly check: (kept: KeptLock, passphrase: string) => Promise<LockAnswer>;
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
      if (kept.status === 'none') return { ok: true };
      if (kept.status === 'damaged') return refused('damaged', 0);
      if (waitMs() > 0) return refused('waiting', waitMs());
      // Counted before it is looked at, so that ending the program in between gains nothing.
      await count(failures + 1);
      if (await matchesPassphrase(passphrase, kept.passphrase)) {
        await count(0);
        return { ok: true };
      }
      freeAt = steadyClock() + waitAfter(failures);
      return refused('wrong', waitMs());
    },
  };
}

function refused(code: 'wrong' | 'waiting' | 'damaged', waitMs: number): LockAnswer {
  return { ok: false, code, detail: '', waitMs };
}

async function asAnswer(work: () => Promise<void>): Promise<LockAnswer> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    return { ...writeFailure(error), waitMs: 0 };
  }
}
