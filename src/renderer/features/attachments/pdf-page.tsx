import type { PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { drawPage, layText } from '../../jobs/attachment-pdf.ts';
import { messages } from './messages.ts';
import styles from './viewer.module.css';

/** A canvas of more pixels is drawn coarser: it would take more memory than it is worth. */
const MOST_PIXELS = 24_000_000;
/** While somebody goes on zooming, the drawing that is there is stretched. */
const REDRAW_AFTER_MS = 120;

type PdfPageProps = {
  readonly page: PDFPageProxy;
  /** Pixels of the screen for each point of the page. */
  readonly scale: number;
  readonly rotation: number;
  readonly label: string;
};

/** One page, drawn as sharp as it is zoomed, with its text above it to be selected. */
export function PdfPage({ page, scale, rotation, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return undefined;
    let cancel: (() => void) | null = null;
    let isWanted = true;
    const draw = async () => {
      const { width, height } = page.getViewport({ scale: 1 });
      const sharp = scale * devicePixelRatio;
      const coarsest = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
      // Drawn apart, so that the page never goes blank while it is drawn anew.
      const drawn = document.createElement('canvas');
      const task = await drawPage(page, drawn, Math.min(sharp, coarsest), rotation);
      cancel = () => task.cancel();
      await task.promise;
      if (!isWanted) return;
      target.width = drawn.width;
      target.height = drawn.height;
      target.getContext('2d')?.drawImage(drawn, 0, 0);
      target.dataset['drawn'] = 'true';
    };
    const timer = setTimeout(
      () => {
        draw().catch((error: unknown) => {
          if (isWanted && !(error instanceof Error && error.name === 'RenderingCancelledException')) setBroken(true);
        });
      },
      target.dataset['drawn'] === 'true' ? REDRAW_AFTER_MS : 0,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
      cancel?.();
    };
  }, [page, scale, rotation]);
  useEffect(() => {
    const layer = text.current;
    if (!layer) return undefined;
    const laid = layText(page, layer, rotation);
    return () => {
      void laid.then((cancel) => cancel());
      layer.replaceChildren();
    };
  }, [page, rotation]);
  if (isBroken) return <p className={styles['message']}>{messages.viewer.pdf.broken}</p>;
  return (
    <>
      {/* A canvas has no alternative text of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <canvas ref={canvas} className={styles['page']} role="img" aria-label={label} data-testid="pdf-page" />
      <div ref={text} className={styles['pageText']} data-selectable data-testid="pdf-text" />
    </>
  );
}
