import { createUnitDirectory } from '#domain/units/unit-directory';
import { composeYearbook } from '#domain/yearbook/compose-yearbook';
import { renderDocx } from '#formats/docx/render-docx';
import { serveJob } from './serve-job.ts';
import type { YearbookJobKind } from './yearbook-messages.ts';

serveJob<YearbookJobKind>(async ({ entries, units, options }, post) => {
  post({ type: 'progress', stage: 'compose', done: 0, total: entries.length });
  const book = composeYearbook(entries, options, createUnitDirectory(units));
  post({ type: 'progress', stage: 'compose', done: entries.length, total: entries.length });
  const bytes = await renderDocx(book.tree, {
    onProgress: (done, total) => {
      post({ type: 'progress', stage: 'render', done, total });
      if (done === total) post({ type: 'progress', stage: 'pack', done: 0, total: 1 });
    },
  });
  post({ type: 'progress', stage: 'pack', done: 1, total: 1 });
  const { entries: contained, perChapter, omittedUndated } = book;
  post({ type: 'done', bytes, entries: contained, perChapter, omittedUndated }, [bytes.buffer]);
});
