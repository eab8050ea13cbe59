export const messages = {
  title: '导入',
} as const;
