import type { DraftNotice } from '#domain/records/draft-problem';

/** What saving, deleting and undoing say; features have their own catalogues. */
export const messages = {
  saved: '已保存',
  savedFounded: (units: readonly string[]) => `已保存，并新建了单位：${units.join('、')}`,
  deleted: (count: number, label: string) => (count === 1 ? `已删除“${label}”` : `已删除 ${count} 条记录`),
  undo: '撤销',
  undone: (label: string) => `已撤销：${label}`,
  redone: (label: string) => `已重做：${label}`,
  nothingToUndo: '没有可以撤销的操作',
  nothingToRedo: '没有可以重做的操作',
  sampleLabel: '载入示例记录',
  sampleLoaded: (count: number) => `已载入 ${count} 条示例记录`,
  sampleAlreadyThere: '示例记录已经在档案里了，没有重复载入',
  imported: (count: number) => `已导入 ${count} 条记录`,
  failedTitle: '没有完成',
  pleaseCheck: (notices: string) => `请核对：${notices}`,
  fault: {
    title: '操作中途出错',
    what: '没有得到这一次操作的结果，不能确定它有没有写进档案。凡是显示过“已保存”等成功提示的内容都是安全的。',
    next: '请关闭并重新打开荣档，看这一次的改动在不在，再决定要不要重做。如果表单里有内容，关闭之前请先复制出来。',
    detail: (detail: string) => `详细信息：${detail}`,
  },
  importing: {
    badFile: '这个文件不能导入，没有改动任何内容',
    unreadable: (detail: string) => `文件读不出来：${detail}`,
    notJson: (detail: string) => `不是有效的 JSON 文件：${detail}`,
    notList: '文件里应是一个记录列表，或带有 records 列表的对象。',
    atRecord: (number: number, problem: string) => `第 ${number} 条：${problem}`,
    more: (count: number) => `……另有 ${count} 处问题`,
    close: '知道了',
    noticesTitle: '导入的记录里有这些情况，请核对',
    notice: {
      'control-characters': (count) => `${count} 条记录去掉了看不见的控制字符`,
      'lone-surrogates': (count) => `${count} 条记录去掉了不成字的残缺字符`,
      'before-1949': (count) => `${count} 条记录的时间早于 1949 年 10 月 1 日`,
      future: (count) => `${count} 条记录的时间晚于今天`,
      'missing-year': (count) => `${count} 条记录的时间没有年份，按“年份不详”保存，原文保留`,
      'year-from-context': (count) => `${count} 条记录的年份取自上下文`,
    } satisfies Record<DraftNotice['code'], (count: number) => string>,
  },
} as const;
