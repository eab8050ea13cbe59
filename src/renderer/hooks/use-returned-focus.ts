import { useEffect, useState } from 'react';

/**
 * Gives the cursor back, when something that lay over the window is gone, to where it was before. Without that it falls
 * out of the window, and the next key does nothing. A cursor that has gone elsewhere by then stays there.
 */
export function useReturnedFocus(): void {
  // Asked for while it is drawn for the first time: nothing of it can have taken the cursor yet.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body || !(before instanceof HTMLElement)) return;
      if (before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
