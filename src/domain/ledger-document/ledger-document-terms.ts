import type { EntryKind } from '../records/record-base.ts';

/** Every word that a ledger on paper adds to the records' own. */
export const LEDGER_DOCUMENT_TERMS = {
  titles: {
    honor: '菏泽市直机关荣誉台账',
    plan: '菏泽市直机关工作方案台账',
    activity: '菏泽市直机关主题活动台账',
  } satisfies Record<EntryKind, string>,
  subject: (window: string, title: string) => `${window}${title}`,
  numberColumn: '序号',
  undated: (count: number) => `年份待考的${count}条列于末尾`,
  totals: {
    honor: (count: number) => `共收录荣誉${count}项`,
    plan: (count: number) => `共收录工作方案${count}件`,
    activity: (count: number) => `共收录主题活动${count}次`,
  } satisfies Record<EntryKind, (count: number) => string>,
  headcount: (people: number, activities: number) => `有参加人数的${activities}次共${people}人`,
  none: '没有符合范围的记录。',
} as const;
