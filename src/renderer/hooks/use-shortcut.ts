import { useEffect, useRef } from 'react';
import { isComposing } from './is-composing.ts';

/** While something is being typed, these belong to the text: it has an undo of its own. */
const TEXT_SHORTCUTS: ReadonlySet<string> = new Set(['Delete', 'Ctrl+Z', 'Ctrl+Y', 'Ctrl+Shift+Z', '?', '？']);

/**
 * Calls back on a shortcut such as "Ctrl+S", "Alt+ArrowLeft", "F2" or "Escape", anywhere in the window, but not behind
 * an open dialog and not while an input method is composing. A key that is held down calls back once.
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
      if (TEXT_SHORTCUTS.has(shortcut) && isTyping(event.target)) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), dialog:modal')) return;
      event.preventDefault();
      if (!event.repeat) latest.current();
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
    (event.shiftKey === parts.includes('Shift') || isSign(key)) &&
    event.altKey === parts.includes('Alt')
  );
}

/** Signs need Shift on some keyboards and not on others; letters and named keys say themselves whether it is held. */
function isSign(key: string): boolean {
  return /^\p{P}$/u.test(key);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
