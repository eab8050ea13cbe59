import { useSyncExternalStore } from 'react';
import type { Settings } from '#contract/settings';

const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** Whether the window is dark now: by setting, or by what the system says. */
export function useDarkMode(theme: Settings['theme']): boolean {
  const isSystemDark = useSyncExternalStore(
    (notify) => {
      systemDark.addEventListener('change', notify);
      return () => systemDark.removeEventListener('change', notify);
    },
    () => systemDark.matches,
  );
  return theme === 'system' ? isSystemDark : theme === 'dark';
}
