import type { ArchiveRecord } from '#domain/records/archive-record';
import { TERM_LISTS, type TermList } from '#domain/vocabulary/term-lists';

/** The words that records use in the fields of each list, with how often, most used first. */
export function usedTerms(records: readonly ArchiveRecord[]): ReadonlyMap<TermList, ReadonlyMap<string, number>> {
  const counts = new Map<TermList, Map<string, number>>(TERM_LISTS.map((list) => [list, new Map()]));
  for (const record of records) {
    for (const [list, term] of termsOf(record)) {
      const ofList = counts.get(list);
      if (term !== '') ofList?.set(term, (ofList.get(term) ?? 0) + 1);
    }
  }
  const byUse = ([a, left]: [string, number], [b, right]: [string, number]) => right - left || (a < b ? -1 : 1);
  return new Map([...counts].map(([list, terms]) => [list, new Map([...terms].toSorted(byUse))]));
}

function termsOf(record: ArchiveRecord): readonly (readonly [TermList, string])[] {
  switch (record.kind) {
    case 'honor':
      return [
        ['届次', record.round],
        ['存放位置', record.location],
      ];
    case 'activity':
      return [
        ['地点', record.place],
        ['系列', record.series],
      ];
    case 'evaluation':
      return [
        ['届次', record.round],
        ['评估结果', record.result],
      ];
    case 'person':
      return record.posts.map(({ post }) => ['职务', post]);
    default:
      return [];
  }
}
