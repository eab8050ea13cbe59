import { SEGMENT_NAMES, type SegmentKind } from '#domain/filing/file-code-segments';
import { ADDABLE_KINDS, RECORD_KINDS } from '#domain/records/record-base';

/** What the command line says. */
export const messages = {
  usage: `用法：npm run rongdang -- <命令> [--data 文件夹] [--json] [--operator 姓名] [--read-only] [--passphrase-file 文件|-]

  sample                                    载入示例：种子报道里的单位、方案、活动和荣誉
  fields [--kind 类型]                       列出各类记录的字段和可选值
  add --kind 类型 --file 文件.json|-          新增一条记录（“-”表示从标准输入读）
  get 编号                                  取出一条记录
  list --kind 类型 [--year 年份]              列出记录
  search 文字 [--kind 类型] [--year 年份] [--limit 条数] [--exact] [--explain] [--facets]
                                            查找记录，写法与窗口里相同；--exact 不放宽空格、标点和繁简
  search --from 文件|-                       逐行查找文件里的各个问题，一行一个
  reindex                                   从记录重新建立检索索引
  answer [--unit 单位] [--level 级别,级别] [--from 时间] [--to 时间] [--line all|predecessors|successors|own]
         [--recipients both|collective|individual] [--dates end|any] [--revoked] [--unknown-level]
                                            答询：单位（编号或任一名称，连同前身和后继）在一段时间里获得多少荣誉、哪些、按什么口径
  export answer （与 answer 相同的选项） --out 文件.docx
                                            把答询结果导出为一页 Word 答询单
  export yearbook --year 年份 --out 文件.docx [--undated] [--certificates] [--title 书名] [--editor 编纂单位]
                                            导出 Word 年鉴；--undated 把日期待考的记录附在书末
  export honors|chronicle --year 年份|--from 起 --to 止 --out 文件.docx [--unit 单位] [--level 级别] [--undated]
              [--title 题名] [--editor 编纂单位]
                                            导出 Word 荣誉汇编或大事记；--unit 只收一个单位及其前身，--level 只收一个级别的荣誉；
                                            荣誉汇编另有 --by unit 按单位编排，--verified 只收已核实的
  export ledger （与上面相同的选项） [--kind honor|plan|activity] [--order date|newest|level] [--columns 字段,字段]
                                            导出横排 Word 台账；不给 --kind 为荣誉台账，字段见 fields
  export catalogue --out 文件.docx [--year 年度] [--retention 期限]
                                            导出横排 Word 归档文件目录，每个全宗、年度、期限一表
  export unit --unit 单位 （与上面相同的选项） [--gaps]
                                            导出一个单位及其前身的 Word 荣誉简介；--gaps 列出待补的证据
  export certificates （与上面相同的选项）    导出横排 Word 证书清单，附证书小图
  export （以上任一种文档） --template 文件.json --out 文件.docx [--year 年份|--from 起 --to 止] [--title 题名] [--editor 编纂单位]
                                            按窗口里存的模板导出；给出的起止、题名、编纂单位代替模板里的
  export list --kind 类型 --out 文件.xlsx|文件.docx [--query 文字]
                                            导出一类记录的清单；--query 只导出查到的
  export template --kind 类型 --out 文件.xlsx  写出导入模板（honor、plan、activity）
  units [--find 名称] [--on 日期]             列出单位：各时期名称、沿革和获奖数；--find 按任一名称找，--on 给出当时的名称
  units merge 保留的编号 并入的编号…          把重复登记的单位合并为一个，相关记录一并改指
  import 文件 [--kind auto|honor|plan|activity] [--dry-run] [--only-valid]
                                            导入台账或表彰决定（.xlsx .xls .et .ods .csv .txt .docx）；--dry-run 只看结果不导入；
                                            有一行不能导入就都不导入，加 --only-valid 只导入无误的行
  undo-import 批次编号 [--keep-edited] [--dry-run]
                                            撤销一次导入；--keep-edited 保留之后改过的记录，--dry-run 只看结果
  attach 编号 文件… [--role 用途]             把文件附到一条记录；有一个附不上就都不附
  fixity                                    校验全部附件；都完整时退出码为 0，有缺失或损坏时为 2 并逐个指明
  verify                                    检查整个日志、工作副本（逐条）和附件是否都在；有问题时退出码为 2，指明日志里第一处坏行
  rebuild                                   按日志重新建立工作副本
  health                                    上次保存、日志、异常退出、附件校验和剩余空间
  history 编号                              一条记录的修改历史：每一版由谁在何时改了哪些字段
  undo [改动序号]                           撤销最近一次改动，或 history 列出的某一次（#序号）；之后又被改过的不撤销
  backup [--out 文件.zip | --to 文件夹]      备份：--out 写一份含附件的完整备份；--to 存进文件夹，附件在那里只存一份，没变的不重复复制（自动轮换）；
                                            都不加则在数据文件夹的 backups 里留一份（不含附件，自动轮换）
  backup --out 文件.rongdang --backup-passphrase-file 文件|-
                                            加密备份：口令从文件或标准输入读，忘记就再也打不开；verify、restore、rehearse 用同一选项打开
  backups                                   列出做过的备份和演练结果
  verify 文件.zip                           核对一份备份的全部内容
  restore 文件.zip [--into 文件夹] [--yes]    看恢复会改变什么；--yes 恢复到现有档案，--into 恢复到另一个空文件夹
  restore [文件.zip] --as-of 日期 --into 文件夹  恢复到那一天结束时的样子；不给文件时取自现有档案的日志
  rehearse 文件.zip                         演练：在临时文件夹里恢复并逐条比对，通过的备份才算可靠
  filing check                              检查档号：断号、重号、错序、不合格式
  filing issue --ids 编号,编号|--year 年份 --retention 期限 [--department 机构]
                                            给记录编档号
  filing catalogue [--year 年份]            归档文件目录的各行

类型：${ADDABLE_KINDS.join(' ')}
（list 还有 ${RECORD_KINDS.filter((kind) => !ADDABLE_KINDS.some((each) => each === kind)).join(' ')}）

退出码：0 完成，2 请求或输入有误，1 程序故障。`,
  unknownCommand: (name: string) => `没有“${name}”这个命令。`,
  noCommand: '没有给出命令。',
  unknownOption: (option: string, command: string) => `命令 ${command} 没有 --${option} 这个选项。`,
  optionNeedsValue: (option: string) => `选项 --${option} 缺少值。`,
  optionRequired: (option: string) => `缺少选项 --${option}。`,
  argumentRequired: (what: string) => `缺少${what}。`,
  tooManyArguments: (word: string) => `多出了“${word}”。含空格的文字请加引号。`,
  badKind: (kind: string, kinds: string) => `--kind 应为 ${kinds} 之一，不是“${kind}”。`,
  badYear: (year: string) => `--year 应为 1949 至 2100 之间的年份，不是“${year}”。`,
  badBoundary: (option: string, text: string) => `--${option} 应为日期，如 2022 或 2022年4月，不是“${text}”。`,
  badLevel: (text: string, levels: string) => `--level 应为 ${levels} 之一，不是“${text}”。`,
  badGrouping: (text: string, names: string) => `--by 应为 ${names} 之一，不是“${text}”。`,
  unknownUnit: (name: string) => `没有叫“${name}”的单位。可用 units --find 查找。`,
  whichWindow: '请用 --year 指明一年，或用 --from 和 --to 指明起止。',
  badOperator: '--operator 应为 1 至 50 个字的姓名。',
  badLimit: (limit: string) => `--limit 应为 1 至 1000 之间的整数，不是“${limit}”。`,
  searchTwice: '文字和 --from 只能给一个。',
  readAs: (text: string) => `读作：${text}`,
  reindexed: (documents: number, ms: string, isKept: boolean) =>
    `已从 ${documents} 条记录重新建立检索索引，用时 ${ms} 毫秒${isKept ? '' : '；索引没有存下，下次启动会再建一次'}。`,
  badJson: (detail: string) => `输入不是有效的 JSON：${detail}`,
  historyOf: (title: string, versions: number) => `${title}：共 ${versions} 版`,
  nothing: '（空）',
  broughtBack: '从回收站恢复',
  intoBin: '移入回收站',
  undone: (sequence: number, label: string, records: number) =>
    `已撤销第 ${sequence} 次改动：${label}（${records} 条记录）`,
  nothingToUndo: '没有可以撤销的改动。',
  badSequence: (word: string) => `改动序号应为正整数，不是“${word}”。`,
  noSuchChange: (sequence: number) => `没有第 ${sequence} 次改动。`,
  notFound: (id: string) => `没有编号为 ${id} 的记录。`,
  exports: {
    what: (names: string) => `要导出的内容（${names}）`,
    unknown: (what: string, names: string) => `export 能导出 ${names}，不能导出“${what}”。`,
    badOut: (out: string, endings: string) => `--out 的文件名应以 ${endings} 结尾，不是“${out}”。`,
    badChoice: (option: string, value: string, choices: string) => `--${option} 应为 ${choices} 之一，不是“${value}”。`,
    badTemplate: (what: string) =>
      `--template 的文件不是 ${what} 的模板，或由别的版本写成。请在窗口里“年鉴与汇编 → 更多 → 导出模板文件”重新写一个。`,
    listFailed: (detail: string) => `文件没有生成：${detail}`,
    template: (file: string) => `已写出导入模板：${file}`,
  },
  badDocument: (detail: string) => `文档的选项有误：${detail}`,
  notLogged: '没有记入导出记录：数据文件夹写不进去，或档案以只读方式打开。',
  documentFailed: (detail: string) => `文档没有生成：${detail}`,
  saveFailed: {
    'no-space': '文件没有写出：磁盘已满。原有文件没有改动。',
    'not-writable': '文件没有写出：这个位置不存在或不能写入。',
    'in-use': '文件没有写出：它正被另一个程序（如 Word 或 WPS）打开。原有文件没有改动。',
    failed: '文件没有写出。原有文件没有改动。',
    cancelled: '已取消，没有写出文件。',
  },
  journalDamaged: (file: string, line: number) =>
    `日志 ${file} 第 ${line} 行与写入时不一致，程序没有读写任何内容。请先备份整个数据文件夹，再从备份恢复。`,
  journalBehind: (missing: number) =>
    `日志缺少最近 ${missing} 次已保存的改动，本机的工作副本里也没有；没有读写任何内容。请放回原来的日志文件，或从备份恢复。`,
  newerFormat: '这份档案由更新版本的荣档写成，本版本不能打开；内容没有改动。请安装新版本。',
  openingFailed: (detail: string) => `档案没有打开：${detail}`,
  fault: (detail: string) => `程序内部出错：${detail}`,
  sampleLabel: '示例记录',
  sampleLoaded: (added: number, total: number) =>
    added === 0 ? `示例记录已经在档案里，共 ${total} 条，没有重复载入。` : `已载入 ${added} 条示例记录。`,
  added: (title: string, id: string) => `已保存：${title}（${id}）`,
  filing: {
    checked: (codes: number, findings: number) => `检查了 ${codes} 个档号，发现 ${findings} 处要看一看`,
    badRetention: (word: string) => `--retention 应为永久、30年或10年，不是“${word}”。`,
    whichRecords: '请用 --ids 指明记录，或用 --year 给某一年全部未编号的记录编号。',
    badSettings: '档号设置有误，请先在“归档 → 档号设置”里改好。',
    cannotIssue: (title: string, segment: SegmentKind | null, code: string) =>
      code === 'already-issued'
        ? `“${title}”已经有档号，没有编号。`
        : `“${title}”不能编号：${segment === null ? '' : SEGMENT_NAMES[segment]}${code === 'required' ? '还没有填' : '不能用'}。没有编任何号。`,
    nothing: '没有需要编号的记录。',
    label: (count: number) => `编 ${count} 个档号`,
  },
  import: {
    file: '要导入的文件',
    withoutBackup: (why: string) => `已照常导入，但导入前的自动备份没有做成。${why}`,
    badKind: (kind: string) => `--kind 应为 auto、honor、plan、activity 之一，不是“${kind}”。`,
    rejected: (count: number) =>
      `有 ${count} 行不能照原样导入，没有导入任何内容。请改好后再导入，或加 --only-valid 只导入无误的行。`,
    atRow: (sheet: string, row: number, column: string, problem: string) =>
      `${sheet === '' ? '' : `“${sheet}”`}第 ${row} 行${column === '' ? '' : ` ${column} 列`}：${problem}`,
    more: (count: number) => `……另有 ${count} 行`,
    planned: '以下只是预览，没有导入：',
    summary: (rows: number, added: number, changed: number, unchanged: number) =>
      `共 ${rows} 行：新增 ${added} 条，更新 ${changed} 条，${unchanged} 条已在档案里`,
    doubts: (exact: number, probable: number, rejected: number) =>
      `完全重复 ${exact} 条，可能重复 ${probable} 条，不能导入 ${rejected} 行`,
    batch: (id: string) => `批次编号：${id}（用 undo-import ${id} 可整批撤销）`,
  },
  undoImport: {
    batch: '批次编号',
    planned: '以下只是预览，没有撤销：',
    notFound: (id: string) => `没有编号为 ${id} 的导入批次。`,
    done: (file: string, records: number, units: number) =>
      `已撤销《${file}》的导入：${records} 条记录${units === 0 ? '' : `，其中新建的单位 ${units} 个`}`,
    edited: (title: string, what: string, isKept: boolean) =>
      `  “${title}”导入之后改过${what === '' ? '' : `（${what}）`}，${isKept ? '保留' : '一并撤销'}`,
  },
  attach: {
    arguments: '记录编号和要附上的文件',
    badRole: (word: string, roles: string) => `--role 应为 ${roles} 之一，不是“${word}”。`,
    none: '没有附上任何文件，记录没有变。',
  },
  verify: {
    summary: (lines: number, files: number, attachments: number) =>
      `全部完整：日志 ${files} 个文件共 ${lines} 次改动，工作副本逐条相符，${attachments} 个附件都在。`,
    problems: (count: number) => `发现 ${count} 处问题（没有改动任何内容）：`,
    journalBroken: (file: string, line: number) =>
      `日志文件 ${file} 的第 ${line} 行与写入时不一致。请复制整个数据文件夹保存，再从备份恢复。`,
    journalBehind: (missing: number) => `日志缺少最近 ${missing} 次已保存的改动。请放回原来的日志文件，或从备份恢复。`,
    headDifferent: '日志与另存的末尾标记不是同一段历史：日志可能被换成了别的。',
    copyStates: {
      incomplete: '工作副本不完整，而日志已损坏，不能据以重建。',
      unreadable: '工作副本读不出来。下次打开时会按日志重建。',
      missing: '没有工作副本。下次打开时会按日志重建。',
      'newer-version': '工作副本由更新版本的荣档写成，没有核对。',
      ahead: '工作副本比日志多。下次打开时会补写日志。',
      'other-archive': '工作副本属于另一份档案。下次打开时会另存，并按日志重建。',
      diverged: '工作副本与日志不是同一段历史。下次打开时会另存，并按日志重建。',
    },
    recordDifferent: (what: 'changed' | 'missing' | 'unexpected', id: string) =>
      `工作副本的记录 ${id} ${{ changed: '与日志不同', missing: '缺失', unexpected: '在日志里没有' }[what]}。`,
    historyDifferent: (count: number) => `工作副本的改动历史有 ${count} 次与日志不同。可用 rebuild 重建。`,
    attachmentMissing: (name: string) => `附件“${name}”的文件不见了。`,
  },
  rebuilt: (changeSets: number) => `已按日志的 ${changeSets} 次改动重新建立工作副本。`,
  health: {
    words: {
      dataFolder: '数据文件夹',
      lastSave: '上次保存',
      journal: '日志',
      uncleanExits: '异常退出',
      fixity: '附件校验',
      free: '剩余空间',
    },
    journal: (lines: number, size: string, broken: { readonly file: string; readonly line: number } | null) =>
      broken ? `已损坏：${broken.file} 第 ${broken.line} 行` : `${lines} 次改动，${size}，完整`,
    uncleanExits: (count: number, last: string | null) =>
      last === null ? '没有' : `${count} 次，上一次是 ${last} 打开的`,
    fixity: ({ at, checked, problems }: { readonly at: string; readonly checked: number; readonly problems: number }) =>
      `${at}，${checked} 个文件，${problems === 0 ? '全部完整' : `${problems} 个有问题`}`,
  },
  fixity: {
    cancelled: '校验被取消，没有结果。',
    summary: (checked: number, size: string, problems: number, unreferenced: number) =>
      `校验了 ${checked} 个文件，共 ${size}：${problems === 0 ? '全部完整' : `${problems} 个有问题`}${unreferenced === 0 ? '' : `；另有 ${unreferenced} 个文件没有记录用到`}。`,
    kinds: { missing: '文件不见了', changed: '内容被改动或损坏', unreadable: '读不出来' },
  },
  listed: (count: number) => `共 ${count} 条`,
  found: (total: number, shown: number, ms: string) => `找到 ${total} 条，显示 ${shown} 条，用时 ${ms} 毫秒`,
  near: (total: number, shown: number) =>
    `没有照原样找到的。下面是相近的 ${total} 条，显示 ${shown} 条，可能有字写得不同：`,
  correction: ({ typed, found }: { readonly typed: string; readonly found: string }) => `  “${typed}”→“${found}”`,
  exported: (file: string, entries: number) => `已导出 ${entries} 条记录：${file}`,
  omittedUndated: (count: number) => `另有 ${count} 条记录年份不详，没有收入；加 --undated 可附在书末。`,
  answer: {
    unknownUnit: (name: string) => `没有叫“${name}”的单位。可用 units --find 按名称查找。`,
    ambiguousUnit: (name: string, bearers: readonly string[]) =>
      `有 ${bearers.length} 个单位叫“${name}”，请用编号指明：${bearers.join('；')}`,
    badLevel: (word: string, levels: string) => `--level 应为 ${levels}，几个用逗号隔开，不是“${word}”。`,
    badChoice: (option: string, value: string, choices: string) => `--${option} 应为 ${choices} 之一，不是“${value}”。`,
  },
  units: {
    onlyMerge: (what: string) => `units 后面只能是 merge，不能是“${what}”。按名称查找请用 --find。`,
    badDate: (text: string) => `--on 应为日期，如 2019.3 或 2019年3月5日，不是“${text}”。`,
    mergeArguments: '要保留的单位编号和至少一个要并入的单位编号',
    mergeLabel: (merged: readonly string[], kept: string) =>
      `合并登记：${merged.map((name) => `“${name}”`).join('、')}并入“${kept}”`,
    rewritten: (count: number) => `，改动了 ${count} 条相关记录。`,
    withItself: '单位不能与自己合并。',
    parentCycle: (name: string) => `没有合并：合并后“${name}”会成为自己的上级。请先改正上级单位。`,
    honors: (own: number, all: number) => (own === all ? `荣誉 ${own}` : `荣誉 ${own}（含前身 ${all}）`),
  },
} as const;
