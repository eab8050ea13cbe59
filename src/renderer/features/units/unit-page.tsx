import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Result, Space } from 'antd';
import { useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { ENTRY_KINDS } from '#domain/records/record-base';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import type { SearchResult } from '#domain/search/search-corpus';
import { unitToDraft } from '#domain/units/unit-draft';
import { FIELD_LABELS } from '../../archive/field-labels.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useRecord } from '../../archive/use-records.ts';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { FieldList } from '../../components/field-list.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { useCorpusSearch } from '../../hooks/use-corpus-search.ts';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import { messages } from './messages.ts';
import { UnitFormModal } from './unit-form-modal.tsx';
import styles from './units.module.css';

const MOST_ENTRIES_SHOWN = 500;

/** One unit: its names, its brands, and every record that refers to it. */
export function UnitPage({ id }: { readonly id: string }) {
  const { back, replace } = useNavigation();
  const { deleteRecords } = useArchiveActions();
  const isUnused = useRelatedEntries(id).total === 0;
  const directory = useUnitDirectory();
  const [isEditing, setEditing] = useState(false);
  const found = useRecord(id);
  const unit = found?.kind === 'unit' ? found : null;
  useShortcut('F2', () => setEditing(true), unit !== null);
  useShortcut('Escape', back, !isEditing);

  const remove = async () => {
    if (unit && (await deleteRecords([unit.id], unitDisplayName(unit)))) replace({ screen: 'units' });
  };
  if (!unit)
    return <Result status="404" title={messages.notFound} extra={<Button onClick={back}>{messages.back}</Button>} />;
  return (
    <Page
      title={unitDisplayName(unit)}
      actions={
        <Space>
          <Button onClick={back}>{messages.back}</Button>
          {/* A unit that records refer to stays: they would no longer be counted for anybody. */}
          {isUnused && (
            <Button danger icon={<DeleteOutlined aria-hidden />} onClick={() => void remove()}>
              {messages.remove}
            </Button>
          )}
          <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)} title="F2">
            {messages.edit}
          </Button>
        </Space>
      }
    >
      <UnitDetails unit={unit} />
      <RelatedEntries id={id} />
      {isEditing && <UnitFormModal unit={unit} directory={directory} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function UnitDetails({ unit }: { readonly unit: Unit }) {
  const draft = unitToDraft(unit);
  const rows = (['shortNames', 'aliases', 'misspellings', 'brands', 'note', 'source'] as const).map((field) => {
    const value = draft[field];
    return { label: FIELD_LABELS[field], value: typeof value === 'string' ? value : value.join('、') };
  });
  return <FieldList rows={rows} columns={1} />;
}

function useRelatedEntries(id: string): SearchResult {
  const { live } = useSession();
  return useCorpusSearch(live, {
    text: '',
    unitId: id,
    kinds: ENTRY_KINDS,
    limit: MOST_ENTRIES_SHOWN,
  });
}

function RelatedEntries({ id }: { readonly id: string }) {
  const { go } = useNavigation();
  const { hits, total } = useRelatedEntries(id);
  return (
    <section>
      <h2 className={styles['subtitle']}>{messages.entries(total)}</h2>
      {total === 0 && <p className={styles['none']}>{messages.noEntries}</p>}
      <ul className={styles['entries']}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" className={styles['entry']} onClick={() => go(recordRoute(hit.kind, hit.id))}>
              <span className={styles['kind']}>{KIND_NAMES[hit.kind]}</span>
              <span className={styles['entryTitle']}>{hit.title}</span>
              <span className={styles['date']}>{hit.date && formatFuzzyDate(hit.date)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
