import { listRow, type ListWords } from '#domain/list-table/list-row';
import type { ListCell } from '#domain/list-table/list-table';
import { renderListDocx } from '#formats/docx/render-list';
import { writeListWorkbook } from '#formats/ledger-file/list-workbook';
import type { ListFile, ListJobKind, ListOutline } from './list-messages.ts';
import { serveJob, type Post } from './serve-job.ts';

type Growing = ListOutline & { readonly rows: (readonly ListCell[])[] };
type Begun = { readonly file: ListFile; readonly lists: readonly Growing[]; readonly words: ListWords; total: number };

let begun: Begun | null = null;
let collected = 0;

const clock = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
const minute = (instant: string) => clock.format(new Date(instant));

serveJob<ListJobKind>(async (request, post) => {
  if (request.type === 'start') {
    const { file, outlines, kindNames, total } = request;
    const lists = outlines.map((outline) => ({ ...outline, rows: [...outline.rows] }));
    begun = { file, lists, words: { kindNames, minute }, total };
    return;
  }
  if (begun === null) throw new Error('no list was begun');
  if (request.type === 'end') return write(begun, post);
  const list = begun.lists[request.outline];
  for (const record of request.records) list?.rows.push(listRow(record, list.fields ?? [], begun.words));
  collected += request.records.length;
  post({ type: 'progress', stage: 'collect', done: collected, total: begun.total });
});

async function write({ file, lists }: Begun, post: Post<ListJobKind>): Promise<void> {
  post({ type: 'progress', stage: 'write', done: 0, total: 1 });
  const bytes = file.type === 'xlsx' ? writeListWorkbook(lists) : await writeDocument(file, lists);
  post({ type: 'progress', stage: 'write', done: 1, total: 1 });
  post({ type: 'done', bytes, rows: collected }, [bytes.buffer]);
}

async function writeDocument(file: Extract<ListFile, { type: 'docx' }>, lists: readonly Growing[]) {
  const [table] = lists;
  if (!table) throw new Error('a document without a list');
  const { creator, compiledOn, numberHeading } = file;
  return renderListDocx({ properties: { title: table.name, subject: '', creator, compiledOn }, table, numberHeading });
}
