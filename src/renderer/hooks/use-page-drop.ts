import { useEffect, useRef, useState } from 'react';

/** Whether a drag brings files, as against a tile or text of the page itself. */
function bringsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true;
}

/**
 * Takes files that are dropped anywhere on the page. Answers whether some are being dragged over it just now. Behind an
 * open dialog nothing is taken.
 */
export function usePageDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const isWanted = (event: DragEvent) =>
      bringsFiles(event.dataTransfer) &&
      document.querySelector('.ant-modal-wrap:not([style*="display: none"])') === null;
    const over = (event: DragEvent) => {
      if (!isWanted(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Only when the drag leaves the window, not when it goes from one element to the next.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!isWanted(event) || !event.dataTransfer || event.defaultPrevented) return;
      event.preventDefault();
      latest.current(event.dataTransfer);
    };
    addEventListener('dragenter', over, { signal });
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, []);
  return isOver;
}
