import { Alert, Button, Form, Space } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { readRecordDraft } from '#domain/records/record-draft';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { checkUnit } from '#domain/units/check-unit';
import { pathLabel } from '../../archive/field-labels.ts';
import { problemHint } from '../../archive/problem-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import { useNavigation, useUnsaved } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { UnitFields } from './unit-fields.tsx';
import { unitFormOf, withoutBlankRows, type UnitFormValues } from './unit-form-values.ts';
import styles from './units.module.css';

type UnitFormProps = { readonly unit: Unit | null; readonly onClose: () => void };

/** All that is kept of a unit: names through time, what it is, and its brands. Ctrl+S saves, Escape leaves. */
export function UnitForm({ unit, onClose }: UnitFormProps) {
  const { leave } = useNavigation();
  const { values, problems, isDirty, isSaving, set, save } = useUnitForm(unit, onClose);
  const close = () => leave(onClose);
  useShortcut('Ctrl+S', () => void save());
  useShortcut('Escape', close);
  return (
    <Page
      title={unit ? messages.form.editTitle(unitDisplayName(unit)) : messages.form.newTitle}
      hint={isDirty ? messages.unsaved : undefined}
      actions={
        <Space>
          <Button onClick={close}>{messages.cancel}</Button>
          <Button type="primary" loading={isSaving} onClick={() => void save()} title="Ctrl+S">
            {messages.save}
          </Button>
        </Space>
      }
    >
      {problems.size > 0 && (
        <Alert
          className={styles['alert'] ?? ''}
          type="error"
          showIcon
          title={messages.form.problems(problems.size)}
          description={[...problems].map(([field, hint]) => `${pathLabel(field)}：${hint}`).join('；')}
        />
      )}
      {/* Not an HTML form: pressing Enter must never submit half of one. */}
      <Form component={false} layout="vertical" disabled={isSaving}>
        <Card holds="form" testId="unit-form">
          <UnitFields unitId={unit?.id ?? null} values={values} problems={problems} set={set} />
        </Card>
      </Form>
    </Page>
  );
}

/** The state of the form: what stands in it, what is wrong with it by field, and saving it once. */
function useUnitForm(unit: Unit | null, onSaved: () => void) {
  const { archive } = useSession();
  const { setUnsaved } = useNavigation();
  const actions = useArchiveActions();
  const directory = useUnitDirectory();
  const [initial] = useState(() => unitFormOf(unit));
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const isDirty = JSON.stringify(values) !== JSON.stringify(initial);
  useUnsaved(isDirty);

  const set = (change: Partial<UnitFormValues>) => {
    setValues((present) => ({ ...present, ...change }));
    setProblems(new Map());
  };
  const check = () => {
    const filled = withoutBlankRows(values);
    setValues(filled);
    const read = readRecordDraft('unit', filled, archive.today());
    if (!read.ok) {
      setProblems(new Map(read.error.map((problem) => [problem.field, problemHint(problem)])));
      return null;
    }
    const found = checkUnit(read.value.draft, unit?.id ?? null, directory);
    setProblems(
      new Map(
        found.map((problem) => [problem.field, messages.unitProblem[problem.code]('by' in problem ? problem.by : '')]),
      ),
    );
    return found.length === 0 ? read.value : null;
  };
  const save = async () => {
    if (busy.current) return;
    const read = check();
    if (!read) return;
    busy.current = true;
    // At once: what is typed from here on would be in the form, but not in what is saved.
    flushSync(() => setSaving(true));
    const saved = await actions.saveRecord(read, unit && { id: unit.id, revision: unit.revision });
    if (saved) {
      setUnsaved(false);
      return onSaved();
    }
    busy.current = false;
    setSaving(false);
  };
  return { values, problems, isDirty, isSaving, set, save };
}
