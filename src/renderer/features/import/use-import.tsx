import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useSession } from '../../archive/session-context.tsx';
import { useHeldWindow } from '../../navigation/navigation.tsx';
import type { ImportState } from './import-state.ts';
import { createImportStore, type ImportStore } from './import-store.ts';

const StoreContext = createContext<ImportStore | null>(null);

/** Kept above the screens: what was decided about a file is there after a look at a record or a unit. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const { archive, records } = useSession();
  const [store] = useState(() => createImportStore({ records, today: archive.today }));
  useHeldWindow(useSyncExternalStore(store.subscribe, () => isLookedOver(store.state())));
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** Whether a file is open about which something may have been decided. */
function isLookedOver({ stage: { at } }: ImportState): boolean {
  return at === 'tables' || at === 'records';
}

export function useImportStore(): ImportStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('No import around this component.');
  return store;
}

export function useImportState(): ImportState {
  const store = useImportStore();
  return useSyncExternalStore(store.subscribe, store.state);
}
