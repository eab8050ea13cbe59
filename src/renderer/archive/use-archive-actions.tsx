import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import type { ReadDraft } from '#domain/records/read-draft';
import type { RecordKind } from '#domain/records/record-base';
import type { AnyDraft, DraftOfKind } from '#domain/records/record-draft';
import type { Result } from '#domain/result';
import type { Archive } from '#storage/archive';
import type { CommitFailure } from '#storage/commit-changes';
import { deleteRecords, explainDeletion } from '#storage/delete-records';
import { importRecords } from '#storage/import-records';
import { loadSample } from '#storage/load-sample';
import { saveRecord, type EditedRevision, type SavedRecord } from '#storage/save-record';
import { countNotices } from './count-notices.ts';
import { countStillNaming } from './count-still-naming.ts';
import { messages } from './messages.ts';
import { useSession } from './session-context.tsx';
import { useAskReason } from './use-ask-reason.tsx';
import { useReports } from './use-reports.tsx';
import { useUndoStack } from './use-undo-stack.ts';

/**
 * Everything that changes the archive from the window; each says how it went and offers to undo it. None of them
 * rejects: a fault is told to the person, and the answer is that of a failure.
 */
export type ArchiveActions = {
  readonly saveRecord: <K extends RecordKind>(
    read: ReadDraft<DraftOfKind<K>>,
    edited: EditedRevision | null,
    /** Takes the record that somebody else has changed meanwhile; left out, the conflict is only told. */
    onConflict?: (current: ArchiveRecord) => void,
  ) => Promise<SavedRecord<K> | null>;
  /**
   * Does anything else that commits one change set: a failure is told, a success is told and offered to be undone.
   * `label` is what the undo calls it. Answers what the operation answered, or null.
   */
  readonly perform: <T extends { readonly sequence: number }>(
    operation: (archive: Archive) => Promise<Result<T, CommitFailure>>,
    said: {
      readonly done: string | ((value: T) => string);
      readonly label: string;
      readonly from?: 'form' | 'elsewhere';
    },
  ) => Promise<T | null>;
  readonly deleteRecords: (ids: readonly string[], label: string) => Promise<boolean>;
  readonly loadSample: () => Promise<void>;
  readonly importRecords: (reads: readonly ReadDraft<AnyDraft>[], label: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
};

const ActionsContext = createContext<ArchiveActions | null>(null);

export function useArchiveActions(): ArchiveActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('No archive actions around this component.');
  return actions;
}

export function ArchiveActionsProvider({ children }: { readonly children: ReactNode }) {
  const { archive, records } = useSession();
  const askReason = useAskReason();
  const reports = useReports();
  const { done, undo, redo } = useUndoStack(archive, reports);
  const actions = useMemo<ArchiveActions>(() => {
    const { attempt, report, tell, tellNotices, tellImportNotices } = reports;
    const explain = (ids: readonly string[], label: string) =>
      attempt(async () => {
        const reason = await askReason({ title: messages.reason.ask, reason: '' });
        const explained = reason ? report(await explainDeletion(archive, ids, reason), 'elsewhere') : null;
        if (explained) done(messages.reason.kept, { sequence: explained.sequence, label });
      }, undefined);
    return {
      saveRecord: ({ draft, notices }, edited, onConflict) =>
        attempt(async () => {
          const result = await saveRecord(archive, draft, edited);
          if (onConflict && !result.ok && result.error.code === 'conflict') {
            onConflict(result.error.current);
            return null;
          }
          const saved = report(result, 'form');
          if (!saved) return null;
          const { foundedUnits, sequence } = saved;
          const text = foundedUnits.length > 0 ? messages.savedFounded(foundedUnits) : messages.saved;
          done(text, { sequence, label: recordTitle(saved.record as unknown as ArchiveRecord) });
          tellNotices(notices);
          return saved;
        }, null),
      perform: (operation, { done: said, label, from = 'elsewhere' }) =>
        attempt(async () => {
          const value = report(await operation(archive), from);
          if (value) done(typeof said === 'string' ? said : said(value), { sequence: value.sequence, label });
          return value;
        }, null),
      deleteRecords: (ids, label) =>
        attempt(async () => {
          const stillNamed = countStillNaming(records, ids);
          const committed = report(await deleteRecords(archive, ids), 'elsewhere');
          if (!committed) return false;
          const deleted = messages.deleted(ids.length, label);
          const text = stillNamed > 0 ? messages.deletedStillNamed(deleted, stillNamed) : deleted;
          const giveReason = { label: messages.reason.add, choose: () => void explain(ids, label) };
          done(text, { sequence: committed.sequence, label }, giveReason);
          return true;
        }, false),
      loadSample: () =>
        attempt(async () => {
          const seed = await import('#resources/seed/seed.json');
          const loaded = await loadSample(archive, seed.default, messages.sampleLabel);
          if (loaded.ok && loaded.value === null) return tell(messages.sampleAlreadyThere);
          const committed = report(loaded, 'elsewhere');
          if (!committed) return;
          const text = messages.sampleLoaded(committed.changes.length);
          done(text, { sequence: committed.sequence, label: messages.sampleLabel });
        }, undefined),
      importRecords: (reads, label) =>
        attempt(async () => {
          const drafts = reads.map(({ draft }) => draft);
          const committed = report(await importRecords(archive, drafts, label), 'elsewhere');
          if (!committed) return;
          done(messages.imported(drafts.length), { sequence: committed.sequence, label });
          tellImportNotices(countNotices(reads));
        }, undefined),
      undo,
      redo,
    };
  }, [archive, records, askReason, reports, done, undo, redo]);
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}
