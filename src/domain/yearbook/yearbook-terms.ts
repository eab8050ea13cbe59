import type { PlanKind, PlanStatus } from '../vocabulary/plan-terms.ts';

/** Every word that the yearbook adds to the records' own. */
export const DEFAULT_YEARBOOK_TITLE = '菏泽市直机关荣誉年鉴';

export type CountedKind = 'plan' | 'activity' | 'practice' | 'honor';

const COUNTED: Readonly<Record<CountedKind, (count: number) => string>> = {
  plan: (count) => `工作方案${count}件`,
  activity: (count) => `主题活动${count}次`,
  practice: (count) => `典型做法${count}项`,
  honor: (count) => `荣誉${count}项`,
};

const PLAN_KIND_COUNTS: Readonly<Record<PlanKind, string>> = {
  方案: '方案',
  办法: '办法',
  机制: '机制',
  其他: '其他文件',
};
const STATUS_CLAUSES: Readonly<Record<PlanStatus, string>> = {
  现行: '现行有效',
  已修订: '已修订',
  已废止: '已废止',
  不详: '',
};

export const YEARBOOK_TERMS = {
  volume: (year: number) => `${year}年卷`,
  subject: (year: number) => `${year}年工作方案、主题活动与荣誉`,
  chapterNames: {
    special: '特载',
    activities: '大事记',
    overview: '概况',
    plans: '工作方案',
    practices: '典型做法',
    honors: '荣誉',
    statistics: '统计资料',
  },
  plates: '图片专辑',
  appendix: '附录',
  index: '索引',
  kindNames: { plan: '工作方案', activity: '主题活动', honor: '荣誉' },
  undatedChapter: '附、日期待考的记录',

  overview: (year: number, counts: string) => `本卷收录${year}年${counts}。`,
  overviewEmpty: (year: number) => `本卷所选各章暂无${year}年的记录。`,
  overviewUndated: (count: number) => `另有日期待考的记录${count}条，列于卷末。`,
  counted: (kind: CountedKind, count: number) => COUNTED[kind](count),

  plansIntroduction: (year: number, total: number) => `${year}年收录工作方案、办法、机制等文件${total}件`,
  plansOfOneKind: (year: number, count: string) => `${year}年收录${count}`,
  planKindCount: (kind: PlanKind, count: number) => `${PLAN_KIND_COUNTS[kind]}${count}件`,
  planKindHeading: (kind: PlanKind) => PLAN_KIND_COUNTS[kind],
  noPlans: (year: number) => `${year}年暂无收录的工作方案。`,

  activitiesIntroduction: (year: number, total: number) => `${year}年收录主题活动${total}次，按时间先后记述`,
  noActivities: (year: number) => `${year}年暂无收录的主题活动。`,
  month: (month: number) => `${month}月`,
  firstHalf: '上半年',
  secondHalf: '下半年',
  wholeYear: '全年及月份待考',

  honorsTotal: (year: number, total: number) => `${year}年收录荣誉${total}项`,
  collectiveCount: (count: number) => `集体${count}项`,
  individualCount: (count: number) => `个人${count}项`,
  byLevel: (counts: string) => `按级别分，${counts}`,
  allOf: (name: string, total: number) => `${total === 1 ? '' : '均'}为${name}`,
  allOfLevel: (level: string, total: number) => `级别${total === 1 ? '' : '均'}为${level}`,
  levelUnsettled: '级别未定',
  levelCount: (level: string, count: number) => `${level}${count}项`,
  jointAwards: '联合授予的荣誉按一项计',
  noHonors: (year: number) => `${year}年暂无收录的荣誉。`,
  unsettledLevel: '未定级别',
  collectiveHonors: '集体荣誉',
  individualHonors: '个人荣誉',
  honorColumns: ['序号', '荣誉名称', '获奖单位或个人', '授予单位', '文号', '时间'],
  missing: '—',

  undatedIntroduction: (total: number) => `以下${total}条记录年份待考，日期照录原文，不计入上述各章`,
  undatedDate: (raw: string) => `日期原文为“${raw}”`,
  noDateGiven: '日期未载',

  including: (counts: string) => `其中${counts}`,
  monthOnly: (month: number) => `${month}月`,
  dayInYear: (month: number, day: number) => `${month}月${day}日`,

  issuedBy: (bodies: string) => `由${bodies}印发`,
  issued: '印发',
  documentNumber: (number: string) => `文号为${number}`,
  effectiveFrom: (date: string) => `自${date}起施行`,
  effectiveAsTyped: (raw: string) => `施行时间为“${raw}”`,
  expiresOn: (date: string) => `有效期至${date}`,
  expiresAsTyped: (raw: string) => `有效期为“${raw}”`,
  statusClause: (status: PlanStatus) => STATUS_CLAUSES[status],

  activity: '活动',
  episodeOnly: (episode: string) => `${episode}活动`,
  heldOn: (date: string) => `${date}举行`,
  heldAt: (subject: string, place: string) => `${subject}在${place}举行`,
  held: (subject: string) => `${subject}举行`,
  hostedBy: (bodies: string) => `由${bodies}主办`,
  coHostedBy: (bodies: string) => `${bodies}协办`,
  attendedBy: (bodies: string) => `${bodies}参加`,
  totalling: (count: number) => `共${count}人`,
  peopleAttended: (count: number) => `${count}人参加`,

  awarded: (bodies: string, recipients: string) => `由${bodies}授予${recipients}`,
  awardedBy: (bodies: string) => `授予单位为${bodies}`,
  awardedTo: (recipients: string) => `获奖者为${recipients}`,
  takenAt: (place: string, event: string) => (event === '' ? `摄于${place}` : `${event}，${place}`),
  people: (names: string) => `图中人物：${names}`,
  photographer: (name: string) => `（${name} 摄）`,
  laterPhoto: (title: string, number: number) => `${title}（${number}）`,

  practicesIntroduction: (year: number, total: number) => `${year}年收录典型做法、创新做法${total}项，按工作分类`,
  practiceOf: (units: string) => `${units}的做法`,
  otherWorks: '其他工作',

  honorsByLevel: '本年各级别荣誉',
  honorsByLevelOf: (total: number) => `本卷收录荣誉${total}项，按级别统计如下。`,
  honorsByLevelChart: '本年各级别荣誉数（单位：项）',
  honorsByYear: '近五年荣誉',
  honorsByYearOf: (from: number, to: number) => `${from}—${to}年收录的荣誉按年份和级别统计如下。`,
  honorsByYearChart: (from: number, to: number) => `${from}—${to}年各级别荣誉数（单位：项）`,
  honorsByUnit: '各单位集体荣誉',
  honorsByUnitOf: (units: number) => `本卷有${units}个单位获得集体荣誉，按荣誉数多少排列如下。`,
  unitNote: (units: number, most: number) =>
    `几个单位共同获得的荣誉，分别计入各单位。${units > most ? `共${units}个单位，表中为前${most}个。` : ''}`,
  byWork: '各项工作收录情况',
  byWorkOf: '“模范机关+N”各项工作的方案、活动、做法和荣誉统计如下。',
  workNote: '一条记录涉及几项工作的，分别计入各项。',
  levelColumn: '级别',
  collectiveColumn: '集体',
  individualColumn: '个人',
  totalColumn: '合计',
  yearColumn: '年份',
  unitColumn: '单位',
  workColumn: '工作',
  planColumn: '方案',
  activityColumn: '活动',
  practiceColumn: '做法',
  honorColumn: '荣誉',
  plainYear: (year: number) => `${year}年`,

  plansInForce: '现行工作方案目录',
  planListColumns: ['序号', '名称', '印发单位', '文号', '印发时间'],
  plansInForceOf: (year: number, count: number) => `截至${year}年底，收录的现行有效文件共${count}件。`,
  unitChanges: '本年机构沿革',
  unitChangesOf: (year: number, count: number) => `${year}年收录的机构变更共${count}项。`,
  changeListColumns: ['时间', '变更', '原单位', '现单位', '依据'],
  countingRule: '收录与统计规则',
  countingRules: [
    '记录按日期的末日归入年度，跨年的计入末年，每条记录只收入一卷。',
    '几个单位联合授予的荣誉按一项计；几个单位共同获得的，在总数中也按一项计。',
    '年份不详的记录不计入各章，确需收录的列在卷末。',
    '荣誉级别按授予单位认定，另有认定的从其认定；单位名称用记录当时的规范全称。',
  ],
  unitIndex: '单位索引',
  personIndex: '人名索引',

  firstOf: (names: string, count: number, areUnits: boolean) => `${names}等${count}${areUnits ? '个单位' : '人'}`,
  levelClause: (level: string) => `级别为${level}`,
} as const;
