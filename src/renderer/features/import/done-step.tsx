import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Space } from 'antd';
import type { ImportResult } from './import-state.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { useImportState, useImportStore } from './use-import.tsx';

const words = messages.done;

/** What an import has done, and what may come next. */
export function DoneStep({ name, result }: { readonly name: string; readonly result: ImportResult }) {
  const store = useImportStore();
  const { waiting } = useImportState();
  const { added, changed, founded, rejected, undecided } = result;
  const facts = [
    ...(added > 0 ? [words.added(added)] : []),
    ...(changed > 0 ? [words.changed(changed)] : []),
    ...(founded > 0 ? [words.founded(founded)] : []),
  ];
  return (
    <section className={styles['done']} data-testid="import-done">
      <h2 className={styles['doneTitle']}>
        <CheckCircleFilled className={styles['doneIcon'] ?? ''} aria-hidden /> {words.title(name)}
      </h2>
      <p>{facts.join('，')}。</p>
      {rejected > 0 && <p className={styles['held']}>{words.rejected(rejected)}</p>}
      {undecided > 0 && <p className={styles['held']}>{words.undecided(undecided)}</p>}
      <p className={styles['quiet']}>{words.safe}</p>
      <Space>
        {waiting.length > 0 && (
          <Button type="primary" onClick={store.stop}>
            {messages.next(waiting.length)}
          </Button>
        )}
        <Button onClick={store.startAnew}>{words.again}</Button>
      </Space>
    </section>
  );
}
