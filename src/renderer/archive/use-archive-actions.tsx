import { App, Button } from 'antd';
import { createContext, useCallback, useContext, useMemo, useRef, type ReactNode } from 'react';
import type { EntryDraft } from '#domain/records/entry-draft';
import type { Result } from '#domain/result';
import type { UnitDraft } from '#domain/units/unit-draft';
import type { CommitFailure, Committed } from '#storage/commit-changes';
import { deleteRecords } from '#storage/delete-records';
import { importEntries } from '#storage/import-entries';
import { loadSample } from '#storage/load-sample';
import { saveEntry, type EditedRevision, type SavedEntry } from '#storage/save-entry';
import { saveUnit } from '#storage/save-unit';
import { undoChangeSet } from '#storage/undo-change-set';
import { messages } from './messages.ts';
import { describeCommitFailure } from './problem-messages.ts';
import { useSession } from './session-context.tsx';
import {
  EMPTY_HISTORY,
  recordAction,
  recordRedo,
  recordUndo,
  type UndoableAction,
  type UndoHistory,
} from './undo-history.ts';

/** Everything that changes the archive from the window; each says how it went and offers to undo it. */
export type ArchiveActions = {
  readonly saveEntry: (draft: EntryDraft, edited: EditedRevision | null) => Promise<SavedEntry | null>;
  readonly saveUnit: (draft: UnitDraft, edited: EditedRevision | null) => Promise<Committed | null>;
  readonly deleteRecords: (ids: readonly string[], label: string) => Promise<boolean>;
  readonly loadSample: () => Promise<void>;
  readonly importEntries: (drafts: readonly EntryDraft[], label: string) => Promise<void>;
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
  const { archive } = useSession();
  const history = useRef<UndoHistory>(EMPTY_HISTORY);
  const { report, offerUndo, tell } = useReports();

  const takeBack = useCallback(
    async (action: UndoableAction, direction: 'undo' | 'redo') => {
      const reverted = report(await undoChangeSet(archive, action.sequence, direction));
      if (!reverted) return;
      const record = direction === 'undo' ? recordUndo : recordRedo;
      history.current = record(history.current, action, reverted.sequence);
      tell(direction === 'undo' ? messages.undone(action.label) : messages.redone(action.label));
    },
    [archive, report, tell],
  );
  const done = useCallback(
    (text: string, action: UndoableAction) => {
      history.current = recordAction(history.current, action);
      offerUndo(text, () => takeBack(action, 'undo'));
    },
    [offerUndo, takeBack],
  );

  const actions = useMemo<ArchiveActions>(
    () => ({
      saveEntry: async (draft, edited) => {
        const saved = report(await saveEntry(archive, draft, edited));
        if (!saved) return null;
        const { foundedUnits, sequence } = saved;
        const text = foundedUnits.length > 0 ? messages.savedFounded(foundedUnits) : messages.saved;
        done(text, { sequence, label: draft.title });
        return saved;
      },
      saveUnit: async (draft, edited) => {
        const committed = report(await saveUnit(archive, draft, edited));
        if (committed) done(messages.saved, { sequence: committed.sequence, label: draft.fullName });
        return committed;
      },
      deleteRecords: async (ids, label) => {
        const committed = report(await deleteRecords(archive, ids));
        if (committed) done(messages.deleted(ids.length, label), { sequence: committed.sequence, label });
        return committed !== null;
      },
      loadSample: async () => {
        const seed = await import('#resources/seed/seed.json');
        const loaded = await loadSample(archive, seed.default, messages.sampleLabel);
        if (loaded.ok && loaded.value === null) return tell(messages.sampleAlreadyThere);
        const committed = report(loaded);
        if (!committed) return;
        const text = messages.sampleLoaded(committed.changes.length);
        done(text, { sequence: committed.sequence, label: messages.sampleLabel });
      },
      importEntries: async (drafts, label) => {
        const committed = report(await importEntries(archive, drafts, label));
        if (committed) done(messages.imported(drafts.length), { sequence: committed.sequence, label });
      },
      undo: async () => {
        const last = history.current.done.at(-1);
        await (last ? takeBack(last, 'undo') : tell(messages.nothingToUndo));
      },
      redo: async () => {
        const last = history.current.undone.at(-1);
        await (last ? takeBack(last, 'redo') : tell(messages.nothingToRedo));
      },
    }),
    [archive, report, done, tell, takeBack],
  );
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

const UNDO_OFFER_SECONDS = 8;

/** Short messages at the top of the window; failures stay until they are closed. */
function useReports() {
  const { message, modal } = App.useApp();
  return useMemo(() => {
    const tell = (text: string) => void message.info(text);
    const offerUndo = (text: string, undo: () => Promise<void>) => {
      const key = crypto.randomUUID();
      const takeBack = () => {
        message.destroy(key);
        void undo();
      };
      const content = (
        <span>
          {text}
          <Button type="link" size="small" onClick={takeBack}>
            {messages.undo}
          </Button>
        </span>
      );
      void message.success({ key, content, duration: UNDO_OFFER_SECONDS });
    };
    const report = <T,>(result: Result<T, CommitFailure>): T | null => {
      if (result.ok) return result.value;
      modal.error({ title: messages.failedTitle, content: describeCommitFailure(result.error) });
      return null;
    };
    return { tell, offerUndo, report };
  }, [message, modal]);
}
