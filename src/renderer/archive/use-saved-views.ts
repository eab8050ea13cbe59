import { useMemo } from 'react';
import type { RecordOf } from '#domain/records/archive-record';
import { readRecordDraft } from '#domain/records/record-draft';
import type { SavedRecord } from '#storage/save-record';
import { useSession } from './session-context.tsx';
import { useArchiveActions } from './use-archive-actions.tsx';
import { useRecords } from './use-records.ts';

/** A way of looking that was given a name; its `state` is understood by the screen that it belongs to. */
export type SavedView = RecordOf<'savedView'>;

/** The screen of saved searches. Their state is the text as typed, so that they find what is there when they are asked. */
export const SEARCH_VIEWS = 'search';

/** The views of a screen, by name. */
export function useSavedViews(screen: string): readonly SavedView[] {
  const views = useRecords('savedView');
  return useMemo(
    () => views.filter((view) => view.screen === screen).toSorted((a, b) => a.title.localeCompare(b.title, 'zh-CN')),
    [views, screen],
  );
}

/** Saves a state under a name, or gives a saved view another name or state; null when it is not safe. Can be undone. */
export function useViewSaving(screen: string) {
  const { archive } = useSession();
  const { saveRecord } = useArchiveActions();
  return async (title: string, state: string, view: SavedView | null): Promise<SavedRecord<'savedView'> | null> => {
    const read = readRecordDraft('savedView', { title, screen, state }, archive.today());
    if (!read.ok) return null;
    return saveRecord(read.value, view && { id: view.id, revision: view.revision });
  };
}
