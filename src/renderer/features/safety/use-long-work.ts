import { useCallback, useEffect, useState } from 'react';
import type { ResponseOf } from '#contract/archive-contract';
import { callMain } from '../../archive/bridge.ts';

export type Progress = NonNullable<ResponseOf<'backup:progress'>>;
export type WorkName = 'backup' | 'rehearse' | 'check' | 'compare' | 'safety' | 'restore' | 'restart';

export type RunningWork = {
  readonly name: WorkName;
  readonly progress: Progress | null;
  readonly isCancelling: boolean;
  readonly cancel: () => void;
};

const LOOK_AGAIN_MS = 200;

/** Long work of main, one at a time: what it is, how far it is, and its end. */
export function useLongWork() {
  const [name, setName] = useState<WorkName | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isCancelling, setCancelling] = useState(false);
  useEffect(() => {
    if (name === null) return undefined;
    const look = async () => {
      // What main has not begun yet cannot be ended: it is told again.
      if (isCancelling) await callMain('backup:cancel', null);
      setProgress(await callMain('backup:progress', null));
    };
    const first = setTimeout(() => void look(), 0);
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [name, isCancelling]);
  const run = useCallback(async <T>(work: WorkName, task: () => Promise<T>): Promise<T> => {
    setProgress(null);
    setCancelling(false);
    setName(work);
    try {
      return await task();
    } finally {
      setName(null);
    }
  }, []);
  const running: RunningWork | null =
    name === null ? null : { name, progress, isCancelling, cancel: () => setCancelling(true) };
  return { running, run };
}
