import { useCallback, useRef, useState } from 'react';
import type { DraftProblem } from '#domain/records/draft-problem';
import { isSameForm, type FormValues } from './form-values.ts';

/** What a form was opened with: what saving it would change, and the revision that this stood in; null for a new one. */
export type FormBase = { readonly values: FormValues; readonly revision: number | null };

export type FormState = ReturnType<typeof useFormState>;

/** What stands in a form, and what is wrong with it. */
export function useFormState(opened: () => FormBase) {
  const [base, setBase] = useState(opened);
  const [values, setValues] = useState(base.values);
  // Saving hears of what was typed last before anything is rendered.
  const latest = useRef({ base, values });
  const [unconfirmed, setUnconfirmed] = useState('');
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);

  const set = useCallback((field: string, value: unknown) => {
    const next = { ...latest.current.values, [field]: value };
    latest.current = { ...latest.current, values: next };
    setValues(next);
    setProblems((present) => present.filter((problem) => problem.field.replace(/[[.].*$/, '') !== field));
  }, []);
  /** Puts other content into the form, as from a draft. */
  const load = useCallback((nextBase: FormBase, next: FormValues) => {
    latest.current = { base: nextBase, values: next };
    setBase(nextBase);
    setValues(next);
    setProblems([]);
  }, []);
  const isChanged = !isSameForm(values, base.values);
  const isDirty = isChanged || unconfirmed.trim() !== '';
  return { base, values, latest, set, load, setUnconfirmed, problems, setProblems, isChanged, isDirty };
}
