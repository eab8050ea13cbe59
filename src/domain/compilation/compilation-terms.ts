/** Every word that the compilation of honours adds to the records' own. */
export const COMPILATION_TERMS = {
  title: '菏泽市直机关荣誉汇编',
  subject: (window: string) => `${window}荣誉`,

  total: (window: string, count: number) => `本汇编收录${window}荣誉${count}项`,
  totalEmpty: (window: string) => `${window}暂无可收录的荣誉`,
  scopeOfLevel: (level: string) => `级别限于${level}`,
  verifiedOnly: '只收录已核实的荣誉',
  unverified: (count: number) => `其中${count}项尚待核实`,
  arrangement: {
    level: '按级别编排，同一级别按时间先后排列',
    unit: '按获奖单位编排，单位之内按级别和时间先后排列；几个单位共同获得的，列在其中第一个单位名下',
  },
  undated: (count: number) => `另有日期待考的荣誉${count}项，列于卷末`,

  levelChapter: (level: string) => `${level}荣誉`,
  unsettledChapter: '级别未定的荣誉',
  levelTotal: (name: string, count: number) => `收录${name}${count}项`,
  year: (year: number) => `${year}年`,
  noUnit: '获奖单位未载',
  sharedWith: (titles: string, unit: string) => `与其他单位共同获得的${titles}，见“${unit}”。`,

  dateAlone: (date: string) => `${date}获得`,
  ofUnit: (person: string, unit: string) => `${person}（${unit}）`,
  documentNo: (text: string) => `文号：${text}`,
  round: (text: string) => `届次：${text}`,
  certificateNo: (text: string) => `证书编号：${text}`,
  verification: (text: string) => `核实情况：${text}`,
  statusEvents: (text: string) => `后续情况：${text}`,
  basis: (text: string) => `（${text}）`,

  statistics: '统计',
  statisticsIntroduction: (window: string) =>
    `${window}荣誉按年份和级别统计如下。联合授予的荣誉按一项计，日期跨年的计入末年。`,
  statisticsCaption: '各年份各级别荣誉数（单位：项）',
  yearColumn: '年份',
  totalColumn: '合计',
  none: '—',
} as const;
