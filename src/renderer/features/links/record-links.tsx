import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { recordDate, type LedgerRecord } from '#domain/records/archive-record';
import { LINK_TYPES } from '#domain/vocabulary/link-terms';
import { deleteRecords } from '#storage/delete-records';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { AddLinkModal } from './add-link-modal.tsx';
import { ChainView } from './chain-view.tsx';
import { chainOf, groupLinks, linksOf, type SeenLink } from './link-graph.ts';
import styles from './links.module.css';
import { messages } from './messages.ts';
import { PlanVersionList } from './plan-version-list.tsx';
import { RecordLink } from './record-link.tsx';
import { useLinks } from './use-links.ts';

/** What a record has to do with others: its links by type, and the chain that it stands in. */
export function RecordLinks({ record }: { readonly record: LedgerRecord }) {
  const { index, find } = useLinks();
  const [isAdding, setAdding] = useState(false);
  const seen = linksOf(index, record.id, find);
  const linked = useMemo(() => linksOf(index, record.id, find).map(({ other }) => other.id), [index, record.id, find]);
  const chain = useMemo(() => chainOf(index, record, find), [index, record, find]);
  const titleId = useId();
  return (
    <>
      {record.kind === 'plan' && <PlanVersionList plan={record} />}
      <section className={styles['section']} aria-labelledby={titleId}>
        <header className={styles['heading']}>
          <h2 id={titleId} className={styles['title']}>
            {messages.title}
          </h2>
          <Button type="link" size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {messages.add}
          </Button>
        </header>
        {seen.length === 0 ? <p className={styles['none']}>{messages.none}</p> : <LinkGroups seen={seen} />}
        {chain.length > 0 && <ChainView steps={chain} presentId={record.id} />}
        {isAdding && <AddLinkModal record={record} linked={linked} onClose={() => setAdding(false)} />}
      </section>
    </>
  );
}

function LinkGroups({ seen }: { readonly seen: readonly SeenLink[] }) {
  return (
    <dl className={styles['groups']} data-testid="links">
      {groupLinks(seen, LINK_TYPES).map(({ type, isOutgoing, links }) => (
        <div key={`${type} ${isOutgoing}`} className={styles['group']}>
          <dt>{(isOutgoing ? messages.outgoing : messages.incoming)[type]}</dt>
          <dd>
            <ul className={styles['links']}>
              {links.map((each) => (
                <LinkRow key={each.link.id} seen={each} />
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function LinkRow({ seen: { link, other } }: { readonly seen: SeenLink }) {
  const { perform } = useArchiveActions();
  const remove = () =>
    perform((archive) => deleteRecords(archive, [link.id]), {
      done: messages.removed(other.title),
      label: messages.removeLabel(other.title),
    });
  return (
    <li className={styles['link']}>
      <span className={styles['kind']}>{KIND_NAMES[other.kind]}</span>
      <RecordLink record={other} />
      {link.note !== '' && <span className={styles['note']}>{link.note}</span>}
      <span className={styles['date']}>{formatFuzzyDate(recordDate(other))}</span>
      <Button type="link" size="small" aria-label={messages.removeLabel(other.title)} onClick={() => void remove()}>
        {messages.remove}
      </Button>
    </li>
  );
}
