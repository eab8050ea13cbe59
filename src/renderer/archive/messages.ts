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
  importing: {
    badFile: '这个文件不能导入，没有改动任何内容',
    notJson: (detail: string) => `不是有效的 JSON 文件：${detail}`,
    notList: '文件里应是一个记录列表，或带有 records 列表的对象。',
    atRecord: (number: number, problem: string) => `第 ${number} 条：${problem}`,
    more: (count: number) => `……另有 ${count} 处问题`,
    close: '知道了',
  },
} as const;
