import type { ReactNode } from 'react';
import { countingYear } from '#domain/dates/fuzzy-date';
import { recordDate, recordTitle, type Entry } from '#domain/records/archive-record';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { useEntries } from '../../archive/use-records.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './home-screen.module.css';
import { messages } from './messages.ts';

const RECENT_SHOWN = 8;

export function Overview() {
  const entries = useEntries();
  return (
    <Page title={messages.title}>
      <div className={styles['numbers']}>
        {ENTRY_KINDS.map((kind) => (
          <KindNumber key={kind} kind={kind} count={entries.filter((entry) => entry.kind === kind).length} />
        ))}
      </div>
      <div className={styles['columns']}>
        <Card title={messages.recent}>
          <Recent entries={entries} />
        </Card>
        <div>
          <Card title={messages.attention}>
            <Attention entries={entries} />
          </Card>
          <Card title={messages.byYear}>
            <YearTable entries={entries} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function KindNumber({ kind, count }: { readonly kind: EntryKind; readonly count: number }) {
  const { go } = useNavigation();
  return (
    <button type="button" className={styles['number']} onClick={() => go({ screen: 'ledger', kind })}>
      <span className={styles['numberName']}>{KIND_NAMES[kind]}</span>
      <span className={styles['numberValue']}>{count}</span>
    </button>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['card']}>
      <h2 className={styles['cardTitle']}>{title}</h2>
      {children}
    </section>
  );
}

type EntriesProps = { readonly entries: readonly Entry[] };

function Recent({ entries }: EntriesProps) {
  const { go } = useNavigation();
  const recent = entries.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, RECENT_SHOWN);
  return (
    <ul className={styles['list']}>
      {recent.map((entry) => (
        <li key={entry.id}>
          <button
            type="button"
            className={styles['listItem']}
            onClick={() => go({ screen: 'record', kind: entry.kind, id: entry.id })}
          >
            <span className={styles['listKind']}>{KIND_NAMES[entry.kind]}</span>
            <span className={styles['listTitle']}>{recordTitle(entry)}</span>
            <span className={styles['listTime']}>{new Date(entry.updatedAt).toLocaleDateString('zh-CN')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Attention({ entries }: EntriesProps) {
  const { go } = useNavigation();
  const honors = entries.filter((entry) => entry.kind === 'honor');
  const undatedKind = ENTRY_KINDS.find((kind) => entries.some((entry) => entry.kind === kind && isUndated(entry)));
  const all: readonly { readonly name: string; readonly count: number; readonly kind: EntryKind }[] = [
    { name: messages.noDate, count: entries.filter(isUndated).length, kind: undatedKind ?? 'honor' },
    { name: messages.noLevel, count: honors.filter((honor) => honor.level === null).length, kind: 'honor' },
    { name: messages.noDocument, count: honors.filter((honor) => honor.documentNo === '').length, kind: 'honor' },
  ];
  const open = all.filter(({ count }) => count > 0);
  if (open.length === 0) return <p className={styles['nothing']}>{messages.nothingToDo}</p>;
  return (
    <ul className={styles['list']}>
      {open.map(({ name, count, kind }) => (
        <li key={name}>
          <button type="button" className={styles['listItem']} onClick={() => go({ screen: 'ledger', kind })}>
            <span className={styles['listTitle']}>{name}</span>
            <span className={styles['listTime']}>{messages.items(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const isUndated = (entry: Entry) => recordDate(entry).precision === 'unknown';

function YearTable({ entries }: EntriesProps) {
  const years = new Map<number | null, Record<EntryKind, number>>();
  for (const entry of entries) {
    const year = countingYear(recordDate(entry));
    const row = years.get(year) ?? { honor: 0, plan: 0, activity: 0 };
    row[entry.kind] += 1;
    years.set(year, row);
  }
  const rows = [...years].toSorted(([a], [b]) => (b ?? 0) - (a ?? 0));
  return (
    <table className={styles['years']}>
      <thead>
        <tr>
          <th scope="col">{messages.year}</th>
          {ENTRY_KINDS.map((kind) => (
            <th key={kind} scope="col">
              {KIND_NAMES[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([year, counts]) => (
          <tr key={year ?? 'undated'}>
            <th scope="row">{year ?? messages.undated}</th>
            {ENTRY_KINDS.map((kind) => (
              <td key={kind}>{counts[kind]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
