import { useId, useMemo } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { Plan } from '#domain/records/plan';
import { useRecords } from '../../archive/use-records.ts';
import { planVersions } from './link-graph.ts';
import styles from './links.module.css';
import { messages } from './messages.ts';
import { RecordLink } from './record-link.tsx';

/** The versions of a plan, newest first, with the one that is looked at among them; nothing when it is the only one. */
export function PlanVersionList({ plan }: { readonly plan: Plan }) {
  const plans = useRecords('plan');
  const { older, newer } = useMemo(() => planVersions(plan, plans), [plan, plans]);
  const titleId = useId();
  if (older.length === 0 && newer.length === 0) return null;
  const rows = [
    ...newer.toReversed().map((version) => ({ version, name: messages.newer })),
    { version: plan, name: messages.present },
    ...older.map((version) => ({ version, name: messages.older })),
  ];
  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <header className={styles['heading']}>
        <h2 id={titleId} className={styles['title']}>
          {messages.versions}
        </h2>
      </header>
      <ol className={styles['versions']} data-testid="plan-versions">
        {rows.map(({ version, name }) => (
          <li key={version.id} className={styles['link']} aria-current={version === plan ? 'true' : undefined}>
            <span className={styles['kind']}>{name}</span>
            {version === plan ? <strong>{version.title}</strong> : <RecordLink record={version} />}
            <span className={styles['note']}>{version.status}</span>
            <span className={styles['date']}>{formatFuzzyDate(version.issued)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
