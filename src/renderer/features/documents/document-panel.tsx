import { BookOutlined, EyeOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Progress, Space } from 'antd';
import type { ReactNode } from 'react';
import type { DocumentKind, DocumentOrder } from '#domain/documents/compose-document';
import { checkDocumentOrder } from '#domain/documents/read-document-order';
import { useSession } from '../../archive/session-context.tsx';
import { Card } from '../../components/card.tsx';
import type { DocumentProgress } from '../../jobs/produce-document.ts';
import styles from './documents.module.css';
import { JobReport } from './job-report.tsx';
import { messages } from './messages.ts';
import { TemplateBar } from './template-bar.tsx';
import type { DocumentDesk } from './use-document-job.ts';

export type DocumentPanelProps = {
  readonly kind: DocumentKind;
  readonly desk: DocumentDesk;
  /** Whether everything is filled in that has to be. */
  readonly isComplete: boolean;
  /** What was chosen; whether it can be used is for the schema of the kind to say. */
  readonly options: () => object;
  /** Said of the records that it would hold; null when there is nothing to say. */
  readonly notice: string | null;
  readonly children: ReactNode;
};

/** The choices for one document, and what makes it of them: with progress, cancel, and what came of it. */
export function DocumentPanel({ kind, desk, isComplete, options, notice, children }: DocumentPanelProps) {
  const { changeSettings } = useSession();
  const { message } = App.useApp();
  const { job, isRunning, start, cancel } = desk;
  const order = (): DocumentOrder | null => {
    const checked = checkDocumentOrder(kind, options());
    return checked.ok ? checked.value : null;
  };
  const preview = async () => {
    const chosen = order();
    if (chosen) await desk.preview(chosen);
    else void message.error(messages.badOptions);
  };
  const produce = async () => {
    const chosen = order();
    if (!chosen) return void message.error(messages.badOptions);
    const { title, editor } = chosen.options;
    await changeSettings({ editor, ...(chosen.kind === 'yearbook' ? { yearbookTitle: title } : {}) });
    await start(chosen);
  };
  return (
    <>
      <p className={styles['intro']}>{messages.intro[kind]}</p>
      <TemplateBar kind={kind} isDisabled={isRunning} order={order} />
      <Form component={false} layout="vertical" disabled={isRunning}>
        <Card holds="form">
          {children}
          {notice !== null && <Alert className={styles['notice'] ?? ''} type="info" title={notice} />}
        </Card>
      </Form>
      <Space className={styles['actions'] ?? ''}>
        <Button
          type="primary"
          icon={<BookOutlined aria-hidden />}
          disabled={isRunning || !isComplete}
          onClick={() => void produce()}
        >
          {messages.start(kind)}
        </Button>
        <Button icon={<EyeOutlined aria-hidden />} disabled={isRunning || !isComplete} onClick={() => void preview()}>
          {messages.preview.start}
        </Button>
        {isRunning && <Button onClick={cancel}>{messages.cancel}</Button>}
      </Space>
      {job?.state === 'running' && <RunningJob progress={job.progress} />}
      {job?.kind === kind && (
        <JobReport job={job} onPreview={(produced) => desk.show({ title: messages.names[kind], produced })} />
      )}
    </>
  );
}

export function RunningJob({ progress }: { readonly progress: DocumentProgress | null }) {
  return (
    <output className={styles['progress']}>
      <Progress percent={percentOf(progress)} status="active" showInfo={false} size="small" />
      {progress && messages.stage(progress.stage, progress.done, progress.total)}
    </output>
  );
}

/** Preparing pictures and rendering entries take the most of the time. */
function percentOf(progress: DocumentProgress | null): number {
  if (!progress) return 0;
  const share = progress.total === 0 ? 0 : progress.done / progress.total;
  switch (progress.stage) {
    case 'compose':
      return 5 * share;
    case 'pictures':
      return 5 + 35 * share;
    case 'render':
      return 40 + 35 * share;
    case 'pack':
      return 75 + 20 * share;
    case 'check':
      return 95 + 5 * share;
  }
}
