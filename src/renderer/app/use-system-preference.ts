import { useSyncExternalStore } from 'react';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemStill = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the system asks for dark windows now. */
export function useSystemDark(): boolean {
  return useMatches(systemDark);
}

/** Whether the system asks programs not to move what they show. */
export function useSystemStill(): boolean {
  return useMatches(systemStill);
}

function useMatches(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (notify) => {
      query.addEventListener('change', notify);
      return () => query.removeEventListener('change', notify);
    },
    () => query.matches,
  );
}
