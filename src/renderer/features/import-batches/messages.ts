export const messages = {
  title: '导入记录',
  empty: '还没有导入过文件',
  emptyHint: '每导入一个文件，这里就多一行：文件名、时间、由谁导入、各有多少条记录，随时可以整批撤销。',
} as const;
