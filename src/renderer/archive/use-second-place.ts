import { useCallback, useEffect, useState } from 'react';
import { isSecondPlaceMissed } from '#domain/backup/second-place-due';
import type { SecondPlace } from '#contract/second-place-contract';
import { callMain } from './bridge.ts';

export type SeenPlace = {
  readonly place: SecondPlace;
  /** It was not there for so long that somebody is to be reminded. */
  readonly isMissed: boolean;
};

const LOOK_AGAIN_MS = 5000;

/** The place besides where backups go, looked at again and again: it comes and goes. Undefined before the first look. */
export function useSecondPlace() {
  const [seen, setSeen] = useState<SeenPlace | null | undefined>(undefined);
  const look = useCallback(async () => {
    const place = await callMain('second-place:read', null);
    setSeen(
      place && { place, isMissed: isSecondPlaceMissed({ ...place, lastBackup: null }, new Date().toISOString()) },
    );
  }, []);
  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look]);
  return { seen, look };
}
