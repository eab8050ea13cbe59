import { Form, Select } from 'antd';
import { useMemo, useState } from 'react';
import { CATALOGUE_TERMS } from '#domain/filing/catalogue-terms';
import { FILABLE_KINDS } from '#domain/filing/filable-record';
import { RETENTIONS, type Retention } from '#domain/filing/retention';
import { useSession } from '../../archive/session-context.tsx';
import { useLedgerRecords, useRecords } from '../../archive/use-records.ts';
import { CoverFields, useCover } from './cover-fields.tsx';
import { DocumentPanel } from './document-panel.tsx';
import styles from './documents.module.css';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import type { DocumentDesk } from './use-document-job.ts';

const FILABLE: ReadonlySet<string> = new Set(FILABLE_KINDS);

/** The choices for the catalogue of filed items. */
export function CataloguePanel({ desk }: { readonly desk: DocumentDesk }) {
  const { archive } = useSession();
  const filed = useFiled();
  const initial = useInitialOptions('catalogue');
  const cover = useCover(CATALOGUE_TERMS.title, initial);
  const [year, setYear] = useState<number | null>(initial?.year ?? null);
  const [retention, setRetention] = useState<Retention | null>(initial?.retention ?? null);
  const years = [...new Set(filed.flatMap((item) => item.year ?? []))].toSorted((a, b) => b - a);
  const count = filed.filter(
    (item) => (year === null || item.year === year) && (retention === null || item.retention === retention),
  ).length;
  const options = () => {
    const { title, editor } = cover;
    const compiledOn = archive.today();
    return { year, retention, title, editor, compiledOn };
  };
  return (
    <DocumentPanel
      kind="catalogue"
      desk={desk}
      isComplete={cover.isComplete}
      options={options}
      notice={count === 0 ? messages.nothingFiled : messages.willList(count)}
    >
      <div className={styles['cover']}>
        <CoverFields {...cover} />
      </div>
      <div className={styles['cover']}>
        <Form.Item label={messages.filingYear} htmlFor="catalogue-year">
          <Select
            id="catalogue-year"
            allowClear
            placeholder={messages.allYears}
            value={year}
            onChange={(chosen: number | undefined) => setYear(chosen ?? null)}
            options={years.map((value) => ({ value, label: messages.plainYear(value) }))}
          />
        </Form.Item>
        <Form.Item label={messages.retention} htmlFor="catalogue-retention">
          <Select
            id="catalogue-retention"
            allowClear
            placeholder={messages.allRetentions}
            value={retention}
            onChange={(chosen: Retention | undefined) => setRetention(chosen ?? null)}
            options={RETENTIONS.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      </div>
    </DocumentPanel>
  );
}

/** Items that have a code and stand for a record that is there. */
function useFiled() {
  const items = useRecords('filingItem');
  const lists = useLedgerRecords();
  return useMemo(() => {
    const owners = new Set<string>(lists.flat().flatMap(({ kind, id }) => (FILABLE.has(kind) ? [id] : [])));
    return items.filter(({ code, owner }) => code !== '' && owner?.id && owners.has(owner.id));
  }, [items, lists]);
}
