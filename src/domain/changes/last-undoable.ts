import type { ChangeSet } from './change-set.ts';

type Numbered = { readonly sequence: number; readonly changeSet: Pick<ChangeSet, 'action' | 'reverts'> };

/**
 * Which change set an undo without a number takes back, told from the latest backwards: neither an undo itself nor one
 * that has been taken back already, so that undoing again and again goes ever further back.
 */
export function createUndoFinder(): (applied: Numbered) => boolean {
  const takenBack = new Set<number>();
  return ({ sequence, changeSet: { action, reverts } }) => {
    // That includes an undo which was taken back in its turn: what it had undone is there again.
    if (takenBack.has(sequence)) return false;
    if (action !== 'undo') return true;
    if (reverts !== null) takenBack.add(reverts);
    return false;
  };
}
