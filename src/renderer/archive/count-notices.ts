import type { DraftNotice } from '#domain/records/draft-problem';

/** How many records have a notice of each kind, in the order in which the kinds were met. */
export function countNotices(
  records: readonly { readonly notices: readonly DraftNotice[] }[],
): ReadonlyMap<DraftNotice['code'], number> {
  const counts = new Map<DraftNotice['code'], number>();
  for (const { notices } of records) {
    for (const code of new Set(notices.map((notice) => notice.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
