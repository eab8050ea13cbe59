import { beforeEach, expect, it, vi } from 'vitest';
import { DOCUMENT_CHECKS } from '#domain/document/document-check';
import { honorOf, OPTIONS } from '#domain/yearbook/yearbook-fixtures';
import type { DocumentReply, DocumentRequest } from './document-messages.ts';

type Listener = (event: { readonly data: DocumentRequest }) => void;

let replies: DocumentReply[] = [];
let ended: Promise<void> = Promise.resolve();
let listener: Listener = () => undefined;

beforeEach(async () => {
  replies = [];
  ended = new Promise((resolve) => {
    vi.stubGlobal('self', {
      addEventListener: (_type: string, added: Listener) => {
        listener = added;
      },
      postMessage: (reply: DocumentReply) => {
        replies.push(reply);
        if (reply.type !== 'progress') resolve();
      },
    });
  });
  vi.resetModules();
  await import('./document-worker.ts');
});

it('the worker reports compose, render, pack and check, then hands over the document', async () => {
  listener({ data: { type: 'records', records: [honorOf('h-1')] } });
  listener({ data: { type: 'records', records: [honorOf('h-2')] } });
  listener({ data: { type: 'compose', order: { kind: 'yearbook', options: OPTIONS } } });
  await ended;
  const stages = replies.flatMap((reply) => (reply.type === 'progress' ? [reply.stage] : []));
  expect([...new Set(stages)]).toEqual(['compose', 'render', 'pack', 'check']);
  const last = replies.at(-1);
  expect(last).toMatchObject({ type: 'done', entries: 2, omittedUndated: 0 });
  expect(last?.type === 'done' && last.checks.map(({ code, ok }) => [code, ok])).toEqual(
    DOCUMENT_CHECKS.map((code) => [code, true]),
  );
  expect(last?.type === 'done' && last.bytes.length).toBeGreaterThan(5000);
});

it('the worker says what went wrong instead of falling silent', async () => {
  listener({
    data: {
      type: 'compose',
      order: { kind: 'yearbook', options: { ...OPTIONS, chapters: null as never } },
    },
  });
  await ended;
  expect(replies.at(-1)?.type).toBe('failed');
});
