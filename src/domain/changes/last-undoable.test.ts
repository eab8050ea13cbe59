import { describe, expect, it } from 'vitest';
import type { ChangeAction } from './change-set.ts';
import { createUndoFinder } from './last-undoable.ts';

type Step = readonly [action: ChangeAction, reverts?: number];

/** The number of the change set that comes next, of an archive with these, numbered from 1. */
function next(steps: readonly Step[]): number | undefined {
  const isUndoable = createUndoFinder();
  return steps
    .map(([action, reverts = null], index) => ({ sequence: index + 1, changeSet: { action, reverts } }))
    .toReversed()
    .find(isUndoable)?.sequence;
}

describe('the change set that an undo takes back next', () => {
  it.each<readonly [string, readonly Step[], number | undefined]>([
    ['is none in an empty archive', [], undefined],
    ['is the last', [['create'], ['update']], 2],
    ['is the one before when the last was taken back', [['create'], ['update'], ['undo', 2]], 1],
    ['is none when all were taken back', [['create'], ['undo', 1]], undefined],
    ['is one that was done after an undo', [['create'], ['update'], ['undo', 2], ['delete']], 4],
    ['is a redo, which did something', [['create'], ['undo', 1], ['redo', 2]], 3],
    ['is none after a redo was taken back', [['create'], ['undo', 1], ['redo', 2], ['undo', 3]], undefined],
    ['is the first again after an undo was undone', [['create'], ['undo', 1], ['undo', 2]], 1],
  ])('%s', (_, steps, expected) => {
    expect(next(steps)).toBe(expected);
  });
});
