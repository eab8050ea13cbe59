import type { Drafts } from '#services/drafts';
import type { Caller, ContractHandlers } from './ipc-host.ts';

export type DraftChannel = Extract<keyof ContractHandlers, `drafts:${string}`>;

/** @param isOpen whether a window is still there */
export function createDraftHandlers(
  drafts: Drafts,
  isOpen: (windowId: number) => boolean,
): Pick<ContractHandlers, DraftChannel> {
  /** Which window kept a draft last. A draft of an earlier run is nobody's. */
  const keepers = new Map<string, number>();
  const isElsewhere = (key: string, caller: Caller) => {
    const keeper = keepers.get(key);
    return keeper !== undefined && keeper !== caller.id && isOpen(keeper);
  };
  return {
    'drafts:keep': ({ key, text }, caller) => {
      keepers.set(key, caller.id);
      return drafts.keep(key, text);
    },
    'drafts:drop': ({ key }) => {
      keepers.delete(key);
      return drafts.drop(key);
    },
    'drafts:list': async (_request, caller) =>
      (await drafts.list()).map((draft) => ({ ...draft, inOtherWindow: isElsewhere(draft.key, caller) })),
  };
}
