import { Result } from 'antd';
import type { ReactNode } from 'react';
import styles from './opening-page.module.css';
import { Themed } from './themed.tsx';

type OpeningPageProps = {
  readonly status: 'info' | 'error';
  readonly title: string;
  readonly what: string;
  /** What is under way, or what can be done. */
  readonly extra: ReactNode;
  readonly children: ReactNode;
};

/** All that there is as long as the archive is not open. */
export function OpeningPage({ status, title, what, extra, children }: OpeningPageProps) {
  return (
    <Themed theme="system">
      <main className={styles['body']}>
        <Result status={status} title={<h1 className={styles['title']}>{title}</h1>} subTitle={what} extra={extra}>
          {children}
        </Result>
      </main>
    </Themed>
  );
}
