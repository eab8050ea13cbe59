import { useEffect, useRef } from 'react';
import { useShortcut } from '../../hooks/use-shortcut.ts';

type FormKeys = {
  readonly onSave: () => void;
  readonly onSaveAndAdd: () => void;
  readonly onLeave: () => void;
  /** Something beside the form is open, which Escape closes before it leaves the form. */
  readonly isBesideOpen: boolean;
  readonly onCloseBeside: () => void;
};

/** The keys of a form. */
export function useFormKeys({ onSave, onSaveAndAdd, onLeave, isBesideOpen, onCloseBeside }: FormKeys): void {
  const wasOpen = useRef(isBesideOpen);
  useEffect(() => {
    if (isBesideOpen) {
      wasOpen.current = true;
      return undefined;
    }
    // It may have closed on the very key press that comes here next, which must not leave the form as well.
    const closed = setTimeout(() => (wasOpen.current = false));
    return () => clearTimeout(closed);
  }, [isBesideOpen]);
  useShortcut('Ctrl+S', onSave);
  useShortcut('Ctrl+Enter', onSaveAndAdd);
  useShortcut('Escape', () => (wasOpen.current ? onCloseBeside() : onLeave()));
}
