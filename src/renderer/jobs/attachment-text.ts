import { TEXT_LIMITS } from '#domain/records/draft-fields';
import type { WordReply, WordRequest } from '../workers/word-messages.ts';
import { openPdf } from './attachment-pdf.ts';
import { joinTextItems } from './join-text-items.ts';

export const WORD_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PDF_MIME = 'application/pdf';

/** A file that takes longer is attached without its text. */
const LONGEST_MS = 30_000;

/** The text of a stored Word or PDF file, as much of it as is kept; empty for other files and for scans. */
export async function readAttachmentText(sha256: string, mime: string, signal: AbortSignal): Promise<string> {
  if (mime !== WORD_MIME && mime !== PDF_MIME) return '';
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
  const text = mime === WORD_MIME ? await readWordText(sha256, timeout) : await readPdfText(sha256, timeout);
  return text?.slice(0, TEXT_LIMITS.prose) ?? '';
}

/** The whole text of a stored Word file; null when it cannot be read. */
export async function readWordText(sha256: string, signal: AbortSignal): Promise<string | null> {
  const worker = new Worker(new URL('../workers/word-worker.ts', import.meta.url), { type: 'module' });
  const request: WordRequest = { sha256 };
  return new Promise<string | null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
    worker.addEventListener('error', () => resolve(null));
    worker.addEventListener('message', ({ data }: MessageEvent<WordReply>) => resolve(data.ok ? data.text : null));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

async function readPdfText(sha256: string, signal: AbortSignal): Promise<string | null> {
  const opened = await openPdf(sha256, signal);
  if (!opened.ok) return null;
  const { document, close } = opened.pdf;
  signal.addEventListener('abort', close, { once: true });
  const pages: string[] = [];
  let length = 0;
  try {
    for (let number = 1; number <= document.numPages && length < TEXT_LIMITS.prose; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = joinTextItems(items.flatMap((item) => ('str' in item ? [item] : [])));
      pages.push(text);
      length += text.length;
      page.cleanup();
    }
  } catch {
    // What was read until then is still worth being found by.
  } finally {
    close();
  }
  return pages.filter((text) => text !== '').join('\n');
}
