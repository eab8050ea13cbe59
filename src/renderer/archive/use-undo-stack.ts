import { useMemo, useRef } from 'react';
import type { Archive } from '#storage/archive';
import { undoChangeSet } from '#storage/undo-change-set';
import { messages } from './messages.ts';
import {
  EMPTY_HISTORY,
  forgetAction,
  recordAction,
  recordRedo,
  recordUndo,
  type UndoableAction,
} from './undo-history.ts';
import type { FurtherOffer, Reports } from './use-reports.tsx';

/** What this window has done, and taking it back one step after the other. */
export function useUndoStack(archive: Archive, { report, tell, offerUndo, withdrawOffer, attempt }: Reports) {
  const history = useRef(EMPTY_HISTORY);
  const lastTurn = useRef<Promise<void>>(Promise.resolve());

  return useMemo(() => {
    const takeBack = async (action: UndoableAction, direction: 'undo' | 'redo') => {
      const result = await undoChangeSet(archive, action.sequence, direction);
      const reverted = report(result, 'elsewhere');
      if (!result.ok && result.error.code === 'nothing-to-undo')
        history.current = forgetAction(history.current, action);
      if (!reverted) return;
      withdrawOffer(action.sequence);
      const record = direction === 'undo' ? recordUndo : recordRedo;
      history.current = record(history.current, action, reverted.sequence);
      tell(direction === 'undo' ? messages.undone(action.label) : messages.redone(action.label));
    };
    /** The next step is chosen when the one before has ended: two quick Ctrl+Z take back two actions. */
    const inTurn = (step: () => Promise<void>): Promise<void> => {
      lastTurn.current = lastTurn.current.then(() => attempt(step, undefined));
      return lastTurn.current;
    };

    const undoThis = (action: UndoableAction) =>
      inTurn(async () => {
        const isDone = history.current.done.some(({ sequence }) => sequence === action.sequence);
        if (isDone) await takeBack(action, 'undo');
      });
    return {
      /** Says that something was done, and offers to undo it. */
      done: (text: string, action: UndoableAction, more?: FurtherOffer) => {
        history.current = recordAction(history.current, action);
        offerUndo(text, action.sequence, () => undoThis(action), more);
      },
      undo: () =>
        inTurn(async () => {
          const last = history.current.done.at(-1);
          await (last ? takeBack(last, 'undo') : tell(messages.nothingToUndo));
        }),
      redo: () =>
        inTurn(async () => {
          const last = history.current.undone.at(-1);
          await (last ? takeBack(last, 'redo') : tell(messages.nothingToRedo));
        }),
    };
  }, [archive, report, tell, offerUndo, withdrawOffer, attempt]);
}
