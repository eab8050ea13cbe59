import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { InputNumber, Spin } from 'antd';
import type { PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { openPdf, type OpenPdf, type PdfFailure } from '../../jobs/attachment-pdf.ts';
import type { ShownProps } from './attachment-viewer.tsx';
import { messages } from './messages.ts';
import { PdfPage } from './pdf-page.tsx';
import { Sheet } from './sheet.tsx';
import { useViewerKeys, zoomKeys } from './use-viewer-keys.ts';
import { useZoom } from './use-zoom.ts';
import { IconButton, TurnButtons, ViewerBar, ZoomButtons } from './viewer-bar.tsx';
import styles from './viewer.module.css';

/** Points of a page are 1/72 inch, pixels of a screen 1/96. */
const PIXELS_PER_POINT = 96 / 72;

/** A PDF page by page; its text can be selected and copied. */
export function PdfView({ attachment, actions, bar }: ShownProps) {
  const { pdf, failure } = usePdf(attachment.sha256);
  const [number, setNumber] = useState(1);
  const page = usePage(pdf, number);
  const rotation = attachment.rotation ?? 0;
  const viewport = page?.getViewport({ scale: PIXELS_PER_POINT, rotation: (page.rotate + rotation) % 360 });
  const { stage, zoom } = useZoom(viewport ? { width: viewport.width, height: viewport.height } : null);
  const total = pdf?.document.numPages ?? 0;
  const isTurning = useRef(false);
  const turn = async (by: number) => {
    if (isTurning.current) return;
    isTurning.current = true;
    await actions.turn(attachment, by);
    isTurning.current = false;
  };
  const goTo = (wanted: number) => {
    if (wanted >= 1 && wanted <= total) setNumber(wanted);
  };
  useViewerKeys({
    ...zoomKeys(zoom),
    r: () => void turn(90),
    R: () => void turn(-90),
    PageUp: () => goTo(number - 1),
    PageDown: () => goTo(number + 1),
    Home: () => goTo(1),
    End: () => goTo(total),
  });
  return (
    <>
      <ViewerBar {...bar}>
        {total > 0 && <Pages number={number} total={total} onGo={goTo} />}
        <ZoomButtons zoom={zoom} />
        <TurnButtons onTurn={(by) => void turn(by)} />
      </ViewerBar>
      <div ref={stage} className={styles['stage']} data-testid="viewer-stage">
        {failure !== null && <p className={styles['message']}>{messages.viewer.pdf[failure]}</p>}
        {failure === null && !page && <Spin />}
        {page && viewport && (
          <Sheet size={viewport} scale={zoom.scale}>
            <PdfPage
              key={`${page.pageNumber} ${rotation}`}
              page={page}
              scale={zoom.scale * PIXELS_PER_POINT}
              rotation={rotation}
              label={messages.viewer.page(number, total)}
            />
          </Sheet>
        )}
      </div>
    </>
  );
}

type PagesProps = { readonly number: number; readonly total: number; readonly onGo: (number: number) => void };

function Pages({ number, total, onGo }: PagesProps) {
  const { viewer } = messages;
  return (
    <span className={styles['tools']}>
      <IconButton
        label={viewer.earlierPage}
        icon={<LeftOutlined aria-hidden />}
        disabled={number === 1}
        onClick={() => onGo(number - 1)}
      />
      <InputNumber
        className={styles['pageInput'] ?? ''}
        size="small"
        aria-label={viewer.pageInput}
        controls={false}
        min={1}
        max={total}
        precision={0}
        value={number}
        onChange={(wanted) => wanted !== null && onGo(wanted)}
      />
      <span data-testid="pdf-pages">{viewer.ofPages(total)}</span>
      <IconButton
        label={viewer.laterPage}
        icon={<RightOutlined aria-hidden />}
        disabled={number === total}
        onClick={() => onGo(number + 1)}
      />
    </span>
  );
}

function usePdf(sha256: string) {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failure, setFailure] = useState<PdfFailure | null>(null);
  useEffect(() => {
    let isWanted = true;
    let close: (() => void) | null = null;
    openPdf(sha256)
      .then((opened) => {
        if (!opened.ok) return isWanted && setFailure(opened.code);
        if (!isWanted) return opened.pdf.close();
        ({ close } = opened.pdf);
        return setPdf(opened.pdf);
      })
      .catch(() => isWanted && setFailure('broken'));
    return () => {
      isWanted = false;
      close?.();
    };
  }, [sha256]);
  return { pdf, failure };
}

function usePage(pdf: OpenPdf | null, number: number): PDFPageProxy | null {
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let isWanted = true;
    pdf?.document
      .getPage(number)
      .then((loaded) => isWanted && setPage(loaded))
      .catch(() => isWanted && setPage(null));
    return () => {
      isWanted = false;
    };
  }, [pdf, number]);
  return page;
}
