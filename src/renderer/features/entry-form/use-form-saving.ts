import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LedgerRecord } from '#domain/records/archive-record';
import { readRecordDraft } from '#domain/records/record-draft';
import type { LedgerKind } from '#domain/records/record-base';
import { isLedgerRecord } from '#domain/records/archive-record';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useAuthorities } from '../../archive/use-authorities.ts';
import { mergeForms, type Versions } from './compare-forms.ts';
import { focusField } from './form-handle.ts';
import { formOf, isSameForm } from './form-values.ts';
import type { FormState } from './use-form-state.ts';

/** A record that was changed by somebody else while it stood in the form. */
export type FormConflict = { readonly current: LedgerRecord; readonly versions: Versions };

type Saving = {
  readonly kind: LedgerKind;
  readonly entry: LedgerRecord | null;
  readonly state: FormState;
  readonly idPrefix: string;
  /** Called once when what stands in the form is in the archive. */
  readonly onSaved: () => void;
};

/** Saves a form, each time once; what others have saved meanwhile is laid beside it. */
export function useFormSaving({ kind, entry, state, idPrefix, onSaved }: Saving) {
  const { archive } = useSession();
  const actions = useArchiveActions();
  const authorities = useAuthorities();
  const [isSaving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<FormConflict | null>(null);
  const busy = useRef(false);

  const saveOnce = async (): Promise<LedgerRecord | null> => {
    await finishTyping();
    const { base, values } = state.latest.current;
    const read = readRecordDraft(kind, values, archive.today());
    if (!read.ok) {
      // At once: the section that holds the first problem has to be open before the cursor can go there.
      flushSync(() => state.setProblems(read.error));
      focusField({ idPrefix }, read.error[0]?.field ?? '');
      return null;
    }
    // A field that is disabled loses the cursor.
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    // At once: what is typed from here on would be in the form, but not in what is saved.
    flushSync(() => setSaving(true));
    const edited = entry && { id: entry.id, revision: base.revision ?? entry.revision };
    const saved = await actions.saveRecord(read.value, edited, (current) => {
      if (!isLedgerRecord(current)) return;
      const theirs = formOf(current, authorities);
      setConflict({ current, versions: { base: base.values, mine: values, theirs } });
    });
    if (!saved) {
      flushSync(() => setSaving(false));
      focused?.focus();
    }
    return saved?.record ?? null;
  };
  /** After a success the form stays busy: it is about to go, and must not be saved a second time until it has. */
  const save = async (): Promise<LedgerRecord | null> => {
    if (busy.current) return null;
    busy.current = true;
    const saved = await saveOnce();
    if (saved) onSaved();
    else busy.current = false;
    return saved;
  };
  /** Takes what others have saved as the ground, with the named fields of the form on it. */
  const resolve = async (taken: readonly string[]): Promise<LedgerRecord | null> => {
    if (!conflict) return null;
    const { current, versions } = conflict;
    const merged = mergeForms(versions, taken);
    setConflict(null);
    state.load({ values: versions.theirs, revision: current.revision }, merged);
    if (!isSameForm(merged, versions.theirs)) return save();
    onSaved();
    return current;
  };
  return { save, resolve, isSaving, conflict, closeConflict: () => setConflict(null) };
}

/**
 * Lets the field with the cursor hand over what was typed last: a name that was not confirmed by Enter is taken when
 * its field is left, and Ctrl+S leaves nothing.
 */
async function finishTyping(): Promise<void> {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement) || focused.getAttribute('role') !== 'combobox') return;
  focused.blur();
  await new Promise((resolve) => setTimeout(resolve));
  focused.focus();
}
