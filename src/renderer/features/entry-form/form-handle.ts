import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import type { PinyinMatcher } from '#domain/pinyin/pinyin-match';
import type { DraftProblem } from '#domain/records/draft-problem';
import type { LedgerKind } from '#domain/records/record-base';
import type { UnitDirectory } from '#domain/units/unit-directory';
import type { FormValues } from './form-values.ts';

/** What all fields of a form share. */
export type FormHandle = {
  readonly kind: LedgerKind;
  readonly values: FormValues;
  /** What stood in the form when it was opened. */
  readonly initial: FormValues;
  readonly set: (field: string, value: unknown) => void;
  /** A name that is being typed and stands in no field yet; empty when there is none. */
  readonly setUnconfirmed: (text: string) => void;
  readonly problems: readonly DraftProblem[];
  readonly units: UnitDirectory;
  readonly matcher: PinyinMatcher;
  readonly today: string;
  /** When it was that is being entered, as far as that is known. */
  readonly onDate: FuzzyDate | null;
  /** Fields whose values were taken over from the record before. */
  readonly carried: ReadonlySet<string>;
  /** Tells the inputs of two forms apart that are open at once. */
  readonly idPrefix: string;
};

export type FieldProps = { readonly form: FormHandle; readonly name: string; readonly placeholder?: string };

/** The id of the input at a path such as "date" or "posts[0].unit". */
export function fieldId(form: Pick<FormHandle, 'idPrefix'>, path: string): string {
  return `${form.idPrefix}-${path}`;
}

/** Puts the cursor where a problem is, or into the field around it. */
export function focusField(form: Pick<FormHandle, 'idPrefix'>, path: string): void {
  const exact = document.getElementById(fieldId(form, path));
  (exact ?? document.getElementById(fieldId(form, path.replace(/\[.*$/, ''))))?.focus();
}
