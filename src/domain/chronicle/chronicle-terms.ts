/** Every word that the chronicle adds to the records' own. */
export const CHRONICLE_TERMS = {
  title: '菏泽市直机关大事记',
  subject: (window: string) => `${window}大事记`,
  total: (window: string, counts: string) => `本大事记收录${window}${counts}`,
  totalEmpty: (window: string) => `${window}暂无可收录的大事`,
  scopeOfLevel: (level: string) => `荣誉限于${level}`,
  arrangement: '一事一条，按时间先后记述；日不详的列于当月之末，月不详的列于当年之末',
  undated: (count: number) => `另有年份待考的${count}条，列于卷末`,
  year: (year: number) => `${year}年`,
  day: (day: number) => `${day}日`,
  dayUnknown: '本月',
  monthUnknown: '本年',
} as const;
