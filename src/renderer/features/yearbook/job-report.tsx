import { Alert, App, Button, Space } from 'antd';
import { callMain } from '../../archive/bridge.ts';
import { messages } from './messages.ts';
import type { YearbookJob } from './use-yearbook-job.ts';
import styles from './yearbook-screen.module.css';

/** How a job ended: the file to open, or what happened and what to do. */
export function JobReport({ job }: { readonly job: YearbookJob }) {
  const { message } = App.useApp();
  const className = styles['report'] ?? '';
  const openFile = async (how: 'open' | 'reveal') => {
    if (!(await callMain('file:open-saved', how))) void message.warning(messages.cannotOpen);
  };
  switch (job.state) {
    case 'idle':
    case 'running':
      return null;
    case 'cancelled':
      return <Alert className={className} type="info" showIcon title={messages.cancelled} />;
    case 'failed':
      return <Alert className={className} type="error" showIcon title={messages.failed} description={job.reason} />;
    case 'done':
      return (
        <Alert
          className={className}
          type="success"
          showIcon
          title={messages.done}
          description={
            <>
              <div>
                {messages.doneBody(job.entries, messages.kilobytes(job.bytes))}
                {job.omittedUndated > 0 && ` ${messages.omitted(job.omittedUndated)}`}
              </div>
              <div className={styles['path']}>{job.path}</div>
            </>
          }
          action={
            <Space>
              <Button size="small" type="primary" onClick={() => void openFile('open')}>
                {messages.open}
              </Button>
              <Button size="small" onClick={() => void openFile('reveal')}>
                {messages.reveal}
              </Button>
            </Space>
          }
        />
      );
  }
}
