import { useEffect, useRef } from 'react';
import { WRITER_LOCK } from '#storage/commit-changes';

type Preparation = () => Promise<void>;

const preparations = new Set<Preparation>();

/** Has main wait, when it is about to lock the archive, until what is not saved is kept and what is being saved is done. */
export function listenForLock(): void {
  window.rongdang.onLocking(async () => {
    await Promise.all([...preparations].map((prepare) => prepare()));
    await navigator.locks.request(WRITER_LOCK, () => null);
  });
}

/** What a screen has to keep before its page is taken away. */
export function useBeforeLock(prepare: Preparation): void {
  const latest = useRef(prepare);
  useEffect(() => {
    latest.current = prepare;
  });
  useEffect(() => {
    const run = () => latest.current();
    preparations.add(run);
    return () => void preparations.delete(run);
  }, []);
}
