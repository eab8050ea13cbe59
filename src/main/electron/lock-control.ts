import type { ArchiveLock } from '#services/archive-lock';
import type { Settings } from '#contract/settings';
import type { ContractHandlers } from './ipc-host.ts';
import type { WindowCovers } from './window-covers.ts';

type LockChannel = Extract<keyof ContractHandlers, `lock:${string}`>;

export type LockControl = {
  /** Has all windows keep what is not saved, then locks them together; answers whether the archive is locked. */
  readonly lockNow: () => Promise<boolean>;
  readonly handlers: Pick<ContractHandlers, LockChannel>;
};

export type LockServices = {
  readonly lock: ArchiveLock;
  readonly covers: WindowCovers;
  readonly theme: () => Settings['theme'];
  /** Whether there is a passphrase, or whether it is locked, may be another now. */
  readonly onChange: () => void;
};

/** The lock over all windows of this process. */
export function createLockControl({ lock, covers, theme, onChange }: LockServices): LockControl {
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
  return {
    lockNow,
    handlers: {
      'lock:state': () => ({ ...lock.state(), theme: theme() }),
      'lock:unlock': async ({ passphrase }) => {
        const answer = await change(lock.unlock(passphrase));
        if (answer.ok) covers.uncover();
        return answer;
      },
      'lock:now': lockNow,
      'lock:set': ({ present, passphrase }) => change(lock.set(present, passphrase)),
      'lock:remove': ({ present }) => change(lock.remove(present)),
      'lock:accept-removal': () => change(lock.acceptRemoval()),
      'lock:ready': (_request, { id }) => {
        covers.setReady(id);
        return null;
      },
    },
  };
}
