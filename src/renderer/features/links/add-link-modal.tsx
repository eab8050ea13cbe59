import { SwapOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { recordDate, type LedgerRecord } from '#domain/records/archive-record';
import { LINK_TYPES } from '#domain/vocabulary/link-terms';
import { saveRecord } from '#storage/save-record';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { suggestLink, type LinkType } from './link-types.ts';
import styles from './links.module.css';
import { messages } from './messages.ts';
import { useLinkCandidates } from './use-link-candidates.ts';

const LONGEST_NOTE = 2000;

type AddLinkModalProps = {
  readonly record: LedgerRecord;
  /** Records that it is linked to already. */
  readonly linked: readonly string[];
  readonly onClose: () => void;
};

/** Finds a record and links it; how they have to do with each other follows from their kinds until it is changed. */
export function AddLinkModal({ record, linked, onClose }: AddLinkModalProps) {
  const { perform } = useArchiveActions();
  const [typed, setTyped] = useState('');
  const [other, setOther] = useState<LedgerRecord | null>(null);
  const [type, setType] = useState<LinkType>('相关');
  const [isForward, setForward] = useState(true);
  const [note, setNote] = useState('');
  const [isSaving, setSaving] = useState(false);
  const excluded = useMemo(() => new Set<string>([record.id, ...linked]), [record.id, linked]);
  const candidates = useLinkCandidates(typed, excluded);
  const ids = useId();

  const choose = (id: string) => {
    const chosen = candidates.find((candidate) => candidate.id === id) ?? null;
    setOther(chosen);
    if (!chosen) return;
    const suggested = suggestLink(record.kind, chosen.kind);
    setType(suggested.type);
    setForward(suggested.isForward);
  };
  const save = async () => {
    if (!other || isSaving) return;
    setSaving(true);
    const [from, to] = isForward ? [record, other] : [other, record];
    const draft = { kind: 'link', from: endOf(from), to: endOf(to), linkType: type, note: note.trim() } as const;
    const saved = await perform((archive) => saveRecord(archive, draft, null), {
      done: messages.added(other.title),
      label: messages.label(from.title, to.title),
      from: 'form',
    });
    setSaving(false);
    if (saved) onClose();
  };
  const [first, second] = isForward
    ? [messages.thisRecord, messages.otherRecord]
    : [messages.otherRecord, messages.thisRecord];
  return (
    <Dialog
      title={messages.addTo(record.title)}
      okText={messages.ok}
      cancelText={messages.cancel}
      okButtonProps={{ disabled: other === null, loading: isSaving }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={messages.find} htmlFor={`${ids}-find`}>
          <Select
            id={`${ids}-find`}
            autoFocus
            showSearch={{ filterOption: false, onSearch: setTyped }}
            // Inside the dialog, so that a screen reader finds the choices where it is.
            getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
            placeholder={messages.findPlaceholder}
            notFoundContent={typed.trim() === '' ? messages.typeToFind : messages.noHits}
            value={other?.id ?? null}
            onChange={choose}
            options={optionsOf(candidates, other)}
          />
        </Form.Item>
        <div className={styles['pair']}>
          <Form.Item label={messages.type} htmlFor={`${ids}-type`}>
            <Select<LinkType>
              id={`${ids}-type`}
              value={type}
              onChange={setType}
              options={LINK_TYPES.map((each) => ({ value: each, label: each }))}
            />
          </Form.Item>
          <Form.Item label={messages.direction}>
            <Button icon={<SwapOutlined aria-hidden />} title={messages.turn} onClick={() => setForward(!isForward)}>
              {messages.reads(first, second)}
            </Button>
          </Form.Item>
        </div>
        <Form.Item label={messages.note} htmlFor={`${ids}-note`}>
          <Input
            id={`${ids}-note`}
            maxLength={LONGEST_NOTE}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

const endOf = ({ id, title }: LedgerRecord) => ({ printed: title, id });

/** The chosen one stays among the options, or its id would be shown for its title. */
function optionsOf(candidates: readonly LedgerRecord[], chosen: LedgerRecord | null) {
  const all = chosen && !candidates.includes(chosen) ? [chosen, ...candidates] : candidates;
  return all.map((candidate) => ({ value: String(candidate.id), label: describe(candidate) }));
}

function describe(record: LedgerRecord): string {
  return [KIND_NAMES[record.kind], record.title, formatFuzzyDate(recordDate(record))]
    .filter((text) => text !== '')
    .join(' · ');
}
