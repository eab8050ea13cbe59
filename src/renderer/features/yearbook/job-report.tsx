import { Alert } from 'antd';
import { SavedFileActions } from '../../archive/saved-file-actions.tsx';
import { messages } from './messages.ts';
import type { YearbookJob } from './use-yearbook-job.ts';
import styles from './yearbook-screen.module.css';

/** How a job ended: the file to open, or what happened and what to do. */
export function JobReport({ job }: { readonly job: YearbookJob }) {
  const className = styles['report'] ?? '';
  switch (job.state) {
    case 'idle':
    case 'running':
      return null;
    case 'cancelled':
      return <Alert className={className} type="info" showIcon title={messages.cancelled} />;
    case 'failed':
      return <Alert className={className} type="error" showIcon title={messages.failed} description={job.reason} />;
    case 'done': {
      const { entries, omittedUndated } = job.produced;
      return (
        <Alert
          className={className}
          type="success"
          showIcon
          title={messages.done}
          description={
            <>
              <div>
                {messages.doneBody(entries, messages.kilobytes(job.size))}
                {omittedUndated > 0 && ` ${messages.omitted(omittedUndated)}`}
              </div>
              <div className={styles['path']}>{job.path}</div>
            </>
          }
          action={<SavedFileActions />}
        />
      );
    }
  }
}
