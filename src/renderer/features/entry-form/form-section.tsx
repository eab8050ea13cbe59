import { RightOutlined } from '@ant-design/icons';
import { useId, type ReactNode } from 'react';
import * as v from 'valibot';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type FormSectionProps = {
  readonly title: string;
  /** Under what it is remembered whether this section is open. */
  readonly memory: string;
  readonly isOpenAtFirst: boolean;
  /** Open whatever is remembered, because something in it must be seen. */
  readonly mustBeOpen: boolean;
  /** What stands in it, told while it is closed so that nothing is out of mind. */
  readonly filled: readonly string[];
  readonly children: ReactNode;
};

/** A titled part of a form. What is closed is not there: the Tab key passes it. */
export function FormSection({ title, memory, isOpenAtFirst, mustBeOpen, filled, children }: FormSectionProps) {
  const [remembered, remember] = useRemembered(memory, v.boolean(), isOpenAtFirst);
  const isOpen = remembered || mustBeOpen;
  const id = useId();
  return (
    <section className={styles['section']}>
      <h2 className={styles['section-head']}>
        <button
          type="button"
          className={styles['section-button']}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => remember(!isOpen)}
        >
          <RightOutlined aria-hidden className={isOpen ? styles['turned'] : ''} />
          {title}
        </button>
        {!isOpen && filled.length > 0 && <span className={styles['filled']}>{messages.filled(filled)}</span>}
      </h2>
      <div id={id} className={styles['section-body']}>
        {isOpen && children}
      </div>
    </section>
  );
}
