import type { DatePrecision } from '#domain/dates/fuzzy-date';
import type { SimilarityReason } from '#domain/duplicates/similar-titles';
import type { LedgerKind } from '#domain/records/record-base';
import type { FormLevel } from './derived-level.ts';
import type { SectionKey } from './form-layout.ts';

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
  choicesHint: '可选多项',
  carried: '沿用',
  carriedNames: '输入名称会替换沿用的；先按 → 则追加',
  filled: (labels: readonly string[]) => `已填：${labels.join('、')}`,
  sections: {
    evidence: '证书与存放',
    verification: '核实与后续情况',
    fullText: '正文',
    participants: '协办与参加单位',
    results: '结果',
    classification: '分类',
    notes: '备注与来源',
  } satisfies Record<SectionKey, string>,
  level: {
    derive: '按授予单位推定',
    derived: (level: string, because: FormLevel['because']) => `推定：${level}（依据：${basis(because)}）`,
    notDerived: '按现有授予单位推定不出，可直接选择',
    agrees: (because: FormLevel['because']) => `与推定一致（依据：${basis(because)}）`,
    differs: (level: string, because: FormLevel['because']) => `推定是${level}（依据：${basis(because)}），请写明理由`,
    back: '恢复推定',
    reasonHint: '为什么与按授予单位推定的不同',
    noReason: '已保存。级别与推定的不同，还没有写理由，可以随时补上。',
  },
  reference: {
    linked: (kind: string, title: string) => (title === '' ? `已对应${kind}` : `已对应${kind}：${title}`),
    asPrinted: (kind: string) => `没有这个名称的${kind}，按原文保留`,
    addProgramme: '新建表彰项目…',
    takeHosts: (hosts: readonly string[]) => `填入授予单位：${hosts.join('、')}`,
  },
  rows: {
    add: '添加一行',
    addTo: (list: string) => `${list}：添加一行`,
    table: (list: string) => `${list}明细`,
    actions: '操作',
    up: '上移（Alt+↑）',
    down: '下移（Alt+↓）',
    remove: '移除（Alt+Delete）',
    ofRow: (action: string, row: number) => `第 ${row} 行${action}`,
    cell: (row: number, column: string) => `第 ${row} 行${column}`,
  },
  recipients: {
    name: '姓名',
    unit: '单位',
    role: '身份',
    addRoles: '填写身份',
    peopleHint: '如：张三（市中院）、李四；按 Enter 确认，可粘贴多行',
  },
  similar: {
    title: '已有相近记录',
    bodies: (first: string, count: number) => `${first}等 ${count} 个`,
    reason: describeSimilarity,
    peek: (kind: string) => `已有的${kind}`,
    open: '离开表单，打开这条记录',
  },
  kept: {
    title: '下一条沿用哪些内容',
    count: (count: number) => `沿用 ${count} 项`,
    reset: '恢复默认',
    carriedOver: (labels: readonly string[]) => `沿用了上一条的：${labels.join('、')}`,
    clear: '清空沿用的内容',
  },
  draft: {
    offer: (title: string, time: string) =>
      title === '' ? `有一份未保存的草稿，${time}` : `有一份未保存的草稿“${title}”，${time}`,
    changedSince: '。此后这条记录又被改过，保存时会逐项核对',
    continue: '继续',
    discard: '丢弃',
    discarded: '草稿已丢弃',
    undo: '撤销',
    failing: '有未保存的内容；草稿没有写成，请尽快保存',
  },
  conflict: {
    title: '这条记录在您编辑期间已被改动',
    changedBy: (by: string, at: string) =>
      `${by} 于 ${at} 保存过它。还没有覆盖任何内容，您填写的都在。请决定双方都改过的内容用哪一个：`,
    field: '用我的',
    base: '原来',
    mine: '我的',
    theirs: '他人的',
    nothing: '（空）',
    onlyMine: (labels: readonly string[]) => `只有您改过，会一并保存：${labels.join('、')}`,
    onlyTheirs: (labels: readonly string[]) => `只有他人改过，会保留：${labels.join('、')}`,
    back: '返回编辑',
    keepTheirs: '保留他人的',
    keepTheirsAndMine: '保留他人的，保存我的其他改动',
    overwrite: (count: number) => `用我的覆盖这 ${count} 项`,
    saveBoth: '保存双方的改动',
  },
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

function basis({ by, name }: FormLevel['because']): string {
  return { programme: `表彰项目“${name}”`, unit: `单位“${name}”所授荣誉级别`, rule: name }[by];
}

/** In what a record is like the one that is being typed, and in what it is not: 同名，年份不同. */
function describeSimilarity({ title, year, ordinal, body }: SimilarityReason): string {
  const parts = [
    { same: '同名', marks: '仅标点不同', contains: '名称互相包含', similar: '名称相近' }[title],
    { same: '', other: '届期不同', unknown: '' }[ordinal],
    { same: '同一年', other: '年份不同', unknown: '' }[year],
    { same: '同一单位或个人', other: '单位或个人不同', unknown: '' }[body],
  ];
  return parts.filter((part) => part !== '').join('，');
}

const PRECISION: Readonly<Record<DatePrecision, string>> = {
  day: '精确到日',
  month: '精确到月',
  'half-year': '精确到半年',
  year: '精确到年',
  range: '一段时间',
  unknown: '不详',
};
