import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { readWordText } from '../../jobs/attachment-text.ts';
import type { ShownProps } from './attachment-viewer.tsx';
import { messages } from './messages.ts';
import { ViewerBar } from './viewer-bar.tsx';
import styles from './viewer.module.css';

/** The text of a Word file, as text: nothing of the file can run or lead anywhere. */
export function WordView({ attachment, bar }: ShownProps) {
  const [text, setText] = useState<string | null>();
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const found = await readWordText(attachment.sha256, stop.signal);
      if (!stop.signal.aborted) setText(found);
    };
    read().catch(() => setText(null));
    return () => stop.abort();
  }, [attachment.sha256]);
  return (
    <>
      <ViewerBar {...bar}>{null}</ViewerBar>
      {/* A scrolled part must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['reading']} tabIndex={0} role="document" aria-label={attachment.name}>
        {text === undefined && <Spin />}
        {text === null && <p className={styles['message']}>{messages.viewer.wordFailed}</p>}
        {text === '' && <p className={styles['message']}>{messages.viewer.wordEmpty}</p>}
        {typeof text === 'string' && text !== '' && (
          <div className={styles['paper']} data-testid="word-text">
            {text}
          </div>
        )}
      </div>
      <div className={styles['foot']}>
        <span className={styles['hint']}>{messages.viewer.wordHint}</span>
      </div>
    </>
  );
}
