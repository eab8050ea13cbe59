import type { ArchiveLock, LockAnswer } from '#services/archive-lock';
import type { Settings } from '#contract/settings';
import type { ContractHandlers } from './ipc-host.ts';
import type { WindowCovers } from './window-covers.ts';

type LockChannel = Extract<keyof ContractHandlers, `lock:${string}`>;

export type LockControl = {
  /** Has all windows keep what is not saved, then locks them together; answers whether the archive is locked. */
  readonly lockNow: () => Promise<boolean>;
  readonly handlers: Pick<ContractHandlers, LockChannel>;
  /** Fulfilled once a passphrase has opened the archive that was locked at its start. */
  readonly unlocked: Promise<void>;
};

export type LockServices = {
  readonly lock: ArchiveLock;
  readonly covers: WindowCovers;
  readonly theme: () => Settings['theme'];
  /** Brings what is on the disk to where the lock wants it. @throws the operating system's error */
  readonly settle: () => Promise<void>;
  /** Whether this process has the working copy in memory alone. */
  readonly isInMemory: boolean;
  /** Whether there is a passphrase, or whether it is locked, may be another now. */
  readonly onChange: () => void;
};

/** The lock over all windows of this process. */
export function createLockControl(services: LockServices): LockControl {
  const { lock, covers, theme, settle, isInMemory, onChange } = services;
  let onUnlocked: () => void = () => undefined;
  const unlocked = new Promise<void>((resolve) => (onUnlocked = resolve));
  let locking: Promise<boolean> | null = null;

  async function lockWindows(): Promise<boolean> {
    await covers.prepare();
    if (!lock.lock()) return false;
    covers.cover();
    onChange();
    return true;
  }

  async function lockNow(): Promise<boolean> {
    if (!lock.state().isSet || lock.isLocked()) return lock.isLocked();
    locking ??= lockWindows().finally(() => (locking = null));
    return locking;
  }

  const change = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    onChange();
    return answer;
  };
  const changeAndSettle = async (work: Promise<LockAnswer>): Promise<LockAnswer> => {
    const answer = await change(work);
    if (!answer.ok) return answer;
    // What is not done now is done at the next start; everything can be read until then.
    const detail = await settle().then(() => null, String);
    onChange();
    return detail === null ? answer : { ok: false, code: 'unfinished', detail, waitMs: 0 };
  };
  return {
    unlocked,
    lockNow,
    handlers: {
      'lock:state': () => ({
        ...lock.state(),
        isRestartDue: lock.state().isSealed && !lock.isEnding() && !isInMemory,
        theme: theme(),
      }),
      'lock:unlock': async ({ passphrase }) => {
        const answer = await change(lock.unlock(passphrase));
        if (answer.ok) {
          onUnlocked();
          covers.uncover();
        }
        return answer;
      },
      'lock:now': lockNow,
      'lock:set': ({ present, ...wanted }) => changeAndSettle(lock.set(present, wanted)),
      'lock:remove': ({ present }) => changeAndSettle(lock.remove(present)),
      'lock:accept-removal': () => change(lock.acceptRemoval()),
      'lock:ready': (_request, { id }) => {
        covers.setReady(id);
        return null;
      },
    },
  };
}
