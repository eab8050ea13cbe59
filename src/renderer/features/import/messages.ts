import type { BookType } from '../../workers/import-messages.ts';
import type { PlanList } from '#domain/import/plan-lists';
import type { RowClass, Told } from '#domain/import/book-reading';
import type { ColumnRole } from '#domain/import/column-target';
import type { DecisionDoubt } from '#domain/import/propose-from-decision';

/** What the import of ledgers says in the window. What is wrong with files and rows: archive/import-messages. */
export const messages = {
  title: '导入',
  steps: ['选文件', '核对表格', '核对记录', '完成'],
  stepsLabel: '导入的步骤',
  giveUp: '放弃这个文件',
  waiting: (count: number) => `后面还有 ${count} 个文件`,
  forgetWaiting: '不再导入后面的文件',
  busy: '正在重新核对……',

  start: {
    drop: '把台账拖到这里',
    dropNow: '松开鼠标，开始读取',
    or: '或',
    choose: '选择文件…',
    paste: '在 Excel、WPS 里复制一块表格，在这里按 Ctrl+V 也可以。',
    formats: '能读 .xlsx、.xls、.et、.ods、.csv、.txt 和 .docx；Word 里的表彰决定会按受表彰名单逐条列出。',
    safe: '先核对，再导入：核对时档案不会变化；导入以后，随时可以把这一批整个撤销。',
    templates: '没有现成的台账？下载模板来填：',
    pasted: (clock: string) => `粘贴的内容（${clock}）`,
  },
  fault: {
    title: (name: string) => `“${name}”没有导入`,
    unreadable: '文件读不了，可能被移走、删除，或正被别的程序占用。请关掉打开它的程序，再选一次。档案没有变化。',
    broken: '读取这个文件时内存不够或出了错，已经停下，档案没有变化。可以分成几个小些的文件再导入。',
    'too-many-characters': (limit: number) =>
      `粘贴的内容超过 ${limit} 字，请分几次粘贴，或另存为文件再导入。档案没有变化。`,
    'too-many-rows': (limit: number) => `粘贴的内容超过 ${limit} 行，请分几次粘贴，或另存为文件再导入。档案没有变化。`,
    detail: (detail: string) => `详细信息：${detail}`,
  },
  reading: {
    title: (name: string) => `正在读取“${name}”`,
    progress: (done: number, total: number) => `第 ${done} 张表，共 ${total} 张`,
    cancel: '取消',
  },

  tables: {
    list: '文件里的表',
    table: (number: number) => `第 ${number} 个表格`,
    rows: (count: number) => `${count} 行`,
    blank: '空表',
    hidden: '隐藏',
    read: (sheet: string) => `导入“${sheet}”`,
    nothing: '没有要导入的表。请在左边勾选一张。',
    kind: '这张表是',
    kindReason: {
      header: (value: string) => `有“${value}”一列`,
      'sheet-name': (value: string) => `工作表名“${value}”`,
      banner: (value: string) => `标题“${value}”`,
      'file-name': (value: string) => `文件名“${value}”`,
      contents: () => '单元格的内容',
      changed: () => '您指定的',
      template: () => '上次这样的表就是这样导入的',
    },
    because: (reasons: string) => `依据：${reasons}`,
    context: {
      year: (told: Told<number>) => `年份 ${told.value}（取自${FROM[told.from]}）`,
      level: (told: Told<string>) => `级别 ${told.value}（取自${FROM[told.from]}）`,
      unit: (told: Told<string>) => `单位 ${told.value}（取自${FROM[told.from]}）`,
    },
    contextLabel: '没有写的行按这些补全：',
    counts: (parts: readonly string[]) => parts.join('，'),
    class: {
      banner: '标题',
      header: '表头',
      section: '小标题',
      data: '数据',
      subtotal: '合计',
      note: '说明',
      blank: '空行',
    } satisfies Record<RowClass, string>,
    classCount: (name: string, count: number) => `${name} ${count} 行`,
    hiddenRows: (count: number) => `其中隐藏的 ${count} 行也导入`,
    columns: '各列对应到',
    column: '列',
    heading: '表头',
    examples: '内容',
    target: '对应到',
    reason: '依据',
    noHeading: '（没有表头）',
    columnReason: {
      'header-word': (value: string) => `表头“${value}”`,
      'header-contains': (value: string) => `表头里有“${value}”`,
      contents: () => '看内容像',
      'kept-as-note': () => '没有相应的项目，连同表头记入备注',
      'no-content': () => '没有内容',
      changed: () => '您指定的',
      template: () => '按上次的对应',
    },
    check: '请核对',
    targetOf: (column: string) => `${column} 列对应到`,
    role: {
      value: '',
      year: '（年）',
      month: '（月）',
      day: '（日）',
      from: '（起）',
      to: '（止）',
      sequence: '序号（不导入）',
      ignored: '不导入',
    } satisfies Record<ColumnRole, string>,
    part: { person: '个人姓名', unit: '个人所在单位', role: '个人职务或角色' } as Readonly<Record<string, string>>,
    sample: '表的开头',
    rowNumber: '行',
    rowClass: '认作',
    makeHeader: '改作表头',
    makeHeaderOf: (row: number) => `把第 ${row} 行改作表头`,
    notHeader: '不是表头',
    notHeaderOf: (row: number) => `第 ${row} 行不是表头`,
    next: '下一步：核对记录',
    remember: '改过的对应关系会记住，下次遇到同样表头的表照此办理。',
  },
  as: {
    label: '这个 Word 文件是',
    tables: '台账（表格）',
    decision: '表彰决定（名单）',
  } satisfies Record<BookType | 'label', string>,
  decision: {
    facts: '这份决定',
    title: '文件标题',
    awardedBy: '授予单位（几个单位用“、”隔开）',
    documentNo: '文号',
    date: '决定日期',
    apply: '按改过的重新读取',
    rows: (count: number) => `按名单提出 ${count} 条荣誉，一个受表彰者、一个称号一条，下一步逐条核对。`,
    doubts: '请核对',
    doubt: (doubt: DecisionDoubt): string => {
      switch (doubt.code) {
        case 'no-title':
          return '没有找到决定的标题';
        case 'no-date':
          return '没有找到决定的日期';
        case 'no-awarding-body':
          return '没有找到授予单位';
        case 'no-document-number':
          return '没有找到文号';
        case 'no-recipients':
          return '没有找到受表彰的名单';
        case 'count-differs':
          return `“${doubt.heading}”下面找到 ${doubt.found} 个，标题说有 ${doubt.expected} 个（第 ${doubt.row} 段）`;
      }
    },
    unread: (count: number) => `名单里有 ${count} 行没有读成受表彰者`,
    paragraph: (row: number) => `第 ${row} 段`,
  },

  records: {
    lists: {
      new: '将新增',
      update: '将更新',
      'probable-duplicate': '疑似重复',
      'exact-duplicate': '重复',
      unchanged: '已有',
      concerns: '请核对',
      rejected: '不能导入',
    } satisfies Record<PlanList, string>,
    units: '新单位',
    listsLabel: '核对的分类',
    explain: {
      new: '档案里还没有的记录。不想要的可以去掉。',
      update: '这些行以前导入过，文件里的内容后来变了，导入时更新。',
      'probable-duplicate': '这些和别的记录很像，请逐条决定。',
      'exact-duplicate': '名称、时间、单位等都与已有的相同，不再导入。',
      unchanged: '档案里已有同样的记录，不会重复导入，也不会改动。',
      concerns: '可以导入，但有些地方是推断的，请看一眼。',
      rejected: '这些行缺了必需的内容，或有读不懂的地方。改好就能导入；也可以先导出来，改好以后再导入那个文件。',
      units: '名录里还没有的单位名称，每个只列一次。默认新建单位；如果是已有单位的别的写法，请指定是哪一个。',
    },
    empty: '这一类没有记录',
    place: '位置',
    at: (sheet: string, row: number) => (sheet === '' ? `第 ${row} 段` : `${sheet} 第 ${row} 行`),
    atCell: (sheet: string, row: number, column: string) =>
      sheet === '' ? `第 ${row} 段` : `${sheet} ${column === '' ? `第 ${row} 行` : `${column}${row}`}`,
    date: '时间',
    sort: '级别或类别',
    who: '单位',
    concern: '核对',
    action: '操作',
    expand: '全部内容',
    leaveOut: '不导入',
    takeBack: '恢复',
    addAnyway: '仍要导入',
    twin: '与它相同的',
    inArchive: '档案里的记录',
    inFile: (place: string) => `本文件 ${place}`,
    twinAt: '像：',
    score: (score: number) => `相似度 ${Math.round(score * 100)}%`,
    field: '项目',
    mine: '文件里',
    theirs: '档案里',
    theirsInFile: '本文件另一行',
    take: (field: string) => `用文件里的${field}`,
    decideLabel: (title: string) => `“${title}”怎么办`,
    decisions: {
      'leave-out': '是同一条，不导入',
      'take-fields': '是同一条，把勾选的内容并入档案',
      'add-as-different': '不是同一条，照样导入，以后不再提醒',
    },
    allLeaveOut: (count: number) => `其余 ${count} 条都不导入`,
    allDifferent: (count: number) => `其余 ${count} 条都照样导入`,
    undecideAll: '重新决定',
    decided: (count: number, total: number) => `已决定 ${count} 条，共 ${total} 条`,
    changes: '变化',
    original: '原表这一行',
    problem: '问题',
    mend: '改正…',
    mendOf: (place: string) => `改正…：${place}`,
    mended: (count: number) => `改过 ${count} 行`,
    unmend: '撤回改正',
    exportRejected: '导出这些行…',
    rejectedFile: (name: string) => `${name} 不能导入的行`,
    unitName: '文件里的名称',
    uses: '次数',
    similar: '可能是',
    standsFor: '处理',
    foundUnit: '新建单位',
    standsForOf: (name: string) => `“${name}”是哪个单位`,
    isThat: (name: string) => `就是“${name}”`,
    sameAs: (name: string) => `与“${name}”是同一单位`,
    slip: '疑有错字',
  },
  mend: {
    title: (place: string) => `改正：${place}`,
    recordOf: (index: number, total: number) => `第 ${index} 条，共 ${total} 条`,
    original: '原表这一行：',
    ok: '改好了',
    cancel: '取消',
    copyAbove: (value: string) => `用上一行的“${value}”`,
  },
  commit: {
    back: '上一步',
    onlySure: '只导入无误的行',
    onlySureHint: '不能导入的行、没有决定的疑似重复先留下',
    held: (parts: readonly string[]) => `还有 ${parts.join('、')}。请先处理，或勾选“只导入无误的行”。`,
    heldRejected: (count: number) => `${count} 行不能导入`,
    heldDoubtful: (count: number) => `${count} 条疑似重复没有决定`,
    summary: (added: number, changed: number) =>
      changed === 0 ? `将新增 ${added} 条` : `将新增 ${added} 条，更新 ${changed} 条`,
    nothing: '没有可以导入的内容：档案里都已经有了，或者都被去掉了。',
    button: (count: number) => (count === 0 ? '导入' : `导入 ${count} 条`),
    saving: '正在写入档案……',
    done: (added: number, changed: number) =>
      changed === 0 ? `已导入 ${added} 条记录` : `已导入 ${added} 条记录，更新 ${changed} 条`,
    label: (name: string) => `导入“${name}”`,
  },
  done: {
    title: (name: string) => `“${name}”已经导入`,
    added: (count: number) => `新增 ${count} 条记录`,
    changed: (count: number) => `更新 ${count} 条记录`,
    founded: (count: number) => `新建 ${count} 个单位`,
    rejected: (count: number) =>
      `还有 ${count} 行没有导入，仍在原文件里。在原文件里改好以后再导入一次就行，已导入的不会重复。`,
    safe: '每条记录都记着来自哪个文件、哪张表、哪一行。需要时在下面的“导入记录”里整批撤销。',
    next: (count: number) => `导入下一个文件（还有 ${count} 个）`,
    again: '再导入一个文件',
  },
} as const;

const FROM: Readonly<Record<Told<unknown>['from'], string>> = {
  banner: '表的标题',
  'sheet-name': '工作表名',
  'file-name': '文件名',
};
