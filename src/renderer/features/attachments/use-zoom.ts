import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export type Size = { readonly width: number; readonly height: number };

const SMALLEST = 0.05;
const LARGEST = 8;
const STEP = 1.25;
/** Room around what fits. */
const MARGIN = 24;

export type Zoom = {
  readonly scale: number;
  readonly smaller: () => void;
  readonly larger: () => void;
  readonly fit: () => void;
  readonly actual: () => void;
};

/**
 * How large something is shown: as large as fits until somebody zooms. The wheel zooms around the pointer; dragging
 * moves what is larger than the window.
 *
 * @param content the size at 100%, or null while it is not known
 */
export function useZoom(content: Size | null): {
  /** Goes round the part that is scrolled. */
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly zoom: Zoom;
} {
  const stage = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const room = useSizeOf(stage);
  /** Where the point under the pointer is, as a share of the content, and where it shall stay. */
  const anchor = useRef<{ readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null>(
    null,
  );
  const fitting = content && room ? fittingScale(content, room) : 1;
  const scale = chosen ?? fitting;

  const zoomTo = useCallback((wanted: number, at?: { readonly clientX: number; readonly clientY: number }) => {
    const element = stage.current;
    if (element) {
      const box = element.getBoundingClientRect();
      const left = at ? at.clientX - box.left : box.width / 2;
      const top = at ? at.clientY - box.top : box.height / 2;
      const x = (element.scrollLeft + left) / Math.max(1, element.scrollWidth);
      const y = (element.scrollTop + top) / Math.max(1, element.scrollHeight);
      anchor.current = { x, y, left, top };
    }
    setChosen(Math.min(LARGEST, Math.max(SMALLEST, wanted)));
  }, []);
  useLayoutEffect(() => {
    const [element, kept] = [stage.current, anchor.current];
    if (!element || !kept) return;
    element.scrollLeft = kept.x * element.scrollWidth - kept.left;
    element.scrollTop = kept.y * element.scrollHeight - kept.top;
    anchor.current = null;
  });

  const latest = useRef(scale);
  useEffect(() => {
    latest.current = scale;
  });
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      zoomTo(latest.current * STEP ** (-event.deltaY / 100), event);
    };
    // React's own wheel listeners may not prevent scrolling.
    element.addEventListener('wheel', wheel, { passive: false });
    const stopDragging = dragToScroll(element);
    return () => {
      element.removeEventListener('wheel', wheel);
      stopDragging();
    };
  }, [zoomTo]);
  const zoom = {
    scale,
    smaller: () => zoomTo(scale / STEP),
    larger: () => zoomTo(scale * STEP),
    fit: () => setChosen(null),
    actual: () => zoomTo(1),
  };
  return { stage, zoom };
}

/** What is smaller than the window is not blown up. */
function fittingScale(content: Size, room: Size): number {
  const widths = (room.width - MARGIN) / content.width;
  const heights = (room.height - MARGIN) / content.height;
  return Math.max(SMALLEST, Math.min(1, widths, heights));
}

function useSizeOf(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // The outer size: scroll bars that come and go must not change what fits.
      const box = entry?.borderBoxSize[0];
      if (box) setSize({ width: box.inlineSize, height: box.blockSize });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

function dragToScroll(element: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let from: { readonly x: number; readonly y: number } | null = null;
  element.addEventListener(
    'pointerdown',
    (event) => {
      // Text of a page is selected, not moved.
      if (event.button !== 0 || (event.target instanceof HTMLElement && event.target.closest('[data-selectable]')))
        return;
      from = { x: element.scrollLeft + event.clientX, y: element.scrollTop + event.clientY };
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!from) return;
      element.scrollLeft = from.x - event.clientX;
      element.scrollTop = from.y - event.clientY;
    },
    { signal },
  );
  const end = () => (from = null);
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  return () => listening.abort();
}
