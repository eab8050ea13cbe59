import { ArrowRightOutlined } from '@ant-design/icons';
import { Fragment } from 'react';
import type { ChainStep } from './link-graph.ts';
import styles from './links.module.css';
import { messages } from './messages.ts';
import { RecordLink } from './record-link.tsx';

const SHOWN_IN_STEP = 8;

type ChainViewProps = { readonly steps: readonly ChainStep[]; readonly presentId: string };

/** 方案 → 活动 → 荣誉: what led to what, with the record that one is at marked. */
export function ChainView({ steps, presentId }: ChainViewProps) {
  return (
    <section className={styles['chain']} aria-label={messages.chain} data-testid="chain">
      {steps.map(({ name, records }, index) => (
        <Fragment key={name}>
          {index > 0 && <ArrowRightOutlined aria-hidden className={styles['arrow'] ?? ''} />}
          <div className={styles['step']}>
            <h3 className={styles['stepName']}>{messages.steps[name]}</h3>
            {records.length === 0 ? (
              <p className={styles['none']}>{messages.noneInStep}</p>
            ) : (
              <ul className={styles['links']}>
                {records.slice(0, SHOWN_IN_STEP).map((record) => (
                  <li key={record.id} aria-current={record.id === presentId ? 'true' : undefined}>
                    {record.id === presentId ? <strong>{record.title}</strong> : <RecordLink record={record} />}
                  </li>
                ))}
              </ul>
            )}
            {records.length > SHOWN_IN_STEP && (
              <p className={styles['none']}>{messages.moreInStep(records.length - SHOWN_IN_STEP)}</p>
            )}
          </div>
        </Fragment>
      ))}
    </section>
  );
}
