import { useState, useSyncExternalStore } from 'react';

/** Which records of a ledger are chosen, by id; the checkboxes of the grid follow it by themselves. */
export type RowSelection = {
  /** The chosen ids; a new set after each change. */
  readonly ids: () => ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
  readonly clear: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

function createRowSelection(): RowSelection {
  let chosen: ReadonlySet<string> = new Set();
  const listeners = new Set<() => void>();
  const become = (next: ReadonlySet<string>) => {
    chosen = next;
    for (const listener of listeners) listener();
  };
  return {
    ids: () => chosen,
    choose: (ids, isChosen) => {
      const next = new Set(chosen);
      for (const id of ids) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      become(next);
    },
    clear: () => become(new Set()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useRowSelection(): RowSelection {
  const [selection] = useState(createRowSelection);
  return selection;
}

export function useChosenIds(selection: RowSelection): ReadonlySet<string> {
  return useSyncExternalStore(selection.subscribe, selection.ids);
}
