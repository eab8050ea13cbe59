import { expect, test } from 'vitest';
import { describeCommitFailure, describeFormAfterFailure, describeProblem } from './problem-messages.ts';

const journalFailure = (code: 'out-of-step' | 'no-space' | 'not-writable' | 'failed' | 'read-only') =>
  ({ code: 'journal', failure: { code, detail: '' } }) as const;

test('a text that is too long is sent to the note, unless it is the note', () => {
  expect(describeProblem({ code: 'too-long', field: 'title', limit: 300 })).toBe(
    '名称：太长，最多 300 个字；可把长内容放进备注',
  );
  expect(describeProblem({ code: 'too-long', field: 'note', limit: 20_000 })).toBe('备注：太长，最多 20000 个字');
});

test('a number of people has an upper limit too', () => {
  expect(describeProblem({ code: 'not-a-count', field: 'headcount' })).toBe('人数：应为 0 至 10000000 的整数');
});

test('a failed change says nothing of a form, since there may be none', () => {
  for (const code of ['out-of-step', 'no-space', 'not-writable', 'failed', 'read-only'] as const) {
    expect(describeCommitFailure(journalFailure(code))).toMatch(/^改动没有生效/);
    expect(describeCommitFailure(journalFailure(code))).not.toContain('表单');
  }
});

test('who must restart is told to copy what stands in the form, who may try again that it is there', () => {
  expect(describeFormAfterFailure(journalFailure('no-space'))).toContain('还在');
  expect(describeFormAfterFailure(journalFailure('not-writable'))).toContain('还在');
  expect(describeFormAfterFailure(journalFailure('read-only'))).toContain('还在');
  expect(describeFormAfterFailure(journalFailure('out-of-step'))).toContain('复制');
  expect(describeFormAfterFailure(journalFailure('failed'))).toContain('复制');
});
