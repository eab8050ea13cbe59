import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** A PDF that is open: its pages are read by pdf.js in a worker of its own. */
export type OpenPdf = {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
};

/** A small picture is not waited for any longer. */
const LONGEST_MS = 60_000;

export type PdfFailure = 'password' | 'broken';
export type PdfOpening =
  { readonly ok: true; readonly pdf: OpenPdf } | { readonly ok: false; readonly code: PdfFailure };

/**
 * Opens a stored PDF. Scripts in it never run and links in it are not followed: only pages are drawn and text is read,
 * and nothing but the file itself and our own fonts is fetched. An abort gives up the opening.
 */
export async function openPdf(sha256: string, signal: AbortSignal | null = null): Promise<PdfOpening> {
  const { getDocument, PDFWorker, PasswordException } = await import('pdfjs-dist');
  const port = new Worker(new URL('../workers/pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const resources = new URL('/pdfjs/', location.href).href;
  const task = getDocument({
    url: new URL(`/attachment/${sha256}`, location.href).href,
    worker,
    cMapUrl: `${resources}cmaps/`,
    standardFontDataUrl: `${resources}standard_fonts/`,
    wasmUrl: `${resources}wasm/`,
    // The page's policy allows no WebAssembly; the decoders are there as scripts.
    useWasm: false,
    disableWorkerRendering: true,
    enableXfa: false,
    disableAutoFetch: true,
  });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    // A worker that cannot even be started says so, and nothing more.
    const givenUp = new Promise<never>((_, reject) => {
      port.addEventListener('error', ({ message }) => reject(new Error(message)));
      signal?.addEventListener('abort', () => reject(new Error('given up')), { once: true });
    });
    return { ok: true, pdf: { document: await Promise.race([task.promise, givenUp]), close } };
  } catch (error) {
    close();
    return { ok: false, code: error instanceof PasswordException ? 'password' : 'broken' };
  }
}

/** Draws a page. @param scale pixels of the canvas for each point of the page */
export async function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number, rotation = 0) {
  const viewport = page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  // Drawn as it prints: forms and notes show what they say and cannot be used.
  return page.render({ canvas, viewport });
}

/** The first page as a small WebP, or null when the file cannot be read. @param longest its longest side in pixels */
export async function previewPdf(sha256: string, longest: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const opened = await openPdf(sha256, AbortSignal.timeout(LONGEST_MS));
  if (!opened.ok) return null;
  try {
    const page = await opened.pdf.document.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    const canvas = document.createElement('canvas');
    await (
      await drawPage(page, canvas, longest / Math.max(width, height))
    ).promise;
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.85));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  } finally {
    opened.pdf.close();
  }
}

/**
 * Lays a page's text over it, invisible, to be selected. The layer's size and scale come from its styles.
 *
 * @returns how to stop
 */
export async function layText(page: PDFPageProxy, layer: HTMLElement, rotation: number): Promise<() => void> {
  const { TextLayer } = await import('pdfjs-dist');
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
  const text = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
  // A page whose text cannot be read is still shown.
  text.render().catch(() => undefined);
  return () => text.cancel();
}
