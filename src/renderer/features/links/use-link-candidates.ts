import { useMemo } from 'react';
import { isLedgerRecord, type LedgerRecord } from '#domain/records/archive-record';
import { LEDGER_KINDS } from '#domain/records/record-base';
import { readPlainQuery } from '#domain/search/plain-query';
import { useSession } from '../../archive/session-context.tsx';
import { useSearch } from '../../hooks/use-search.ts';
import { usePinyinMatcher } from '../../hooks/use-pinyin-matcher.ts';

const MOST_SHOWN = 30;
/** Pinyin holds every title against every key press; beyond this many titles the ones changed last have to do. */
const MOST_BY_PINYIN = 5000;
const LATIN_ONLY = /^[a-z' ]{2,}$/i;

/** Records that what was typed may mean, best first: by any part of their text, or by the pinyin of their title. */
export function useLinkCandidates(typed: string, excluded: ReadonlySet<string>): readonly LedgerRecord[] {
  const { records } = useSession();
  const matcher = usePinyinMatcher();
  const isPinyin = LATIN_ONLY.test(typed.trim());
  // Some of those found are taken out again.
  const limit = MOST_SHOWN + excluded.size;
  const question = { expression: readPlainQuery(typed), kinds: LEDGER_KINDS, limit, withFacets: false };
  const { found } = useSearch(typed.trim() === '' ? null : question);
  const titles = useMemo(() => {
    if (!isPinyin) return [];
    const all = LEDGER_KINDS.flatMap((kind): readonly LedgerRecord[] => records.list(kind));
    if (all.length <= MOST_BY_PINYIN) return all;
    return all.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, MOST_BY_PINYIN);
  }, [isPinyin, records]);
  return useMemo(() => {
    const byText = (found?.hits ?? []).flatMap(({ id }) => records.get(id) ?? []);
    const byPinyin = isPinyin ? matcher.rank(typed, titles, ({ title }) => title, limit).map(({ item }) => item) : [];
    return [...new Set([...byText, ...byPinyin])]
      .filter(isLedgerRecord)
      .filter(({ id, deletedAt }) => deletedAt === null && !excluded.has(id))
      .slice(0, MOST_SHOWN);
  }, [found, records, matcher, isPinyin, typed, titles, limit, excluded]);
}
