import { useEffect, useRef } from 'react';
import { isComposing } from './is-composing.ts';

/**
 * Calls back on a shortcut such as "Ctrl+S", "F2" or "Escape", anywhere in the window. Shortcuts without Ctrl are left
 * alone while something is being typed.
 */
export function useShortcut(shortcut: string, onPress: () => void, enabled = true): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const press = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented || !matches(event, shortcut)) return;
      if (!event.ctrlKey && !shortcut.startsWith('F') && isTyping(event.target)) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [shortcut, enabled]);
}

function matches(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.shiftKey === parts.includes('Shift') &&
    !event.altKey
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
