export const messages = {
  title: '快速查找',
  label: '查找记录、单位和命令',
  placeholder: '查找记录、单位、命令（可用拼音、首字母）……',
  keys: '↑↓ 选择　Enter 打开　Esc 关闭',
  groups: { command: '命令', saved: '保存的搜索', recent: '最近搜索', unit: '单位', record: '记录' },
  search: (text: string) => `在全部记录中搜索“${text}”`,
  searchGroup: '搜索',
} as const;
