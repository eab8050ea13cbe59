import { Button, Progress as Bar } from 'antd';
import { formatBytes } from '../../archive/attach-messages.ts';
import { messages } from './messages.ts';
import styles from './safety.module.css';
import type { RunningWork, WorkName } from './use-long-work.ts';

/** Work that goes by in a moment, or that has gone too far to be ended, has no button. */
const UNSTOPPABLE: ReadonlySet<WorkName> = new Set(['compare', 'restart']);

/** How far long work is, in bytes and files, and the way to end it. */
export function WorkProgress({ work: { name, progress, isCancelling, cancel } }: { readonly work: RunningWork }) {
  const { work } = messages;
  const percent = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
  return (
    <div className={styles['work']} data-testid="work">
      <div className={styles['workWords']}>
        <strong aria-live="polite">{work[name]}</strong>
        {progress && progress.total > 0 && (
          <span>{work.bytes(formatBytes(progress.done), formatBytes(progress.total))}</span>
        )}
        {progress?.files && <span>{work.files(progress.files.done, progress.files.total)}</span>}
      </div>
      <Bar percent={percent} size="small" aria-label={work[name]} />
      {!UNSTOPPABLE.has(name) && (
        <Button disabled={isCancelling} onClick={cancel}>
          {isCancelling ? work.cancelling : work.cancel}
        </Button>
      )}
    </div>
  );
}
