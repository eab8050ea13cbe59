import { normalizeForSearch } from '../search/normalize-text.ts';

type Condition = { readonly type: string; readonly filter: string };

/** The filters of some columns as the grid tells them; what is not understood does not narrow. */
export type ColumnFilters = Readonly<Record<string, unknown>>;

/** Whether the texts of a record's columns pass all filters of columns; null when there are none. */
export function readColumnFilters(filters: ColumnFilters): ((textOf: (column: string) => string) => boolean) | null {
  const tests = Object.entries(filters).flatMap(([column, model]) => {
    const test = readModel(model);
    return test ? [[column, test] as const] : [];
  });
  if (tests.length === 0) return null;
  return (textOf) => tests.every(([column, test]) => test(normalizeForSearch(textOf(column))));
}

type Test = (text: string) => boolean;

function readModel(model: unknown): Test | null {
  if (typeof model !== 'object' || model === null) return null;
  const { operator, conditions } = model as { readonly operator?: unknown; readonly conditions?: unknown };
  if (!Array.isArray(conditions)) return readCondition(model);
  const tests = (conditions as readonly Partial<Condition>[]).map(readCondition).filter((test) => test !== null);
  return operator === 'OR' ? (text) => tests.some((test) => test(text)) : (text) => tests.every((test) => test(text));
}

function readCondition({ type, filter }: Partial<Condition>): Test | null {
  const wanted = normalizeForSearch(filter ?? '').trim();
  switch (type) {
    case 'contains':
      return (text) => text.includes(wanted);
    case 'notContains':
      return (text) => !text.includes(wanted);
    case 'equals':
      return (text) => text.trim() === wanted;
    case 'notEqual':
      return (text) => text.trim() !== wanted;
    case 'startsWith':
      return (text) => text.startsWith(wanted);
    case 'endsWith':
      return (text) => text.endsWith(wanted);
    case 'blank':
      return (text) => text.trim() === '';
    case 'notBlank':
      return (text) => text.trim() !== '';
    default:
      return null;
  }
}
