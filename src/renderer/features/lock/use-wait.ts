import { useCallback, useEffect, useState } from 'react';

const TICK_MS = 250;

/** Counts a wait down: how many seconds are left, and a way to begin another one. */
export function useWait(firstMs: number): { readonly seconds: number; readonly begin: (ms: number) => void } {
  const [freeAt, setFreeAt] = useState(() => performance.now() + firstMs);
  const [now, setNow] = useState(() => performance.now());
  const seconds = Math.max(0, Math.ceil((freeAt - now) / 1000));
  const isWaiting = seconds > 0;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  const begin = useCallback((ms: number) => {
    const start = performance.now();
    setNow(start);
    setFreeAt(start + ms);
  }, []);
  return { seconds, begin };
}
