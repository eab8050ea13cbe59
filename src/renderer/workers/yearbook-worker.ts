import { createUnitDirectory } from '#domain/units/unit-directory';
import { composeYearbook } from '#domain/yearbook/compose-yearbook';
import { renderDocx } from '#formats/docx/render-docx';
import type { YearbookReply, YearbookRequest } from './yearbook-messages.ts';

self.addEventListener('message', (event: MessageEvent<YearbookRequest>) => {
  write(event.data).catch((error: unknown) => {
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});

/** Writes one yearbook. A worker is used for one book and ended by the window, which is also how a book is cancelled. */
async function write({ entries, units, options }: YearbookRequest): Promise<void> {
  post({ type: 'progress', stage: 'compose', done: 0, total: entries.length });
  const book = composeYearbook(entries, options, createUnitDirectory(units));
  post({ type: 'progress', stage: 'compose', done: entries.length, total: entries.length });
  const bytes = await renderDocx(book.tree, { onProgress: reportRendering });
  post({ type: 'progress', stage: 'pack', done: 1, total: 1 });
  post(
    {
      type: 'done',
      bytes,
      entries: book.entries,
      perChapter: book.perChapter,
      omittedUndated: book.omittedUndated,
    },
    [bytes.buffer],
  );
}

function reportRendering(done: number, total: number): void {
  post({ type: 'progress', stage: 'render', done, total });
  if (done === total) post({ type: 'progress', stage: 'pack', done: 0, total: 1 });
}

function post(reply: YearbookReply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer });
}
