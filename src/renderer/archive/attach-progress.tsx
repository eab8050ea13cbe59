import { Button, Progress } from 'antd';
import { useSyncExternalStore } from 'react';
import { attachMessages, formatBytes } from './attach-messages.ts';
import styles from './attach-progress.module.css';
import { cancelRun, presentRun, watchRuns } from './attach-runs.ts';

/** How far the files are that are being attached, with a way to stop; nothing when none are. */
export function AttachProgress() {
  const run = useSyncExternalStore(watchRuns, presentRun);
  if (!run) return null;
  const { done, total, bytesDone, bytesTotal, name } = run.progress;
  const share = bytesTotal > 0 ? bytesDone / bytesTotal : done / Math.max(1, total);
  return (
    <div className={styles['panel']} aria-live="polite" data-testid="attach-progress">
      <div className={styles['head']}>
        <span>{run.isCancelling ? attachMessages.cancelling : attachMessages.progress(done, total)}</span>
        <Button size="small" disabled={run.isCancelling} onClick={cancelRun}>
          {attachMessages.cancel}
        </Button>
      </div>
      <Progress
        percent={Math.round(share * 100)}
        size="small"
        aria-label={attachMessages.progress(done, total)}
        format={() => attachMessages.bytes(formatBytes(bytesDone), formatBytes(bytesTotal))}
      />
      <div className={styles['name']}>{name}</div>
    </div>
  );
}
