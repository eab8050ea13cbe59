import type { DatePrecision } from '#domain/dates/fuzzy-date';
import type { LedgerKind } from '#domain/records/record-base';

export const messages = {
  editTitle: {
    honor: '编辑荣誉',
    plan: '编辑方案',
    activity: '编辑活动',
    practice: '编辑典型做法',
    evaluation: '编辑评估认定',
    person: '编辑人员',
    programme: '编辑表彰项目',
  } satisfies Record<LedgerKind, string>,
  save: '保存',
  saveAndAdd: '保存并新增下一条',
  cancel: '取消',
  saveKeys: 'Ctrl+S',
  unsaved: '有未保存的内容',
  notSavedTitle: (count: number) => `有 ${count} 处需要改，还没有保存`,
  notFound: '这条记录已被删除或不存在',
  backToLedger: '返回台账',
  namesHint: '输入后按 Enter 确认，可填多个',
  noLevel: '未定',
  newName: (name: string) => `新名称“${name}”`,
  worksHint: '可选多项',
  peopleHint: '输入姓名后按 Enter 确认，可填多人',
  titleHint: {
    honor: '按证书或决定原文填写全称',
    plan: '文件标题全称',
    activity: '活动名称，不含期次',
    practice: '做法名称',
    evaluation: '如：2024年度模范机关评估认定',
    person: '姓名',
    programme: '项目全称，不含届次',
  } satisfies Record<LedgerKind, string>,
  dateHint: '如 2023.5、2023年5月4日、2022—2023年度；不知道就留空',
  dateUnderstood: (text: string, precision: DatePrecision) => `识别为：${text}（${PRECISION[precision]}）`,
  dateSpan: (start: string, end: string) => `${start} 至 ${end}`,
  dateUnknown: '时间不详',
  collective: '集体',
  individual: '个人',
  secrecy: '本程序不得录入、存储国家秘密和工作秘密。',
} as const;

const PRECISION: Readonly<Record<DatePrecision, string>> = {
  day: '精确到日',
  month: '精确到月',
  'half-year': '精确到半年',
  year: '精确到年',
  range: '一段时间',
  unknown: '不详',
};
