import { Form, Input, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import type { DraftProblem } from '#domain/records/draft-problem';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { draftUnitNames, readUnitDraft, unitToDraft, type UnitDraft } from '#domain/units/unit-draft';
import { FIELD_LABELS } from '../../archive/field-labels.ts';
import { problemHint } from '../../archive/problem-messages.ts';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useNavigation, useUnsaved } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';

type UnitFormModalProps = {
  readonly unit: Unit | null;
  readonly directory: UnitDirectory;
  readonly onClose: () => void;
};

const EMPTY: UnitDraft = {
  fullName: '',
  shortNames: [],
  aliases: [],
  misspellings: [],
  brands: [],
  note: '',
  source: '',
};

const LISTS = ['shortNames', 'aliases', 'misspellings', 'brands'] as const;

/** Names, brands and notes of a unit. A name that already stands for another unit is refused, naming that unit. */
export function UnitFormModal({ unit, directory, onClose }: UnitFormModalProps) {
  const { saveUnit } = useArchiveActions();
  const { leave } = useNavigation();
  const [initial] = useState<UnitDraft>(unit ? unitToDraft(unit) : EMPTY);
  const [draft, setDraft] = useState(initial);
  const [unconfirmed, setUnconfirmed] = useState('');
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  useUnsaved(unconfirmed.trim() !== '' || JSON.stringify(draft) !== JSON.stringify(initial));
  const taken = findTakenName(draft, unit, directory);
  const set = (change: Partial<UnitDraft>) => {
    setDraft((present) => ({ ...present, ...change }));
    setProblems([]);
  };
  const save = async () => {
    if (busy.current) return;
    const read = readUnitDraft(draft);
    if (!read.ok) return setProblems(read.error);
    if (taken) return;
    busy.current = true;
    setSaving(true);
    const edited = unit && { id: unit.id, revision: unit.revision };
    const saved = await saveUnit(read.value, edited);
    if (saved) return onClose();
    busy.current = false;
    setSaving(false);
  };
  const problemOf = (field: string) => {
    const problem = problems.find((each) => each.field.startsWith(field));
    const isTaken = taken?.field === field;
    if (!problem && !isTaken) return {};
    return { validateStatus: 'error', help: problem ? problemHint(problem) : taken?.message } as const;
  };
  return (
    <Modal
      open
      title={unit ? messages.editTitle(unitDisplayName(unit)) : messages.newTitle}
      okText={messages.save}
      cancelText={messages.cancel}
      confirmLoading={isSaving}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={() => leave(onClose)}
    >
      <Form component={false} layout="vertical" disabled={isSaving}>
        <Form.Item label={FIELD_LABELS.fullName} htmlFor="unit-fullName" required {...problemOf('fullName')}>
          <Input
            id="unit-fullName"
            autoFocus
            value={draft.fullName}
            onChange={(event) => set({ fullName: event.target.value })}
          />
        </Form.Item>
        {LISTS.map((field) => (
          <Form.Item key={field} label={FIELD_LABELS[field]} htmlFor={`unit-${field}`} {...problemOf(field)}>
            <Select
              id={`unit-${field}`}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={['、', '；', ';']}
              placeholder={messages.namesHint}
              value={[...draft[field]]}
              showSearch={{ onSearch: setUnconfirmed }}
              onChange={(names) => {
                set({ [field]: names });
                setUnconfirmed('');
              }}
              onBlur={() => setUnconfirmed('')}
            />
          </Form.Item>
        ))}
        <Form.Item label={FIELD_LABELS.note} htmlFor="unit-note" {...problemOf('note')}>
          <Input.TextArea
            id="unit-note"
            rows={2}
            value={draft.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

const NAME_FIELDS = { full: 'fullName', short: 'shortNames', alias: 'aliases', misspelling: 'misspellings' } as const;

function findTakenName(draft: UnitDraft, unit: Unit | null, directory: UnitDirectory) {
  for (const { name, kind } of draftUnitNames(draft)) {
    const owner = name === '' ? null : directory.find(name);
    if (owner && owner.id !== unit?.id) {
      return { field: NAME_FIELDS[kind], message: messages.taken(name, unitDisplayName(owner)) };
    }
  }
  return null;
}
