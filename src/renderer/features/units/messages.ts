import type { UnitChange } from '#domain/records/unit-change';
import type { UnitName } from '#domain/records/unit';
import type { UnitProblem } from '#domain/units/check-unit';
import type { MergeProblem } from '#domain/units/merge-units';
import type { UnitChangeProblem } from '#domain/units/plan-unit-change';

type ChangeKind = UnitChange['change'];

const quote = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');

export const messages = {
  title: '单位',
  count: (count: number) => `共 ${count} 个`,
  countShown: (shown: number, count: number) => `显示 ${shown} 个，共 ${count} 个`,
  add: '新增单位',
  find: '按任一名称、拼音或首字母查找',
  empty: '还没有单位',
  emptyHint: '登记荣誉、方案和活动时填写的单位会自动出现在这里。',
  noneFound: '没有这个名称的单位',
  columns: {
    name: '单位',
    otherNames: '简称和其他名称',
    unitType: '性质',
    parent: '上级单位',
    state: '现状',
    brands: '党建品牌',
    honors: '获奖',
    entries: '相关记录',
  },
  keys: 'Enter 打开 · 空格选择 · 选两个以上可合并登记',
  state: { active: '现有', ended: (date: string) => `已于${date}终止`, notYet: '尚未成立' },
  nameKinds: { full: '全称', short: '简称', alias: '别称', misspelling: '误写' } satisfies Record<
    UnitName['kind'],
    string
  >,
  back: '返回',
  save: '保存',
  cancel: '取消',
  edit: '编辑',
  remove: '删除',
  notFound: '这个单位不存在',
  notFoundHint: '它可能已被删除，或已并入另一个单位。',
  unsaved: '有未保存的内容',
  form: {
    newTitle: '新增单位',
    editTitle: (name: string) => `编辑：${name}`,
    problems: (count: number) => `有 ${count} 处需要改，还没有保存`,
    namesHint: '起止留空表示一直使用。改名请用单位页上的“更名”，会同时留下依据。',
    row: (label: string, index: number) => `${label}（第 ${index + 1} 行）`,
    addName: '加一个名称',
    addBrand: '加一个品牌',
    removeRow: (label: string, index: number) => `去掉${label}第 ${index + 1} 行`,
    removeColumn: '去掉',
    dateHint: '如 2019.3',
    noLevel: '不授予或未定',
    noParent: '没有或不详',
  },
  unitProblem: {
    'no-full-name': () => '至少要有一个全称',
    'name-required': () => '不能为空',
    'period-reversed': () => '止早于起',
    'parent-cycle': () => '上级单位不能是自己或自己的下级',
    'name-taken': (by) => `同一时期已是“${by}”的名称`,
    'name-twice': (by) => `与“${by}”重复`,
    'full-names-overlap': (by) => `与全称“${by}”的时间重叠：请填起止，或改为别称`,
  } satisfies Record<UnitProblem['code'], (by: string) => string>,
  page: {
    names: '名称沿革',
    inUse: '现用',
    always: '时间不详',
    since: (from: string) => `${from}起`,
    until: (to: string) => `至${to}`,
    between: (from: string, to: string) => `${from}至${to}`,
    succession: '前身与后继',
    noSuccession: '没有登记过更名、合并、分设或撤销。',
    predecessors: '前身',
    successors: '后继',
    basis: '依据',
    noBasis: '未登记依据文件',
    correct: '更正',
    withdraw: '撤回登记',
    honors: '获奖统计',
    noHonors: '还没有获奖记录',
    year: '年份',
    noYear: '年份不详',
    total: '合计',
    noLevel: '级别未定',
    tallyHint: '每条荣誉计入当时的单位。“含前身”把前身单位的荣誉也算上，每条只算一次，不同单位之间不宜相加。',
    ownAndAll: (own: number, all: number) => `${own}（含前身 ${all}）`,
    brands: '党建品牌',
    children: '下级单位',
    entries: (own: number, before: number) =>
      before === 0 ? `相关记录（${own}）` : `相关记录（${own}，前身另有 ${before}）`,
    outside: '存续期外',
    outsideHint: '记录的时间在单位成立之前或终止之后，请核对记录的单位或时间。',
    noEntries: '还没有提到这个单位的记录',
    via: (name: string) => `前身：${name}`,
    awarded: '授予',
    printedAs: (name: string) => `原文“${name}”`,
    showAll: (count: number) => `显示全部 ${count} 条`,
  },
  merge: {
    action: '合并登记',
    selected: (count: number) => `合并登记（${count}）`,
    title: '合并重复登记的单位',
    intro:
      '同一个单位登记了两次时用它：名称和品牌合在一起，所有记录改指保留的单位，原文照旧。两个单位真的合并了，请用“机构变更”。',
    keep: '保留哪一个',
    keepItem: (name: string, entries: number) => `${name}（${entries} 条记录）`,
    other: '再加一个单位',
    leave: '不合并它',
    leaveOut: (name: string) => `不合并“${name}”`,
    preview: '合并后',
    names: '名称',
    affected: '改指的记录',
    none: '没有记录要改',
    counts: (counts: readonly string[]) => counts.join('、'),
    kindCount: (kind: string, count: number) => `${kind} ${count} 条`,
    ok: '合并登记',
    label: (merged: readonly string[], kept: string) => `合并登记：${quote(merged)}并入“${kept}”`,
    problem: (problem: MergeProblem): string => {
      switch (problem.code) {
        case 'nothing-to-merge':
          return '请再选一个要并入的单位。';
        case 'with-itself':
          return '单位不能与自己合并。';
        case 'deleted':
          return '其中一个单位已被删除，请关闭后重新选择。';
        case 'parent-cycle':
          return `合并后“${problem.name}”会成为自己的上级。请先改正上级单位，或保留上级那一个。`;
      }
    },
  },
  similar: {
    action: (count: number) => `可能重复（${count}）`,
    title: '可能重复登记的单位',
    intro: '只列出名称去掉“菏泽市”、通行简称和标点之后相同、时间也不错开的单位。不是同一个单位的，不用管它。',
    names: (names: readonly string[]) => `相近的名称：${names.join('、')}`,
    merge: '核对并合并…',
    none: '没有找到可能重复的单位',
    close: '关闭',
  },
  change: {
    action: '机构变更',
    rename: '更名',
    titles: { 更名: '单位更名', 合并: '单位合并', 分设: '单位分设', 撤销: '单位撤销' } satisfies Record<
      ChangeKind,
      string
    >,
    hints: {
      更名: '单位还是同一个：原名称到这一天为止，新名称从这一天起用。',
      合并: '填已有的单位就并入它；填新名称就新建单位。原单位到这一天为止，荣誉仍计入当时的单位，并在新单位下标为前身。',
      分设: '原单位到这一天为止；如果它还在，把它的名称也填进去。',
      撤销: '单位到这一天为止，记录都还在。',
    } satisfies Record<ChangeKind, string>,
    date: '变更时间',
    dateHint: '如 2019年1月8日、2019.3',
    basis: '依据文件',
    basisHint: '标题和文号，如 示编发〔2019〕1号',
    note: '备注',
    before: '变更前的单位',
    after: '变更后的名称',
    newName: '新全称',
    newShort: '新简称',
    shortKept: '不填则沿用原简称',
    nameOf: (index: number) => `变更后名称 ${index + 1}`,
    shortOf: (index: number) => `简称 ${index + 1}`,
    addName: '加一个单位',
    removeName: (index: number) => `去掉第 ${index + 1} 个单位`,
    ok: '登记',
    done: (title: string) => `已登记：${title}`,
    willFound: (names: readonly string[]) => `将新建单位：${quote(names)}`,
    willEnd: (names: readonly string[], date: string) => `将在${date}结束：${quote(names)}`,
    willRename: (from: string, to: string, date: string) => `${date}起“${from}”改称“${to}”`,
    sentence: (change: ChangeKind, from: string, to: string) =>
      to === '' ? `${from} ${change}` : `${from} ${change}为 ${to}`,
    correctTitle: '更正沿革登记',
    correctHint: '改时间时，由这次登记写到单位上的起止时间一起改。变更双方登记错了，请撤回后重新登记。',
    corrected: '已更正沿革登记',
    withdrawTitle: '撤回这条沿革登记？',
    withdrawBody: '由它写到单位上的起止时间会一并取消；更名带来的新名称留作别称，新建的单位保留。可以撤销。',
    withdrawReason: '撤回沿革登记',
    withdrawn: '已撤回沿革登记',
    problem: (problem: UnitChangeProblem): string => {
      switch (problem.code) {
        case 'date-required':
          return '请填变更时间，至少到年。';
        case 'date-reversed':
          return '时间颠倒了。';
        case 'units-before':
          return problem.change === '合并' ? '至少要有两个单位合并，或一个单位并入已有的单位。' : '请选一个单位。';
        case 'names-after':
          return problem.change === '分设' ? '请填至少两个分设后的名称。' : '请填变更后的名称。';
        case 'unit-gone':
          return '其中一个单位已被删除。';
        case 'ended-already':
          return `“${problem.name}”已经撤销了。`;
        case 'began-later':
          return `“${problem.name}”在这个时间之后才开始，请核对时间。`;
        case 'name-taken':
          return `这个名称当时属于“${problem.name}”。`;
        case 'same-name':
          return `现在的名称就是“${problem.name}”。`;
        case 'name-twice':
          return `“${problem.name}”填了两次。`;
      }
    },
  },
} as const;
