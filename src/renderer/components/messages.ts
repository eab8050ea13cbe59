/** What components that several features use say. */
export const messages = {
  year: '年份',
  level: '级别',
  yearItem: (year: number, count: number) => `${year}年（${count}）`,
  levelItem: (level: string, count: number) => `${level}（${count}）`,
} as const;
