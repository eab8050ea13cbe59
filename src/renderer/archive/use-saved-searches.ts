import { useMemo } from 'react';
import type { RecordOf } from '#domain/records/archive-record';
import { readRecordDraft } from '#domain/records/record-draft';
import { useSession } from './session-context.tsx';
import { useArchiveActions } from './use-archive-actions.tsx';
import { useRecords } from './use-records.ts';

/** A search that was given a name. Its `state` is the text as typed, so that it finds what is there when it is asked. */
export type SavedSearch = RecordOf<'savedView'>;

/** The screen that saved searches say they belong to; views of ledgers say another. */
const SCREEN = 'search';

/** Searches that were given names, by name. */
export function useSavedSearches(): readonly SavedSearch[] {
  const views = useRecords('savedView');
  return useMemo(
    () => views.filter(({ screen }) => screen === SCREEN).toSorted((a, b) => a.title.localeCompare(b.title, 'zh-CN')),
    [views],
  );
}

/** Saves a text under a name, or gives a saved search another; answers whether it is safe. Can be undone. */
export function useSearchSaving() {
  const { archive } = useSession();
  const { saveRecord } = useArchiveActions();
  return async (title: string, text: string, saved: SavedSearch | null): Promise<boolean> => {
    const read = readRecordDraft('savedView', { title, screen: SCREEN, state: text }, archive.today());
    if (!read.ok) return false;
    return (await saveRecord(read.value, saved && { id: saved.id, revision: saved.revision })) !== null;
  };
}
