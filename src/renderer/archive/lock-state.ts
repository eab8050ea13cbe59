import { useEffect, useSyncExternalStore } from 'react';
import type { LockAnswer, LockState } from '#contract/lock-contract';
import type { Channel, RequestOf } from '#contract/archive-contract';
import { callMain } from './bridge.ts';

let state: LockState | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function refresh(): Promise<void> {
  // Main refuses while it is locked; the page is about to go then.
  state = await callMain('lock:state', null).catch(() => state);
  for (const listener of listeners) listener();
}

/** Whether there is a passphrase; null until main has said so. Another window may change it, so it is read again in front. */
export function useLockState(): LockState | null {
  useEffect(() => {
    const read = () => void refresh();
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return useSyncExternalStore(subscribe, () => state);
}

type ChangingChannel = Extract<Channel, 'lock:set' | 'lock:remove' | 'lock:accept-removal'>;

/** Sets, changes or removes the passphrase. */
export async function changeLock<C extends ChangingChannel>(channel: C, request: RequestOf<C>): Promise<LockAnswer> {
  const answer = await callMain(channel, request);
  await refresh();
  return answer;
}

/** This page is gone soon after, so nothing comes back. */
export function lockNow(): void {
  void callMain('lock:now', null).catch(() => null);
}
