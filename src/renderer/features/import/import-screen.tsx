import { Button, Card, Progress, Space, Spin, Steps } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { useDialogs } from '../../hooks/use-dialogs.ts';
import { DoneStep } from './done-step.tsx';
import type { ImportStage } from './import-state.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { RecordsStep } from './records-step.tsx';
import { StartStep } from './start-step.tsx';
import { TablesStep } from './tables-step.tsx';
import { useImportState, useImportStore } from './use-import.tsx';

const STEP: Readonly<Record<ImportStage['at'], number>> = { start: 0, reading: 0, tables: 1, records: 2, done: 3 };

/** Where ledgers come in, step by step. Its children: what was imported before. */
export function ImportScreen({ children }: { readonly children: ReactNode }) {
  const { stage } = useImportState();
  const step = STEP[stage.at];
  const content = useFocusOnStep(stage.at);
  const isLookedOver = stage.at === 'tables' || stage.at === 'records';
  return (
    <Page
      title={messages.title}
      hint={isLookedOver ? stage.book.file.name : undefined}
      width={isLookedOver ? 'fill' : 'read'}
      actions={<Actions stage={stage} />}
    >
      <nav aria-label={messages.stepsLabel} className={styles['steps']}>
        <Steps
          size="small"
          current={step}
          items={messages.steps.map((title, index) => ({
            title: <span aria-current={index === step ? 'step' : undefined}>{title}</span>,
          }))}
        />
      </nav>
      <section ref={content} tabIndex={-1} aria-label={messages.steps[step]} className={styles['stage']}>
        <StageContent stage={stage} />
      </section>
      {(stage.at === 'start' || stage.at === 'done') && children}
    </Page>
  );
}

/** The button that led to a step goes with the step before: the cursor goes to the new one, whose name is read out. */
function useFocusOnStep(at: ImportStage['at']) {
  const content = useRef<HTMLElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    if (document.activeElement === document.body) content.current?.focus({ preventScroll: true });
  }, [at]);
  return content;
}

function Actions({ stage }: { readonly stage: ImportStage }) {
  const store = useImportStore();
  const dialogs = useDialogs();
  const { waiting } = useImportState();
  const giveUp = () => {
    if (!store.isDecided() || !('book' in stage)) return store.stop();
    const { title, content, ok, cancel } = messages.givingUp;
    dialogs.confirm({
      title: title(stage.book.file.name),
      content,
      okText: ok,
      cancelText: cancel,
      okButtonProps: { danger: true },
      // Enter, pressed without looking, must not throw away what was decided.
      focusable: { autoFocusButton: 'cancel' },
      onOk: store.stop,
    });
  };
  return (
    <Space>
      {waiting.length > 0 && <span className={styles['quiet']}>{messages.waiting(waiting.length)}</span>}
      {waiting.length > 0 && <Button onClick={store.forgetWaiting}>{messages.forgetWaiting}</Button>}
      {'book' in stage && (
        <Button disabled={stage.at === 'records' && stage.isSaving} onClick={giveUp}>
          {messages.giveUp}
        </Button>
      )}
    </Space>
  );
}

function StageContent({ stage }: { readonly stage: ImportStage }) {
  switch (stage.at) {
    case 'start':
      return <StartStep fault={stage.fault} />;
    case 'reading':
      return <Reading stage={stage} />;
    case 'tables':
      return <TablesStep stage={stage} />;
    case 'records':
      return <RecordsStep stage={stage} />;
    case 'done':
      return <DoneStep name={stage.name} result={stage.result} />;
  }
}

function Reading({ stage }: { readonly stage: Extract<ImportStage, { readonly at: 'reading' }> }) {
  const store = useImportStore();
  const { name, progress } = stage;
  return (
    <Card size="small" className={styles['readingCard'] ?? ''} data-testid="import-reading">
      <p aria-live="polite">
        <Spin size="small" /> {messages.reading.title(name)}
      </p>
      {progress && progress.total > 1 && (
        <>
          <Progress
            percent={Math.round((100 * progress.done) / progress.total)}
            showInfo={false}
            aria-label={messages.reading.title(name)}
          />
          <p className={styles['quiet']}>{messages.reading.progress(progress.done, progress.total)}</p>
        </>
      )}
      <Button onClick={store.stop}>{messages.reading.cancel}</Button>
    </Card>
  );
}
