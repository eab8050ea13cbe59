import { useId, type ReactNode } from 'react';
import styles from './home-screen.module.css';

/** A titled surface of the home page. */
export function HomeCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={styles['card']} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['cardTitle']}>
        {title}
      </h2>
      {children}
    </section>
  );
}

type HomeRowProps = {
  readonly kind?: string;
  readonly title: string;
  readonly remark: ReactNode;
  /** Null where there is nothing to go to. */
  readonly onOpen: (() => void) | null;
};

/** One line of a list, leading somewhere. */
export function HomeRow({ kind, title, remark, onOpen }: HomeRowProps) {
  const content = (
    <>
      {kind && <span className={styles['listKind']}>{kind}</span>}
      <span className={styles['listTitle']} title={title}>
        {title}
      </span>
      <span className={styles['listTime']}>{remark}</span>
    </>
  );
  return (
    <li>
      {onOpen ? (
        <button type="button" className={styles['listItem']} onClick={onOpen}>
          {content}
        </button>
      ) : (
        <div className={styles['listText']}>{content}</div>
      )}
    </li>
  );
}
