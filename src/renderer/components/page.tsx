import type { ReactNode } from 'react';
import styles from './page.module.css';

type PageProps = {
  readonly title: ReactNode;
  /** Said small behind the title: a count, a state. */
  readonly hint?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** 'fill': the content takes the height that is left, as a grid does; 'read': a column of comfortable width. */
  readonly width?: 'fill' | 'read';
  readonly children: ReactNode;
};

/** The frame that all screens share: one heading, its actions, and the content. */
export function Page({ title, hint, actions, width = 'read', children }: PageProps) {
  return (
    <main className={width === 'fill' ? styles['fill'] : styles['read']}>
      <header className={styles['heading']}>
        <h1 className={styles['title']}>{title}</h1>
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
        <span className={styles['spacer']} />
        {actions}
      </header>
      {children}
    </main>
  );
}
