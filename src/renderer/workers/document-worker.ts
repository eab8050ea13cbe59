import type { ComposedDocument } from '#domain/document/composed-document';
import { documentPictures, pictureKey, shownPictures, type DocumentTree } from '#domain/document/document-tree';
import { composeDocument } from '#domain/documents/compose-document';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { cleanText } from '#domain/text/clean-text';
import { checkDocx } from '#formats/docx/check-docx';
import { entryBookmarks } from '#formats/docx/entry-bookmarks';
import { renderDocx } from '#formats/docx/render-docx';
import type { DocumentJobKind, DocumentRequest } from './document-messages.ts';
import { printPictures } from './print-pictures.ts';
import { serveJob, type Post } from './serve-job.ts';

/** Progress that is seen: a window that paints every one of a thousand steps has time for nothing else. */
const STEP_MS = 100;

const records: ArchiveRecord[] = [];

serveJob<DocumentJobKind>(async (request, postAll) => {
  if (request.type === 'records') return void records.push(...request.records);
  const post = sparingly(postAll);
  const { tree, chosen, perChapter, omittedUndated } = compose(request, post);
  const { ready, missing } = await preparePictures(tree, post);
  const bytes = await renderDocx(tree, {
    pictures: ready,
    onProgress: (done, total) => {
      post({ type: 'progress', stage: 'render', done, total });
      if (done === total) post({ type: 'progress', stage: 'pack', done: 0, total: 1 });
    },
  });
  post({ type: 'progress', stage: 'check', done: 0, total: 1 });
  const bookmarks = entryBookmarks(tree);
  const checks = checkDocx(
    bytes,
    chosen.map(({ id, title }) => ({ title: cleanText(title, 'single').text, bookmark: bookmarks.get(id) ?? '' })),
    shownPictures(tree).flatMap((picture) => (ready.has(pictureKey(picture)) ? [picture.name] : [])),
  );
  post({ type: 'progress', stage: 'check', done: 1, total: 1 });
  const counts = { entries: chosen.length, perChapter, omittedUndated, pictures: ready.size };
  post({ type: 'done', bytes, ...counts, missingPictures: missing, checks }, [bytes.buffer]);
});

/** Leaves out progress within a stage that follows closely on other progress; its end is always told. */
function sparingly(post: Post<DocumentJobKind>): Post<DocumentJobKind> {
  let last = { stage: '', at: 0 };
  return (reply, transfer) => {
    const now = { stage: reply.type === 'progress' ? reply.stage : '', at: performance.now() };
    const isWithin = reply.type === 'progress' && reply.stage === last.stage && reply.done < reply.total;
    if (isWithin && now.at - last.at < STEP_MS) return;
    last = now;
    post(reply, transfer);
  };
}

async function preparePictures(tree: DocumentTree, post: Post<DocumentJobKind>) {
  const wanted = documentPictures(tree);
  return printPictures(wanted, (done) => post({ type: 'progress', stage: 'pictures', done, total: wanted.length }));
}

function compose(
  request: Exclude<DocumentRequest, { type: 'records' }>,
  post: Post<DocumentJobKind>,
): ComposedDocument {
  if (request.type === 'render') {
    return { tree: request.tree, chosen: request.chosen, perChapter: {}, omittedUndated: 0 };
  }
  post({ type: 'progress', stage: 'compose', done: 0, total: records.length });
  const composed = composeDocument(request.order, records);
  post({ type: 'progress', stage: 'compose', done: records.length, total: records.length });
  return composed;
}
