import { useRef, useState, type ReactNode } from 'react';
import type { FilingItem } from '#domain/records/filing-item';
import { TEXT_LIMITS } from '#domain/records/draft-fields';
import type { FilableRecord } from '#domain/filing/filable-record';
import { readFilingFields, type FilingFieldProblem, type FilingFields } from '#domain/filing/filing-fields';
import { filingToFields, storedFields } from '#domain/filing/filing-register';
import { NO_FILING } from '#domain/filing/filing';
import { cleanText } from '#domain/text/clean-text';
import { saveFilingItems } from '#storage/filing-save';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useUnsaved } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { useBase } from './use-base.ts';

type FilingValues = FilingFields & { readonly note: string };

/** What a form item shows below its input. */
type FieldHelp = { readonly validateStatus?: 'error'; readonly help?: ReactNode };

/** The filing of one record while it is edited, and saving it. */
export function useFilingForm(owner: FilableRecord, item: FilingItem | null, onSaved: () => void) {
  const { perform } = useArchiveActions();
  const [problems, setProblems] = useState<readonly FilingFieldProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const { base, values, setValues, rebase } = useBasedValues(item);

  const { note: typedNote, ...fields } = values;
  const note = cleanText(typedNote, 'many').text;
  const isNoteTooLong = note.length > TEXT_LIMITS.prose;
  const save = async () => {
    if (busy.current || isNoteTooLong) return;
    const tidy = (text: string) => cleanText(text, 'single').text;
    const read = readFilingFields({ ...fields, box: tidy(fields.box), department: tidy(fields.department) });
    if (!read.ok) return setProblems(read.error);
    busy.current = true;
    setSaving(true);
    const edited = base && { id: base.id, revision: base.revision };
    const label = messages.form.label(owner.title);
    const saved = await perform(
      (archive) => saveFilingItems(archive, [{ ownerId: owner.id, filing: read.value, note, edited }], label),
      { done: messages.form.saved, label, from: 'form' },
    );
    busy.current = false;
    setSaving(false);
    const after = saved?.changes[0]?.after;
    if (after?.kind !== 'filingItem') return;
    rebase(after);
    onSaved();
  };
  return {
    values,
    isSaving,
    save,
    set: (change: Partial<FilingValues>) => {
      setValues({ ...values, ...change });
      setProblems([]);
    },
    help: (field: keyof FilingFields): FieldHelp => {
      const problem = problems.find((each) => each.field === field);
      return problem ? { validateStatus: 'error', help: messages.fieldProblem[problem.code] } : {};
    },
    noteHelp: (isNoteTooLong ? { validateStatus: 'error', help: messages.noteTooLong } : {}) satisfies FieldHelp,
  };
}

/** The values of the form and the item that they began as; they begin anew with another. */
function useBasedValues(item: FilingItem | null) {
  const [values, setValues] = useState(() => valuesOf(item));
  const [begun, setBegun] = useState(item);
  const isDirty = JSON.stringify(values) !== JSON.stringify(valuesOf(begun));
  const { base, setBase } = useBase(item, isDirty);
  useUnsaved(isDirty);
  if (base !== begun) {
    setBegun(base);
    setValues(valuesOf(base));
  }
  return { base, values, setValues, rebase: setBase };
}

function valuesOf(item: FilingItem | null): FilingValues {
  return { ...(item ? storedFields(item) : filingToFields(NO_FILING)), note: item?.note ?? '' };
}
