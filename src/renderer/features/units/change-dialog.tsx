import { Alert, Form, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { UNKNOWN_DATE, type FuzzyDate } from '#domain/dates/fuzzy-date';
import type { UnitChange } from '#domain/records/unit-change';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { planUnitChange, type UnitChangeOrder } from '#domain/units/plan-unit-change';
import { changeUnit } from '#storage/change-unit';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useNavigation, useUnsaved } from '../../navigation/navigation.tsx';
import { ChangePreview } from './change-preview.tsx';
import { DateInputField } from './date-input-field.tsx';
import { messages } from './messages.ts';
import { EMPTY_SUCCESSOR, SuccessorFields, type SuccessorName } from './successor-fields.tsx';
import type { DateInput } from './unit-form-values.ts';
import { UnitsBefore } from './units-before.tsx';
import styles from './units.module.css';

export type ChangeKind = UnitChange['change'];

type ChangeDialogProps = { readonly unit: Unit; readonly kind: ChangeKind; readonly onClose: () => void };

type ChangeForm = {
  readonly date: DateInput;
  readonly from: readonly string[];
  readonly to: readonly SuccessorName[];
  readonly basis: string;
  readonly note: string;
};

const SUCCESSORS: Readonly<Record<ChangeKind, number>> = { 更名: 1, 合并: 1, 分设: 2, 撤销: 0 };

/** Registers what happened to a unit: when, by which document, and what there is afterwards; says first what it does. */
export function ChangeDialog({ unit, kind, onClose }: ChangeDialogProps) {
  const { leave } = useNavigation();
  const [initial] = useState<ChangeForm>(() => ({
    date: '',
    from: [unit.id],
    to: Array.from({ length: SUCCESSORS[kind] }, () => EMPTY_SUCCESSOR),
    basis: '',
    note: '',
  }));
  const [form, setForm] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const isDirty = JSON.stringify(form) !== JSON.stringify(initial);
  useUnsaved(isDirty);
  const { plan, isBusy, register } = useRegistration(kind, form, onClose);
  const set = (change: Partial<ChangeForm>) => setForm((present) => ({ ...present, ...change }));
  const { titles, hints } = messages.change;
  return (
    <Dialog
      width={720}
      title={`${titles[kind]}：${unitDisplayName(unit)}`}
      okText={messages.change.ok}
      cancelText={messages.cancel}
      confirmLoading={isBusy}
      mask={{ closable: false }}
      onOk={() => {
        setAsked(true);
        void register();
      }}
      onCancel={() => leave(onClose)}
    >
      <p className={styles['intro']}>{hints[kind]}</p>
      <Form component={false} layout="vertical" disabled={isBusy}>
        {kind === '合并' && <UnitsBefore ids={form.from} onChange={(from) => set({ from })} />}
        {kind !== '撤销' && <SuccessorFields kind={kind} names={form.to} onChange={(to) => set({ to })} />}
        <Form.Item label={messages.change.date} htmlFor="change-date" required>
          <DateInputField
            id="change-date"
            label={messages.change.date}
            placeholder={messages.change.dateHint}
            value={form.date}
            onChange={(date) => set({ date })}
          />
        </Form.Item>
        <Form.Item label={messages.change.basis} htmlFor="change-basis">
          <Input
            id="change-basis"
            autoComplete="off"
            placeholder={messages.change.basisHint}
            value={form.basis}
            onChange={(event) => set({ basis: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={messages.change.note} htmlFor="change-note">
          <Input.TextArea
            id="change-note"
            rows={2}
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        </Form.Item>
      </Form>
      {plan.ok && <ChangePreview plan={plan.value} />}
      {!plan.ok && isAsked && <Alert type="error" showIcon title={messages.change.problem(plan.error)} />}
    </Dialog>
  );
}

/** What registering would do as the form stands, and doing it once. */
function useRegistration(kind: ChangeKind, form: ChangeForm, onDone: () => void) {
  const { archive } = useSession();
  const { setUnsaved } = useNavigation();
  const { perform } = useArchiveActions();
  const directory = useUnitDirectory();
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const today = archive.today();
  const order = useMemo<UnitChangeOrder>(
    () => ({
      change: kind,
      date: readDate(form.date, today),
      basis: form.basis.trim(),
      note: form.note.trim(),
      from: form.from,
      to: form.to.map(({ full, short }) => ({ full: full.trim(), short: short.trim() })),
    }),
    [kind, form, today],
  );
  const plan = useMemo(() => {
    // Two new units need ids that differ, even where nothing is saved.
    const newId = () => crypto.randomUUID();
    return planUnitChange(order, { units: directory, stamp: { at: '', by: '' }, newId });
  }, [order, directory]);
  const register = async () => {
    if (busy.current || !plan.ok) return;
    busy.current = true;
    setBusy(true);
    const title = describeChange(plan.value.record);
    const said = { done: messages.change.done(title), label: title, from: 'form' } as const;
    const done = await perform((open) => changeUnit(open, order), said);
    if (done) {
      setUnsaved(false);
      return onDone();
    }
    busy.current = false;
    setBusy(false);
  };
  return { plan, isBusy, register };
}

function describeChange({ change, from, to }: UnitChange): string {
  const names = (references: UnitChange['from']) => references.map(({ printed }) => printed).join('、');
  return messages.change.sentence(change, names(from), names(to));
}

function readDate(value: DateInput, today: string): FuzzyDate {
  if (typeof value !== 'string') return value;
  const read = parseFuzzyDate(value, { today });
  return read.ok ? read.value.date : UNKNOWN_DATE;
}
