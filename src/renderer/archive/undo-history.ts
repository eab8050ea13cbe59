/** One action of this window that can be taken back: its change set's place in the journal, and what it is called. */
export type UndoableAction = { readonly sequence: number; readonly label: string };

/** What can be undone and redone in this window, latest last. */
export type UndoHistory = { readonly done: readonly UndoableAction[]; readonly undone: readonly UndoableAction[] };

export const EMPTY_HISTORY: UndoHistory = { done: [], undone: [] };

const LONGEST_HISTORY = 200;

/** A new action; what had been undone before it can no longer be redone. */
export function recordAction(history: UndoHistory, action: UndoableAction): UndoHistory {
  return { done: [...history.done, action].slice(-LONGEST_HISTORY), undone: [] };
}

/** Moves an action over after the archive has taken it back; `sequence` is that of the reverting change set. */
export function recordUndo(history: UndoHistory, undone: UndoableAction, sequence: number): UndoHistory {
  const done = history.done.filter((action) => action.sequence !== undone.sequence);
  return { done, undone: [...history.undone, { sequence, label: undone.label }] };
}

export function recordRedo(history: UndoHistory, redone: UndoableAction, sequence: number): UndoHistory {
  const undone = history.undone.filter((action) => action.sequence !== redone.sequence);
  return { done: [...history.done, { sequence, label: redone.label }], undone };
}

/** An action that turned out to have nothing to take back; it must not stand in the way of those before it. */
export function forgetAction(history: UndoHistory, { sequence }: UndoableAction): UndoHistory {
  const without = (actions: readonly UndoableAction[]) => actions.filter((action) => action.sequence !== sequence);
  return { done: without(history.done), undone: without(history.undone) };
}
