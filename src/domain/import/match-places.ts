import { appendTo } from '../append-to.ts';
import { bareTitle } from '../duplicates/bare-title.ts';
import type { Entry } from '../records/archive-record.ts';
import type { DraftedRecord } from './draft-rows.ts';
import type { ImportPlace } from './import-commit.ts';
import type { PlanContext } from './plan-import.ts';
import { saidDifferences } from './said-differences.ts';

export type PlaceMatches = {
  /** Living records that were imported from the same place of the same file. */
  readonly matches: ReadonlyMap<DraftedRecord, Entry>;
  /** Ids of all records that ever came from the place of a drafted one, deleted ones included. */
  readonly formerOf: (record: DraftedRecord) => readonly string[];
};

/**
 * Finds the records that an earlier import of the same file made of the same rows. A row may have made several, and two
 * tables side by side have rows of the same number: then those belong together that say the same, or have one title.
 */
export function matchPlaces(
  drafted: readonly DraftedRecord[],
  { file, entries, placeOf }: Pick<PlanContext, 'file' | 'entries' | 'placeOf'>,
): PlaceMatches {
  const recordsAt = new Map<string, Entry[]>();
  for (const record of entries) {
    const origin = placeOf(record);
    if (origin?.fileSha256 === file.sha256) appendTo(recordsAt, placeKey(origin), record);
  }
  const matches = new Map<DraftedRecord, Entry>();
  if (recordsAt.size === 0) return { matches, formerOf: () => [] };
  const draftedAt = new Map<string, DraftedRecord[]>();
  for (const record of drafted) appendTo(draftedAt, placeKey(record.place), record);
  for (const [place, proposed] of draftedAt) {
    const former = recordsAt.get(place) ?? [];
    const rest = new Set(former.filter(({ deletedAt }) => deletedAt === null));
    const take = (fits: (one: DraftedRecord, record: Entry) => boolean) => {
      for (const one of proposed) {
        if (matches.has(one)) continue;
        const found = [...rest].find((record) => record.kind === one.kind && fits(one, record));
        if (!found) continue;
        matches.set(one, found);
        rest.delete(found);
      }
    };
    take((one, record) => saidDifferences(one, record).length === 0);
    take((one, record) => bareTitle(one.draft.title) === bareTitle(record.title));
    if (former.length === 1 && proposed.length === 1) take(() => true);
  }
  return {
    matches,
    formerOf: ({ place }) => (recordsAt.get(placeKey(place)) ?? []).map(({ id }) => id),
  };
}

function placeKey({ sheet, row }: ImportPlace): string {
  return `${row} ${sheet}`;
}
