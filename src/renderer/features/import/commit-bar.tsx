import { App, Button, Checkbox, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { commitImport } from '#storage/commit-import';
import { backUpIfDue } from '../../archive/automatic-backup.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import type { DecidedCounts } from '../../workers/import-messages.ts';
import type { PlanQuestions } from './import-state.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';
import type { RecordsStage } from './records-step.tsx';
import { useImportStore } from './use-import.tsx';

const words = messages.commit;

/** What would be done as it is decided now, what stands in the way, and doing it. */
export function CommitBar({ stage }: { readonly stage: RecordsStage }) {
  const store = useImportStore();
  const { perform } = useArchiveActions();
  const { archive } = useSession();
  const { notification } = App.useApp();
  const [onlySure, setOnlySure] = useState(false);
  const { plan, choices, questions, book, isSaving } = stage;
  const counts = useCounts(questions, choices, onlySure);
  const open = plan.doubtful.filter((key) => !choices.entries.has(key)).length;
  const held = [
    ...(plan.counts.rejected > 0 ? [words.heldRejected(plan.counts.rejected)] : []),
    ...(open > 0 ? [words.heldDoubtful(open)] : []),
  ];
  const isHeld = held.length > 0 && !onlySure;
  const total = counts === null ? 0 : counts.additions + counts.updates;
  const save = () =>
    store.commit(onlySure, async (commit) => {
      // An import can be taken back as a whole: what cannot be backed up is said and does not hold it up.
      const withoutBackup = await backUpIfDue(archive, 'before-import');
      if (withoutBackup !== null) {
        const description = backupMessages.notMade[withoutBackup];
        notification.warning({ key: 'backup', title: words.withoutBackup, description });
      }
      const done = await perform((present) => commitImport(present, commit), {
        label: words.label(book.file.name),
        done: ({ batch }) => words.done(batch.added ?? 0, batch.changed ?? 0),
      });
      if (done === null) return null;
      const { added, changed, founded } = done.batch;
      const { rejected } = plan.counts;
      return { added: added ?? 0, changed: changed ?? 0, founded: founded ?? 0, rejected, undecided: open };
    });
  return (
    <footer className={styles['bar']}>
      <Button disabled={isSaving} onClick={store.backToTables}>
        {words.back}
      </Button>
      <span className={isHeld ? styles['held'] : undefined} aria-live="polite" data-testid="import-summary">
        {summary()}
      </span>
      <span className={styles['spacer']} />
      {held.length > 0 && (
        <Checkbox
          checked={onlySure}
          disabled={isSaving}
          title={words.onlySureHint}
          onChange={(event) => setOnlySure(event.target.checked)}
        >
          {words.onlySure}
        </Checkbox>
      )}
      <Button
        type="primary"
        loading={isSaving}
        disabled={isHeld || total === 0 || stage.isBusy}
        onClick={() => void save()}
        data-testid="import-commit"
      >
        {words.button(isHeld ? 0 : total)}
      </Button>
    </footer>
  );

  function summary() {
    if (isSaving) {
      return (
        <>
          <Spin size="small" /> {words.saving}
        </>
      );
    }
    if (isHeld) return words.held(held);
    if (counts === null) return '';
    if (total > 0) return words.summary(counts.additions, counts.updates);
    return plan.counts.rows === 0 ? words.noRows : words.nothing;
  }
}

/** How much would be done, by the worker that knows the plan; null until it has answered for the first time. */
function useCounts(
  questions: PlanQuestions,
  choices: RecordsStage['choices'],
  onlySure: boolean,
): DecidedCounts | null {
  const [counts, setCounts] = useState<DecidedCounts | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const count = async () => {
      const counted = await questions.count(choices, onlySure);
      if (isCurrent) setCounts(counted);
    };
    // When the worker is gone, the screen goes too.
    count().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [questions, choices, onlySure]);
  return counts;
}
