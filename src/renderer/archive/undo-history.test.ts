import { expect, test } from 'vitest';
import { EMPTY_HISTORY, forgetAction, recordAction, recordRedo, recordUndo } from './undo-history.ts';

const first = { sequence: 1, label: '甲' };
const second = { sequence: 2, label: '乙' };

test('an undone action can be redone under the number of the change set that reverted it', () => {
  const history = recordUndo(recordAction(recordAction(EMPTY_HISTORY, first), second), second, 3);
  expect(history).toEqual({ done: [first], undone: [{ sequence: 3, label: '乙' }] });
  expect(recordRedo(history, { sequence: 3, label: '乙' }, 4)).toEqual({
    done: [first, { sequence: 4, label: '乙' }],
    undone: [],
  });
});

test('a new action leaves nothing to redo', () => {
  const history = recordUndo(recordAction(EMPTY_HISTORY, first), first, 2);
  expect(recordAction(history, { sequence: 3, label: '丙' }).undone).toEqual([]);
});

test('an action can be undone out of turn, from the message that offered it', () => {
  const history = recordUndo(recordAction(recordAction(EMPTY_HISTORY, first), second), first, 3);
  expect(history.done).toEqual([second]);
});

test('an action without anything to take back makes way for the one before it', () => {
  const history = recordAction(recordAction(EMPTY_HISTORY, first), second);
  expect(forgetAction(history, second).done).toEqual([first]);
});
