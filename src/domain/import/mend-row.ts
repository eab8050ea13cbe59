import { editableText } from '../ledger/cell-text.ts';
import { fieldMap } from '../ledger/field-map.ts';
import { MAIN_FIELDS } from '../ledger/main-fields.ts';
import { cellBoundary } from '../ledger/read-cell.ts';
import type { AnyField } from '../records/field.ts';
import { draftText } from './compare-sides.ts';
import type { ImportProblem, ProposedRecord } from './import-row.ts';

/** A field of a rejected row as it stands in a form. */
export type MendedField = {
  readonly name: string;
  readonly field: AnyField;
  /** What could be read, or the text of the cell that could not. */
  readonly text: string;
  /** Why it cannot stay as it is, or null. */
  readonly problem: ImportProblem | null;
};

/** The fields of a rejected record that a person may want to change, what is wrong with it first. */
export function mendableFields(
  { kind, fields }: ProposedRecord,
  problems: readonly ImportProblem[],
): readonly MendedField[] {
  const known = fieldMap(kind);
  const names = new Set([...problems.map(({ field }) => field), ...MAIN_FIELDS[kind], ...Object.keys(fields)]);
  return [...names].flatMap((name): readonly MendedField[] => {
    const field = known.get(name);
    if (!field || field.type === 'rows') return [];
    const problem = problems.find((each) => each.field === name) ?? null;
    return [{ name, field, text: problem?.text || proposedText(field, fields[name]), problem }];
  });
}

/**
 * The record as it is with the texts that a person has put into some fields. All else stays as it was read, so that
 * recipients keep what is known of them.
 */
export function mendedRecord(
  { kind, fields }: ProposedRecord,
  typed: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const known = fieldMap(kind);
  const changed = [...typed].flatMap(([name, text]) => {
    const field = known.get(name);
    return field ? [[name, cellBoundary(field, text)] as const] : [];
  });
  return { ...fields, ...Object.fromEntries(changed) };
}

/** A proposed value, as `readRecordDraft` takes it, as text. */
function proposedText(field: AnyField, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return field.type === 'date' ? editableText(field, value) : draftText(field, value);
}
