import { Button } from 'antd';
import { useState } from 'react';
import styles from './record-history.module.css';
import { messages } from './messages.ts';

const SHOWN_FIRST = 200;

/** A value as text; a long one is shown whole on demand. */
export function LongText({ text }: { readonly text: string }) {
  const [isWhole, setWhole] = useState(false);
  if (text === '') return <span className={styles['nothing']}>{messages.nothing}</span>;
  const characters = Array.from(text);
  if (isWhole || characters.length <= SHOWN_FIRST) return <span className={styles['text']}>{text}</span>;
  return (
    <span className={styles['text']}>
      {characters.slice(0, SHOWN_FIRST).join('')}……
      <Button type="link" size="small" onClick={() => setWhole(true)}>
        {messages.wholeText}
      </Button>
    </span>
  );
}
