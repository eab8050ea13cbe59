import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import * as v from 'valibot';
import type { LedgerRecord } from '#domain/records/archive-record';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { SimilarList } from './similar-list.tsx';
import styles from './similar.module.css';
import { useResembling } from './use-resembling.ts';

/** The records that resemble this one. Looked for once it is opened, which is remembered: some always want to see them. */
export function SimilarSection({ record }: { readonly record: LedgerRecord }) {
  const { route } = useNavigation();
  const isAskedFor = route.screen === 'record' && route.show === 'similar';
  const [wasOpen, remember] = useRemembered('record/similar', v.boolean(), false);
  const [isOpen, setOpen] = useState(wasOpen || isAskedFor);
  const [isEntering, setEntering] = useState(isAskedFor);
  const titleId = useId();
  const toggle = () => {
    setOpen(!isOpen);
    remember(!isOpen);
  };
  useShortcut(messages.keys, () => {
    setOpen(true);
    setEntering(true);
  });
  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <header className={styles['heading']}>
        <h2 id={titleId} className={styles['title']}>
          {messages.title}
        </h2>
        <Button type="link" size="small" aria-expanded={isOpen} title={messages.keys} onClick={toggle}>
          {isOpen ? messages.hide : messages.show}
        </Button>
      </header>
      {isOpen && <Found record={record} isEntering={isEntering} onEntered={() => setEntering(false)} />}
    </section>
  );
}

type FoundProps = { readonly record: LedgerRecord; readonly isEntering: boolean; readonly onEntered: () => void };

/** Takes the cursor to what was found, where somebody asked for that. */
function Found({ record, isEntering, onEntered }: FoundProps) {
  const found = useResembling(record);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isEntering || found === null) return;
    const target = place.current?.querySelector<HTMLElement>('button') ?? place.current;
    target?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
    onEntered();
  }, [isEntering, found, onEntered]);
  return (
    <div ref={place} tabIndex={-1} className={styles['found']}>
      {found !== null && found.length > 0 ? (
        <SimilarList found={found} />
      ) : (
        <output className={styles['none']}>{found === null ? messages.looking : messages.none}</output>
      )}
    </div>
  );
}
