import { useEffect, useRef } from 'react';
import { isComposing } from '../../hooks/is-composing.ts';
import type { Zoom } from './use-zoom.ts';

/** Keys of the viewer, by `event.key`; they work as long as nothing is being typed. */
export function useViewerKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof HTMLInputElement) return;
      const action = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** The keys by which everything that can be zoomed is zoomed. */
export function zoomKeys(zoom: Zoom): Readonly<Record<string, () => void>> {
  return { '+': zoom.larger, '=': zoom.larger, '-': zoom.smaller, _: zoom.smaller, '0': zoom.fit, '1': zoom.actual };
}
