import { EditOutlined, NumberOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { FilingItem } from '#domain/records/filing-item';
import type { FilableRecord } from '#domain/filing/filable-record';
import { fieldLabel } from '../../archive/field-labels.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FieldList, type FieldRow } from '../../components/field-list.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { FilingForm, SecrecyWarning } from './filing-form.tsx';
import styles from './filing.module.css';
import { IssuePanel } from './issue-panel.tsx';
import { localMinute } from '../../components/local-minute.ts';
import { messages } from './messages.ts';
import { toPaperRow } from './paper-rows.ts';
import { useFiling, useFilingItem } from './use-filing.ts';
import { WithdrawalModal } from './withdrawal-modal.tsx';

/** How a record is filed, on its page: its code, where it lies, and changing what may be changed. */
export function FilingSection({ record }: { readonly record: FilableRecord }) {
  const item = useFilingItem(record.id);
  const [open, setOpen] = useState<'form' | 'issue' | 'withdrawal' | null>(null);
  const close = () => setOpen(null);
  const hasCode = (item?.code ?? '') !== '';
  return (
    <section className={styles['section']} aria-label={messages.section.title} data-testid="filing-section">
      <div className={styles['sectionHead']}>
        <h2 className={styles['sectionTitle']}>{messages.section.title}</h2>
        <span className={styles['spacer']} />
        {hasCode && item && (
          <Button size="small" onClick={() => setOpen('withdrawal')}>
            {messages.section.withdraw}
          </Button>
        )}
        {!hasCode && open !== 'form' && (
          <Button size="small" icon={<NumberOutlined aria-hidden />} onClick={() => setOpen('issue')}>
            {messages.section.issue}
          </Button>
        )}
        {open !== 'form' && (
          <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setOpen('form')}>
            {messages.section.edit}
          </Button>
        )}
      </div>
      {open === 'form' ? (
        <div className={styles['formCard']}>
          <FilingForm owner={record} item={item} layout="wide" onSaved={close} onCancel={close} />
        </div>
      ) : (
        <FieldList rows={filingRows(item)} columns={2} testId="filing-details" />
      )}
      {open === 'issue' && <IssueModal record={record} item={item} onClose={close} />}
      {open === 'withdrawal' && item && <WithdrawalModal item={item} onClose={close} />}
    </section>
  );
}

/** The segments in the order of the code, then what may still be changed. */
function filingRows(item: FilingItem | null): readonly FieldRow[] {
  const { section } = messages;
  const hasCode = (item?.code ?? '') !== '';
  const row = (name: 'fonds' | 'category' | 'year' | 'retention' | 'department' | 'number' | 'box' | 'pages') => ({
    label: fieldLabel(name),
    value: String(item?.[name] ?? ''),
  });
  const note = item?.note ?? '';
  return [
    { label: fieldLabel('code'), value: item?.code || section.noCode, isWide: true },
    ...(hasCode ? [row('fonds'), row('category')] : []),
    row('year'),
    row('retention'),
    ...(hasCode ? [row('department'), row('number')] : []),
    row('box'),
    row('pages'),
    { label: fieldLabel('secrecy'), value: item?.secrecy ?? '' },
    { label: section.titleLabel, value: item ? (item.isTitleMadeUp ? section.madeUp : section.notMadeUp) : '' },
    ...(hasCode && item ? [{ label: fieldLabel('issuedAt'), value: localMinute(item.issuedAt), isWide: true }] : []),
    ...(note === '' ? [] : [{ label: fieldLabel('note'), value: note, isWide: true }]),
  ];
}

type IssueModalProps = {
  readonly record: FilableRecord;
  readonly item: FilingItem | null;
  readonly onClose: () => void;
};

function IssueModal({ record, item, onClose }: IssueModalProps) {
  const { go } = useNavigation();
  const filing = useFiling();
  // Made once: the panel plans anew whenever its rows are others.
  const [rows] = useState(() => [toPaperRow(record, item)]);
  return (
    <Dialog title={record.title} footer={null} onCancel={onClose}>
      <SecrecyWarning />
      <IssuePanel filing={filing} rows={rows} onSettings={() => go({ screen: 'filing' })} onIssued={onClose} />
    </Dialog>
  );
}
