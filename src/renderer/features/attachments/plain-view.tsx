import { useEffect, useState } from 'react';
import { makePreview } from '../../jobs/attachment-pictures.ts';
import type { ShownProps } from './attachment-viewer.tsx';
import { fileKind, isPhoto } from './file-kind.ts';
import { messages } from './messages.ts';
import { ViewerBar } from './viewer-bar.tsx';
import styles from './viewer.module.css';

/** Stands for a file that cannot be shown: says what it is, that it is whole, and how to get at it. */
export function PlainView({ attachment: { sha256, mime }, bar }: ShownProps) {
  const kind = messages.kinds[fileKind(mime)];
  const [text, setText] = useState<string>(messages.viewer.noView(kind));
  useEffect(() => {
    let isWanted = true;
    // Of a TIFF it can be told how many pages it has.
    const look = async () => {
      const made = await makePreview({ sha256, mime }, 1);
      if (isWanted && !made.ok) setText(messages.noPreview(made.why, kind));
    };
    if (isPhoto(mime)) void look();
    return () => {
      isWanted = false;
    };
  }, [sha256, mime, kind]);
  return (
    <>
      <ViewerBar {...bar}>{null}</ViewerBar>
      <div className={styles['stage']}>
        <p className={styles['message']}>{text}</p>
      </div>
    </>
  );
}
