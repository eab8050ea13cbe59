import type { ChangeAction } from '#domain/changes/change-set';

/** What was done in a change set, as history and the overview call it. */
export const ACTION_NAMES: Readonly<Record<ChangeAction, string>> = {
  create: '新增',
  update: '修改',
  delete: '删除',
  restore: '恢复',
  batch: '批量修改',
  paste: '粘贴',
  merge: '合并',
  attach: '附件',
  file: '归档',
  undo: '撤销',
  redo: '重做',
  'load-sample': '载入示例',
  import: '导入',
  salvage: '抢救重建',
};
