import * as v from 'valibot';
import { refuse, succeed, type Result } from '../result.ts';
import { cleanText } from '../text/clean-text.ts';
import { inContext } from './draft-fields.ts';
import type { DraftNotice, DraftProblem } from './draft-problem.ts';

export type ReadDraft<T> = { readonly draft: T; readonly notices: readonly DraftNotice[] };

/** What drafts of a kind are read by. */
export type DraftRules<T> = {
  /** Its issue messages are problem codes; for one flat object of known fields. */
  readonly schema: v.GenericSchema<unknown, T> & { readonly entries: Readonly<Record<string, unknown>> };
  /** Names of the fields whose text may have several lines. */
  readonly proseFields: ReadonlySet<string>;
};

/**
 * Reads a draft from outside. Text is cleaned first, so limits count what would be stored. All problems are reported at
 * once, each with the path of its field.
 */
export function readDraft<T>(
  { schema, proseFields }: DraftRules<T>,
  input: unknown,
  today: string,
): Result<ReadDraft<T>, readonly DraftProblem[]> {
  // A list has no field that a record must have, so it would only be told what it lacks.
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse([{ code: 'not-a-record', field: '' }]);
  }
  const notices: DraftNotice[] = [];
  const clean = createCleaner(proseFields, notices);
  const cleaned = clean(input, '');
  const parsed = v.safeParse(inContext(schema, { today, notices }), cleaned);
  // The schema library puts in one field after the other, which engines keep as a hash table of five times the size.
  if (parsed.success) return succeed({ draft: { ...parsed.output }, notices });
  // The schema library tells only the first of the fields that it does not know.
  const unknown = Object.keys(cleaned).filter((key) => !Object.hasOwn(schema.entries, key));
  return refuse([
    ...parsed.issues.filter((issue) => !isUnknownField(issue) || issue.path?.length !== 1).map(toProblem),
    ...unknown.map((field) => ({ code: 'unknown-field', field }) as const),
  ]);
}

/** Cleans every text in a JSON object, and notes where something was taken out. */
function createCleaner(proseFields: ReadonlySet<string>, notices: DraftNotice[]) {
  const cleanValue = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      // The texts of rows (brands[0].summary) go by the same names as those of records.
      const name = path.slice(path.lastIndexOf('.') + 1);
      const { text, removed } = cleanText(value, proseFields.has(name) ? 'many' : 'single');
      for (const code of removed) notices.push({ code, field: path });
      return text;
    }
    if (Array.isArray(value)) return value.map((item, index) => cleanValue(item, `${path}[${index}]`));
    return typeof value === 'object' && value !== null ? cleanFields(value, `${path}.`) : value;
  };
  const cleanFields = (fields: object, prefix: string): object =>
    Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, cleanValue(item, `${prefix}${key}`)]));
  return cleanFields;
}

const SHOWN_VALUE_LENGTH = 40;

/** Turns a schema issue, whose message is a problem code, into a problem that names its field. */
function toProblem(issue: v.BaseIssue<unknown>): DraftProblem {
  const field = (issue.path ?? []).reduce<string>(
    (path, { key }) =>
      typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`,
    '',
  );
  const limit = typeof issue.requirement === 'number' ? { limit: issue.requirement } : {};
  const value = typeof issue.input === 'string' ? { value: issue.input.slice(0, SHOWN_VALUE_LENGTH) } : {};
  return { code: problemCode(issue), field, ...limit, ...value };
}

function problemCode(issue: v.BaseIssue<unknown>): DraftProblem['code'] {
  if (isUnknownField(issue)) return 'unknown-field';
  return issue.type === 'strict_object' ? 'required' : (issue.message as DraftProblem['code']);
}

function isUnknownField(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}
