import { Button, Card, Progress, Space, Spin, Steps } from 'antd';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
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
  const store = useImportStore();
  const { stage, waiting } = useImportState();
  const isLookedOver = stage.at === 'tables' || stage.at === 'records';
  return (
    <Page
      title={messages.title}
      hint={isLookedOver ? stage.book.file.name : undefined}
      width={isLookedOver ? 'fill' : 'read'}
      actions={
        <Space>
          {waiting.length > 0 && <span className={styles['quiet']}>{messages.waiting(waiting.length)}</span>}
          {waiting.length > 0 && <Button onClick={store.forgetWaiting}>{messages.forgetWaiting}</Button>}
          {isLookedOver && <Button onClick={store.stop}>{messages.giveUp}</Button>}
        </Space>
      }
    >
      <nav aria-label={messages.stepsLabel} className={styles['steps']}>
        <Steps size="small" current={STEP[stage.at]} items={messages.steps.map((title) => ({ title }))} />
      </nav>
      <StageContent stage={stage} />
      {(stage.at === 'start' || stage.at === 'done') && children}
    </Page>
  );
}

function StageContent({ stage }: { readonly stage: ImportStage }) {
  switch (stage.at) {
    case 'start':
      return <StartStep fault={stage.fault} />;
    case 'reading':
      return <Reading stage={stage} />;
    case 'tables':
      return <TablesStep book={stage.book} isBusy={stage.isBusy} />;
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
