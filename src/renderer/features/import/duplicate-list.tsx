import { Button, Pagination, Space, Spin } from 'antd';
import type { RecordsStage } from './records-step.tsx';
import { DuplicateCard } from './duplicate-card.tsx';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { useImportStore } from './use-import.tsx';
import { usePlanPage } from './use-plan-page.ts';

const words = messages.records;
const PAGE_SIZE = 10;

/** Pairs that may be the same, each to be decided on, or all the others at once. */
export function DuplicateList({ stage }: { readonly stage: RecordsStage }) {
  const store = useImportStore();
  const { page, isLoading, pagination } = usePlanPage('probable-duplicate', stage.questions, PAGE_SIZE);
  const { doubtful } = stage.plan;
  const { entries: choices } = stage.choices;
  const open = doubtful.filter((key) => !choices.has(key));
  const decided = doubtful.length - open.length;
  return (
    <>
      <Space className={styles['tools'] ?? ''} wrap>
        <span aria-live="polite">{words.decided(decided, doubtful.length)}</span>
        <Button size="small" disabled={open.length === 0} onClick={() => store.choose(open, { do: 'leave-out' })}>
          {words.allLeaveOut(open.length)}
        </Button>
        <Button
          size="small"
          disabled={open.length === 0}
          onClick={() => store.choose(open, { do: 'add-as-different' })}
        >
          {words.allDifferent(open.length)}
        </Button>
        <Button size="small" disabled={decided === 0} onClick={() => store.choose(doubtful, null)}>
          {words.undecideAll}
        </Button>
      </Space>
      {isLoading && <Spin />}
      {page.entries.map((view) => (
        <DuplicateCard key={view.entry.key} view={view} choice={choices.get(view.entry.key) ?? null} />
      ))}
      <Pagination size="small" {...pagination} />
    </>
  );
}
