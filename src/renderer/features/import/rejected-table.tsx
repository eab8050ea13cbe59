import { Button, Space, Table, type TableColumnsType } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ImportRow } from '#domain/import/import-row';
import type { PlanPage } from '#domain/import/plan-lists';
import { rowKey } from '#domain/import/row-key';
import { describeImportProblem } from '../../archive/import-messages.ts';
import { useListExport } from '../../archive/use-list-export.tsx';
import { OriginalRow } from './entry-details.tsx';
import styles from './import.module.css';
import { MendDialog } from './mend-dialog.tsx';
import { messages } from './messages.ts';
import type { RecordsStage } from './records-step.tsx';
import { rejectedLists } from './rejected-lists.ts';
import { useImportStore } from './use-import.tsx';
import { usePlanPage } from './use-plan-page.ts';

const words = messages.records;
const PAGE_SIZE = 50;

/** Rows that cannot come in as they are: where and why, to be mended here or taken out into a workbook. */
export function RejectedTable({ stage }: { readonly stage: RecordsStage }) {
  const store = useImportStore();
  // The button that imports is at the bottom.
  const { exportLists } = useListExport('top');
  const { page, isLoading, pagination } = usePlanPage('rejected', stage.questions, PAGE_SIZE);
  const list = useFocusOnNext(page);
  const [mending, setMending] = useState<ImportRow | null>(null);
  const { book, choices } = stage;
  const columns = useMemo<TableColumnsType<ImportRow>>(
    () => [
      { key: 'place', title: words.place, width: '15%', ellipsis: true, render: (_, row) => placesOf(row) },
      {
        key: 'problem',
        title: words.problem,
        width: '34%',
        render: (_, { problems }) => (
          <ul className={styles['lines']}>
            {/* Two records of one row may have the same thing wrong with them. */}
            {[...new Set(problems.map(describeImportProblem))].map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ),
      },
      {
        key: 'original',
        title: words.original,
        render: (_, { sheet, row, originals }) => (
          <OriginalRow sheet={sheet} row={row} originals={originals} book={book} />
        ),
      },
      {
        key: 'action',
        title: words.action,
        width: 88,
        render: (_, row) => (
          <Button size="small" aria-label={words.mendOf(placesOf(row))} onClick={() => setMending(row)}>
            {words.mend}
          </Button>
        ),
      },
    ],
    [book],
  );
  // When the worker is gone, the screen goes too.
  const exportAll = async () => {
    const title = words.rejectedFile(book.file.name.replace(/\.[^.]+$/, ''));
    const lists = rejectedLists(await stage.questions.rejected());
    await exportLists({ title, type: 'xlsx', lists });
  };
  return (
    <div ref={list}>
      <Space className={styles['tools'] ?? ''}>
        <Button size="small" disabled={page.total === 0} onClick={() => void exportAll().catch(() => undefined)}>
          {words.exportRejected}
        </Button>
        {choices.mended.size > 0 && (
          <>
            <span aria-live="polite">{words.mended(choices.mended.size)}</span>
            <Button size="small" onClick={() => store.mendNothing()}>
              {words.unmend}
            </Button>
          </>
        )}
      </Space>
      <Table<ImportRow>
        size="small"
        rowKey={rowKey}
        loading={isLoading}
        dataSource={[...page.rows]}
        columns={columns}
        pagination={pagination}
        locale={{ emptyText: words.empty }}
      />
      {mending && <MendDialog row={mending} book={book} onClose={() => setMending(null)} />}
    </div>
  );
}

/** The cell where the first problem is, as office programs name it. */
function placesOf({ sheet, row, problems }: ImportRow): string {
  return words.atCell(sheet, row, problems[0]?.column ?? '');
}

/** A row that was mended goes, and the button that opened it with it: the cursor goes to the next row's. */
function useFocusOnNext(page: PlanPage) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (page.rows.length === 0 || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>('tbody button')?.focus({ preventScroll: true });
  }, [page]);
  return list;
}
