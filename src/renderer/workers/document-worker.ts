import { composeDocument } from '#domain/documents/compose-document';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { renderDocx } from '#formats/docx/render-docx';
import type { DocumentJobKind } from './document-messages.ts';
import { serveJob } from './serve-job.ts';

serveJob<DocumentJobKind>(async ({ entries, units, order }, post) => {
  post({ type: 'progress', stage: 'compose', done: 0, total: entries.length });
  const { tree, chosen, perChapter, omittedUndated } = composeDocument(order, entries, createUnitDirectory(units));
  post({ type: 'progress', stage: 'compose', done: entries.length, total: entries.length });
  const bytes = await renderDocx(tree, {
    onProgress: (done, total) => {
      post({ type: 'progress', stage: 'render', done, total });
      if (done === total) post({ type: 'progress', stage: 'pack', done: 0, total: 1 });
    },
  });
  post({ type: 'progress', stage: 'pack', done: 1, total: 1 });
  post({ type: 'done', bytes, entries: chosen.length, perChapter, omittedUndated }, [bytes.buffer]);
});
