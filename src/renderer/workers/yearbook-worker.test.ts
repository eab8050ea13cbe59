import { beforeEach, expect, it, vi } from 'vitest';
import { honorOf, OPTIONS } from '#domain/yearbook/yearbook-fixtures';
import type { YearbookReply, YearbookRequest } from './yearbook-messages.ts';

type Listener = (event: { readonly data: YearbookRequest }) => void;

let replies: YearbookReply[] = [];
let ended: Promise<void> = Promise.resolve();
let listener: Listener = () => undefined;

beforeEach(async () => {
  replies = [];
  ended = new Promise((resolve) => {
    vi.stubGlobal('self', {
      addEventListener: (_type: string, added: Listener) => {
        listener = added;
      },
      postMessage: (reply: YearbookReply) => {
        replies.push(reply);
        if (reply.type !== 'progress') resolve();
      },
    });
  });
  vi.resetModules();
  await import('./yearbook-worker.ts');
});

it('the worker reports compose, render and pack, then hands over the book', async () => {
  listener({ data: { type: 'start', entries: [honorOf('h-1')], units: [], options: OPTIONS } });
  await ended;
  const stages = replies.flatMap((reply) => (reply.type === 'progress' ? [reply.stage] : []));
  expect([...new Set(stages)]).toEqual(['compose', 'render', 'pack']);
  const last = replies.at(-1);
  expect(last).toMatchObject({ type: 'done', entries: 1, omittedUndated: 0 });
  expect(last?.type === 'done' && last.bytes.length).toBeGreaterThan(5000);
});

it('the worker says what went wrong instead of falling silent', async () => {
  listener({
    data: {
      type: 'start',
      entries: [honorOf('h-1')],
      units: [],
      options: { ...OPTIONS, title: '荣誉', chapters: null as never },
    },
  });
  await ended;
  expect(replies.at(-1)?.type).toBe('failed');
});
