import type { Settings } from '#contract/settings';
import { useSystemDark } from './use-system-preference.ts';

/** Whether the window is dark now: by setting, or by what the system says. */
export function useDarkMode(theme: Settings['theme']): boolean {
  const isSystemDark = useSystemDark();
  return theme === 'system' ? isSystemDark : theme === 'dark';
}
