import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import { useReturnedFocus } from '../../hooks/use-returned-focus.ts';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import type { ShownColumn } from './grid-reading.ts';
import { shownText } from './ledger-columns.ts';
import { messages } from './messages.ts';
import './print-view.css';
import styles from './print-view.module.css';

type PrintViewProps = {
  readonly title: string;
  readonly hint: string;
  /** What narrows the ledger, in words; empty when nothing does. */
  readonly filters: string;
  readonly columns: readonly ShownColumn[];
  readonly items: readonly LedgerItem[];
  readonly onClose: () => void;
};

/** The ledger as it is shown, on paper: black on white, the headings again on every page, pages numbered. */
export function PrintView({ title, hint, filters, columns, items, onClose }: PrintViewProps) {
  useReturnedFocus();
  useShortcut('Escape', onClose);
  useShortcut('Ctrl+P', () => print());
  useEffect(() => {
    document.body.classList.add('is-printing');
    return () => document.body.classList.remove('is-printing');
  }, []);
  const [today] = useState(() => new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' }));
  const rows = useMemo(() => numbered(items), [items]);
  return createPortal(
    <dialog open className={styles['view']} data-testid="print-view" aria-label={messages.print.title}>
      <div className={styles['bar']}>
        <span>{messages.print.title}</span>
        <span className={styles['spacer']} />
        <Button type="primary" autoFocus onClick={() => print()}>
          {messages.print.print}
        </Button>
        <Button onClick={onClose}>{messages.close}</Button>
      </div>
      <div className={styles['paper']}>
        <h1 className={styles['title']}>{title}</h1>
        <p className={styles['about']}>
          <span>{hint}</span>
          {filters !== '' && <span>{messages.print.filters(filters)}</span>}
          <span>{messages.print.printedOn(today)}</span>
        </p>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{messages.print.number}</th>
              {columns.map(({ name, heading }) => (
                <th key={name} scope="col" data-column={name}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, number }) => {
              if (isGroup(item)) {
                return (
                  <tr key={item.id} className={styles['group']}>
                    <th scope="rowgroup" colSpan={columns.length + 1}>
                      {item.label || messages.groups.unknown}（{messages.groups.count(item.count)}）
                    </th>
                  </tr>
                );
              }
              return (
                <tr key={item.id}>
                  <td className={styles['number']}>{number}</td>
                  {columns.map(({ name }) => (
                    <td key={name} data-column={name}>
                      {shownText(item, name)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </dialog>,
    document.body,
  );
}

/** The rows with the numbers of their records; headings of groups have none. */
function numbered(items: readonly LedgerItem[]): readonly { readonly item: LedgerItem; readonly number: number }[] {
  let number = 0;
  return items.map((item) => {
    if (!isGroup(item)) number += 1;
    return { item, number };
  });
}
