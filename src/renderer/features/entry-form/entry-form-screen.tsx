import { Alert, Button, Form, Result, Space, Spin } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isLedgerRecord, type LedgerRecord } from '#domain/records/archive-record';
import { toBoundaryRecord } from '#domain/records/boundary-record';
import type { DraftProblem } from '#domain/records/draft-problem';
import { readRecordDraft } from '#domain/records/record-draft';
import type { LedgerKind } from '#domain/records/record-base';
import type { ArchiveDatabase } from '#storage/database';
import { findRecord } from '#storage/find-records';
import { describeProblem } from '../../archive/problem-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { Card } from '../../components/card.tsx';
import { ADD_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import { useNavigation, useUnsaved } from '../../navigation/navigation.tsx';
import { EntryFields } from './entry-fields.tsx';
import styles from './entry-form.module.css';
import type { FormHandle } from './fields.tsx';
import { emptyForm, formOf, isSameForm, type FormValues } from './form-values.ts';
import { messages } from './messages.ts';

type EntryFormScreenProps = { readonly kind: LedgerKind; readonly id: string | null };

/** Adds a record, or edits one that is loaded first. */
export function EntryFormScreen({ kind, id }: EntryFormScreenProps) {
  const { archive } = useSession();
  const { go } = useNavigation();
  const [round, setRound] = useState(0);
  const loaded = useLoadedEntry(archive.database, id);

  if (id === null) return <EntryForm key={round} kind={kind} entry={null} onAddNext={() => setRound(round + 1)} />;
  if (loaded === null) return <Spin className={styles['loading'] ?? ''} />;
  if (loaded === 'missing') {
    const back = <Button onClick={() => go({ screen: 'ledger', kind })}>{messages.backToLedger}</Button>;
    return <Result status="404" title={messages.notFound} extra={back} />;
  }
  return <EntryForm kind={kind} entry={loaded} onAddNext={null} />;
}

/** Reads a record once: what changes meanwhile must not change under the person's hands; saving finds it out. */
function useLoadedEntry(database: ArchiveDatabase, id: string | null): LedgerRecord | 'missing' | null {
  const [loaded, setLoaded] = useState<LedgerRecord | 'missing' | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    const load = async () => {
      try {
        const found = await findRecord(database, id);
        if (isWanted) setLoaded(found && isLedgerRecord(found) ? found : 'missing');
      } catch (error) {
        // Thrown while rendering, it reaches the error boundary.
        setLoaded(() => {
          throw error;
        });
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [database, id]);
  return loaded;
}

type EntryFormProps = {
  readonly kind: LedgerKind;
  readonly entry: LedgerRecord | null;
  /** Starts an empty form after a save; null when editing. */
  readonly onAddNext: (() => void) | null;
};

function EntryForm({ kind, entry, onAddNext }: EntryFormProps) {
  const { replace, back } = useNavigation();
  const { form, save, isDirty, isSaving } = useEntryForm(kind, entry);

  const saveAndShow = async () => {
    const saved = await save();
    if (!saved) return;
    // An edit returns to where it came from; a new record takes the place of its form.
    if (entry) back();
    else replace({ screen: 'record', kind, id: saved.id });
  };
  const saveAndAddNext = async () => {
    if (onAddNext && (await save())) onAddNext();
  };
  useShortcut('Ctrl+S', () => void saveAndShow());
  useShortcut('Ctrl+Enter', () => void (onAddNext ? saveAndAddNext() : saveAndShow()));
  useShortcut('Escape', back);

  return (
    <Page
      title={entry ? messages.editTitle[kind] : ADD_NAMES[kind]}
      hint={isDirty ? messages.unsaved : undefined}
      actions={
        <Space>
          <Button onClick={back}>{messages.cancel}</Button>
          {onAddNext && (
            <Button onClick={() => void saveAndAddNext()} title="Ctrl+Enter">
              {messages.saveAndAdd}
            </Button>
          )}
          <Button type="primary" loading={isSaving} onClick={() => void saveAndShow()} title={messages.saveKeys}>
            {messages.save}
          </Button>
        </Space>
      }
    >
      {form.problems.length > 0 && (
        <Alert
          className={styles['problems'] ?? ''}
          type="error"
          showIcon
          title={messages.notSavedTitle(form.problems.length)}
          description={form.problems.map(describeProblem).join('；')}
        />
      )}
      {/* Not an HTML form: pressing Enter must never submit half of one. */}
      <Form component={false} layout="vertical" disabled={isSaving}>
        <Card holds="form" testId="entry-form">
          <EntryFields kind={kind} form={form} />
        </Card>
      </Form>
      <p className={styles['secrecy']}>{messages.secrecy}</p>
    </Page>
  );
}

/** The state of a form: what stands in it, what is wrong with it, and saving it once. */
function useEntryForm(kind: LedgerKind, entry: LedgerRecord | null) {
  const { archive } = useSession();
  const { setUnsaved } = useNavigation();
  const actions = useArchiveActions();
  const units = useUnitDirectory();
  const initial = useMemo(() => (entry ? formOf(toBoundaryRecord(entry)) : emptyForm(kind)), [kind, entry]);
  const [values, setValues] = useState<FormValues>(initial);
  const latest = useRef<FormValues>(initial);
  const [unconfirmed, setUnconfirmed] = useState('');
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const isDirty = unconfirmed.trim() !== '' || !isSameForm(values, initial);
  useUnsaved(isDirty);

  const set = (field: string, value: unknown) => {
    latest.current = { ...latest.current, [field]: value };
    setValues(latest.current);
    setProblems((present) => present.filter((problem) => !problem.field.startsWith(field)));
  };
  const saveOnce = async () => {
    const read = readRecordDraft(kind, await finishTyping(latest), archive.today());
    if (!read.ok) {
      setProblems(read.error);
      focusField(read.error[0]?.field ?? '');
      return null;
    }
    // At once: what is typed from here on would be in the form, but not in what is saved.
    flushSync(() => setSaving(true));
    const edited = entry && { id: entry.id, revision: entry.revision };
    const saved = await actions.saveRecord(read.value, edited);
    if (!saved) setSaving(false);
    return saved?.record ?? null;
  };
  /** After a success the form stays busy: it is about to go, and must not be saved a second time until it has. */
  const save = async () => {
    if (busy.current) return null;
    busy.current = true;
    const saved = await saveOnce();
    if (saved) setUnsaved(false);
    else busy.current = false;
    return saved;
  };
  const form: FormHandle = { kind, values, initial, set, setUnconfirmed, problems, units, today: archive.today() };
  return { form, save, isDirty, isSaving };
}

/**
 * Lets the field with the cursor hand over what was typed last: a name that was not confirmed by Enter is taken when
 * its field is left, and Ctrl+S leaves nothing.
 */
async function finishTyping(latest: { readonly current: FormValues }): Promise<FormValues> {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && focused.getAttribute('role') === 'combobox') {
    focused.blur();
    await new Promise((resolve) => setTimeout(resolve));
    focused.focus();
  }
  return latest.current;
}

function focusField(field: string): void {
  document.getElementById(`field-${field.replace(/\[.*$/, '')}`)?.focus();
}
