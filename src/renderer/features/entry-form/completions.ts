import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import type { Rulebook } from '#domain/records/rulebook';
import type { TermList } from '#domain/vocabulary/term-lists';

/** Fields of one line whose values come again; of the others, such as a certificate's number, each is its own. */
const COMPLETED: ReadonlySet<string> = new Set([
  'round',
  'series',
  'place',
  'location',
  'listSource',
  'documentNo',
  'documentTitle',
  'levelReason',
  'result',
  'post',
  'role',
  'basis',
]);

const TERMS: Readonly<Record<string, TermList>> = {
  place: '地点',
  round: '届次',
  series: '系列',
  post: '职务',
  location: '存放位置',
};

/** Whether a field, by its path such as "place" or "posts.post", is completed from what was entered before. */
export function isCompleted(path: string): boolean {
  return COMPLETED.has(lastPart(path));
}

/**
 * What is offered in a field: the values that records of the kind have there, those used most first, then the office's
 * own terms.
 */
export function completionsOf(
  kind: LedgerKind,
  path: string,
  records: readonly LedgerRecord[],
  rulebook: Rulebook | null,
): readonly string[] {
  const counts = countValues(records, path);
  const used = [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
  const list = kind === 'evaluation' && path === 'result' ? '评估结果' : TERMS[lastPart(path)];
  const terms = (rulebook?.terms ?? []).flatMap((term) => (term.list === list && term.term ? [term.term] : []));
  return [...new Set([...used, ...terms])];
}

/** The values of a list of records do not change: the live records are a new list after each change. */
const counted = new WeakMap<readonly LedgerRecord[], Map<string, ReadonlyMap<string, number>>>();

/** How often each text stands in a field, or in a field of its rows. */
export function countValues(records: readonly LedgerRecord[], path: string): ReadonlyMap<string, number> {
  const byPath = counted.get(records) ?? new Map<string, ReadonlyMap<string, number>>();
  counted.set(records, byPath);
  const known = byPath.get(path);
  if (known) return known;
  const counts = new Map<string, number>();
  const [name = '', inner] = path.split('.');
  for (const record of records) {
    const value = (record as unknown as Readonly<Record<string, unknown>>)[name];
    for (const text of textsIn(value, inner)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  byPath.set(path, counts);
  return counts;
}

function textsIn(value: unknown, inner: string | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsIn(item, inner));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return inner === undefined ? textsIn(fields['printed'], inner) : textsIn(fields[inner], undefined);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
