/** Every word that any document adds to the records' own. What only one of them says stands with that one. */
export const DOCUMENT_TERMS = {
  editor: '中共菏泽市委市直机关工作委员会',
  contents: '目　录',
  chapterTitle: (numeral: string, name: string) => `${numeral}、${name}`,
  sectionTitle: (numeral: string, name: string) => `（${numeral}）${name}`,
  subsectionTitle: (number: number, name: string) => `${number}.${name}`,
  fullDate: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  scopeOfUnit: (unit: string, hasPredecessors: boolean) => `收录范围为${unit}${hasPredecessors ? '及其前身' : ''}`,
  compiled: (editor: string, day: string) => `编制单位：${editor}　编制日期：${day}`,
  scopeOfLevel: (level: string) => `级别限于${level}`,
  untitled: '题名未载',
} as const;
