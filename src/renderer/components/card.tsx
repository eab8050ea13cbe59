import type { ReactNode } from 'react';
import styles from './card.module.css';

type CardProps = {
  /** 'form': with room around fields; 'rows': the content brings its own. */
  readonly holds: 'form' | 'rows';
  readonly testId?: string;
  readonly children: ReactNode;
};

/** A bordered surface on the page. */
export function Card({ holds, testId, children }: CardProps) {
  return (
    <div className={holds === 'form' ? styles['form'] : styles['card']} data-testid={testId}>
      {children}
    </div>
  );
}
