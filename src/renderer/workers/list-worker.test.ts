import { beforeEach, expect, it, vi } from 'vitest';
import { honor, plan } from '#domain/records/record-fixtures';
import { FINDABLE_KINDS, type FindableKind } from '#domain/records/record-base';
import { readLedgerFile } from '#formats/ledger-file/read-ledger-file';
import type { ListFile, ListOutline, ListReply, ListRequest } from './list-messages.ts';

const kindNames = Object.fromEntries(FINDABLE_KINDS.map((kind) => [kind, kind])) as Record<FindableKind, string>;
const honors: ListOutline = {
  name: '荣誉',
  notes: [],
  columns: [
    { heading: '时间', type: 'date' },
    { heading: '名称', type: 'text' },
  ],
  rows: [],
  fields: ['date', 'title'],
};
const plans: ListOutline = { ...honors, name: '方案', fields: ['issued', 'title'] };
const WORD: ListFile = { type: 'docx', creator: '示例单位', compiledOn: '2026-11-24', numberHeading: '序号' };

let replies: ListReply[] = [];
let ended: Promise<void> = Promise.resolve();
let listener: (event: { readonly data: ListRequest }) => void = () => undefined;

beforeEach(async () => {
  replies = [];
  ended = new Promise((resolve) => {
    vi.stubGlobal('self', {
      addEventListener: (_type: string, added: typeof listener) => {
        listener = added;
      },
      postMessage: (reply: ListReply) => {
        replies.push(reply);
        if (reply.type !== 'progress') resolve();
      },
    });
  });
  vi.resetModules();
  await import('./list-worker.ts');
});

async function run(file: ListFile, outlines: readonly ListOutline[], portions: readonly ListRequest[]) {
  listener({ data: { type: 'start', file, outlines, kindNames, total: 3 } });
  for (const data of portions) listener({ data });
  listener({ data: { type: 'end' } });
  await ended;
  return replies.at(-1);
}

it('puts the records of all portions into their lists, in order, and says how far it is', async () => {
  const last = await run(
    { type: 'xlsx' },
    [honors, plans],
    [
      { type: 'records', outline: 0, records: [honor({ title: '示例甲' })] },
      { type: 'records', outline: 0, records: [honor({ title: '示例乙' })] },
      { type: 'records', outline: 1, records: [plan({ title: '示例办法' })] },
    ],
  );
  if (last?.type !== 'done') throw new Error(JSON.stringify(last));
  expect(last.rows).toBe(3);
  const read = await readLedgerFile(last.bytes, '示例.xlsx');
  const titles = read.ok && read.value.book.sheets.map(({ rows }) => rows.map(({ cells }) => cells[1]));
  expect(titles).toEqual([
    ['名称', '示例甲', '示例乙'],
    ['名称', '示例办法'],
  ]);
  const collected = replies.flatMap((reply) =>
    reply.type === 'progress' && reply.stage === 'collect' ? [reply.done] : [],
  );
  expect(collected).toEqual([1, 2, 3]);
});

it('writes a list for Word', async () => {
  const last = await run(WORD, [honors], [{ type: 'records', outline: 0, records: [honor()] }]);
  expect(last).toMatchObject({ type: 'done', rows: 1 });
});

it('says what went wrong instead of falling silent', async () => {
  expect(await run(WORD, [], [])).toEqual({ type: 'failed', message: 'a document without a list' });
});
