/** What the command line says. */
export const messages = {
  usage: `用法：npm run rongdang -- <命令> [--data 文件夹] [--json]

  sample                                    载入示例：种子报道里的单位、方案、活动和荣誉
  add --kind honor|plan|activity --file 文件.json|-
                                            新增一条记录（“-”表示从标准输入读）
  get 编号                                  取出一条记录
  list --kind honor|plan|activity|unit [--year 年份]
                                            列出记录
  search 文字 [--kind 类型] [--year 年份] [--limit 条数]
                                            查找包含这些文字的记录
  export yearbook --year 年份 --out 文件.docx [--undated] [--title 书名] [--editor 编纂单位]
                                            导出 Word 年鉴；--undated 把日期待考的记录附在书末

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
  badLimit: (limit: string) => `--limit 应为 1 至 1000 之间的整数，不是“${limit}”。`,
  badJson: (detail: string) => `输入不是有效的 JSON：${detail}`,
  notFound: (id: string) => `没有编号为 ${id} 的记录。`,
  onlyYearbook: (what: string) => `export 目前能导出 yearbook，不能导出“${what}”。`,
  badDocument: (detail: string) => `年鉴的选项有误：${detail}`,
  documentFailed: (detail: string) => `年鉴没有生成：${detail}`,
  saveFailed: {
    'no-space': '文件没有写出：磁盘已满。原有文件没有改动。',
    'not-writable': '文件没有写出：这个位置不存在或不能写入。',
    'in-use': '文件没有写出：它正被另一个程序（如 Word 或 WPS）打开。原有文件没有改动。',
    failed: '文件没有写出。原有文件没有改动。',
    cancelled: '已取消，没有写出文件。',
  },
  journalDamaged: (file: string, line: number) =>
    `日志 ${file} 第 ${line} 行与写入时不一致，程序没有读写任何内容。请先备份整个数据文件夹，再从备份恢复。`,
  newerFormat: '这份档案由更新版本的荣档写成，本版本不能打开；内容没有改动。请安装新版本。',
  openingFailed: (detail: string) => `档案没有打开：${detail}`,
  fault: (detail: string) => `程序内部出错：${detail}`,
  sampleLabel: '示例记录',
  sampleLoaded: (added: number, total: number) =>
    added === 0 ? `示例记录已经在档案里，共 ${total} 条，没有重复载入。` : `已载入 ${added} 条示例记录。`,
  added: (title: string, id: string) => `已保存：${title}（${id}）`,
  listed: (count: number) => `共 ${count} 条`,
  found: (total: number, shown: number, ms: string) => `找到 ${total} 条，显示 ${shown} 条，用时 ${ms} 毫秒`,
  exported: (file: string, entries: number) => `已导出 ${entries} 条记录：${file}`,
  omittedUndated: (count: number) => `另有 ${count} 条记录年份不详，没有收入；加 --undated 可附在书末。`,
} as const;
