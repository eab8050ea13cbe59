import { useEffect, useRef, type RefObject } from 'react';

/** The mark of the row that would get the files; the styles know it. */
const MARK = 'data-drop-target';

/**
 * Takes files that are dropped onto a row of the grid inside an element.
 *
 * @param onDrop called with the id of the row's record
 */
export function useRowDrop(
  frame: RefObject<HTMLElement | null>,
  onDrop: (id: string, transfer: DataTransfer) => void,
): void {
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const mark = (row: Element | null) => {
      for (const marked of element.querySelectorAll(`[${MARK}]`)) if (marked !== row) marked.removeAttribute(MARK);
      row?.setAttribute(MARK, '');
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      const row = rowOf(event.target);
      event.dataTransfer.dropEffect = row ? 'copy' : 'none';
      mark(row);
    };
    const drop = (event: DragEvent) => {
      mark(null);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      const id = rowOf(event.target)?.getAttribute('row-id');
      if (id) latest.current(id, event.dataTransfer);
    };
    element.addEventListener('dragover', over, { signal });
    element.addEventListener('dragleave', (event) => event.relatedTarget === null && mark(null), { signal });
    element.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [frame]);
}

function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('.ag-row[row-id]') : null;
}
