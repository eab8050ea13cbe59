import type { DraftNotice, DraftProblem } from '#domain/records/draft-problem';
import type { CommitFailure } from '#storage/commit-changes';
import { pathLabel } from './field-labels.ts';
import { recordTitle } from '#domain/records/archive-record';

/** Says what is wrong with a field and what would be right, without repeating the field's name. */
export function problemHint(problem: DraftProblem): string {
  switch (problem.code) {
    case 'required':
      return '不能为空';
    case 'too-long':
      return `太长，最多 ${problem.limit ?? 0} 个字${problem.field === 'note' ? '' : '；可把长内容放进备注'}`;
    case 'too-many':
      return `太多，最多 ${problem.limit ?? 0} 项`;
    case 'not-text':
      return '应为文字';
    case 'not-a-list':
      return '应为列表';
    case 'not-a-count':
      return '应为 0 至 10000000 的整数';
    case 'not-a-choice':
      return problem.value ? `“${problem.value}”不在可选项里` : '不在可选项里';
    case 'not-a-record':
      return '应为一条记录（JSON 对象）';
    case 'unknown-field':
      return '没有这个字段';
    case 'bad-id':
      return '编号只能由字母、数字、“-”和“_”组成，3 至 64 个字符';
    case 'impossible-date':
      return '日历上没有这一天，请核对年月日';
    case 'reversed-range':
      return '起止时间颠倒了';
    case 'date-too-long':
      return '太长，看不出是什么时间';
    case 'not-a-date':
    case 'unrecognised-date':
      return '认不出这个时间；可写 2023.5、2023年5月4日、2022—2023年度，不知道就留空';
  }
}

export function describeProblem(problem: DraftProblem): string {
  return problem.field === '' ? problemHint(problem) : `${pathLabel(problem.field)}：${problemHint(problem)}`;
}

export function noticeHint(notice: DraftNotice): string {
  switch (notice.code) {
    case 'control-characters':
      return '去掉了看不见的控制字符';
    case 'lone-surrogates':
      return '去掉了不成字的残缺字符';
    case 'before-1949':
      return '早于 1949 年 10 月 1 日，请核对';
    case 'future':
      return '晚于今天，请核对';
    case 'missing-year':
      return '没有年份，按“年份不详”保存，原文保留';
    case 'year-from-context':
      return '年份取自上下文，请核对';
  }
}

export function describeNotice(notice: DraftNotice): string {
  return `${pathLabel(notice.field)}：${noticeHint(notice)}`;
}

/** What happened, that data is safe, and what to do next; true for every kind of change, from the window or a command. */
export function describeCommitFailure(failure: CommitFailure): string {
  switch (failure.code) {
    case 'conflict':
      return `“${recordTitle(failure.current)}”在您编辑期间已被改动，没有覆盖它。请重新打开这条记录，核对后再改。`;
    case 'gone':
      return '这条记录已被删除或不存在，没有改动任何内容。';
    case 'id-taken':
      return `编号 ${failure.id} 已被另一条记录使用，没有保存。`;
    case 'changed-since':
      return `不能撤销：${failure.titles.map((title) => `“${title}”`).join('、')}之后又被改过。现有内容没有变化。`;
    case 'nothing-to-undo':
      return '不能撤销：这一步新建的单位已被别的记录用到，或者已经没有可以撤销的内容。现有内容没有变化。';
    case 'in-use': {
      const units = failure.units.map(({ title, uses }) => `“${title}”（${uses} 条记录）`).join('、');
      return `没有删除：这些单位还被别的记录用到——${units}。请先改掉那些记录，或把重复的单位合并。现有内容没有变化。`;
    }
    case 'not-deleted':
      return '这些记录已经不在回收站里了，可能刚被恢复。没有改动任何内容。';
    case 'same-already':
      return '这条记录现在就是这样写的，不需要恢复。没有改动任何内容。';
    case 'nothing-to-import':
      return '没有可以导入的内容，档案没有变化。';
    case 'too-large':
      return '一次改动太大，没有保存任何内容。请把文件分成几份，每份不超过 5 万行，再分别导入。';
    case 'history-lost':
      return '不能整批撤销：档案曾经抢救重建，这一批改动过哪些记录已无从查起。现有内容没有变化。';
    case 'saved-not-shown':
      return '已写入日志，记录是安全的，但本机的工作副本没有更新，可能是磁盘已满。请不要再保存一次；腾出空间后关闭并重新打开荣档，它会自动补上。';
    case 'journal':
      return describeAppendFailure(failure.failure.code);
  }
}

type AppendFailureCode = Extract<CommitFailure, { code: 'journal' }>['failure']['code'];

function describeAppendFailure(code: AppendFailureCode): string {
  switch (code) {
    case 'no-space':
      return '改动没有生效：磁盘已满。以前的记录都在。请腾出空间后再试一次。';
    case 'not-writable':
      return '改动没有生效：数据文件夹现在写不进去。以前的记录都在。请检查磁盘或 U 盘后再试一次。';
    case 'read-only':
      return '改动没有生效：档案现在是只读的。以前的记录都在。请在设置中关闭只读，或重新打开荣档后再试。';
    case 'out-of-step':
      return '改动没有生效：档案已被另一个程序改动，或上一次保存还没有补进工作副本。请关闭并重新打开荣档后再试。';
    case 'failed':
      return '改动没有生效：写入日志时出错。以前的记录都在。请关闭并重新打开荣档后再试。';
  }
}

/** What becomes of the content of a form whose saving failed; nothing when the form is not needed any more. */
export function describeFormAfterFailure(failure: CommitFailure): string {
  switch (failure.code) {
    case 'saved-not-shown':
      return '';
    case 'journal': {
      const mayTryAgain = ['no-space', 'not-writable', 'read-only'].includes(failure.failure.code);
      return mayTryAgain ? '表单里的内容还在。' : '关闭之前，请先把表单里的内容复制出来。';
    }
    default:
      return '离开表单之前，请先把里面的内容复制出来。';
  }
}
