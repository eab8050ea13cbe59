import type { RebuildReason } from '#storage/open-archive';
import { KIND_NAMES } from '../components/kind-names.ts';

export const messages = {
  name: '荣档',
  navigation: {
    home: '首页',
    ledger: KIND_NAMES,
    search: '搜索',
    import: '导入',
    yearbook: '年鉴与汇编',
    answer: '答询',
    units: KIND_NAMES.unit,
    evidence: '证据',
    filing: '归档',
    bin: '回收站',
    rules: '规则',
    safety: '数据安全',
    settings: '设置',
  },
  navigationGroups: { ledgers: '台账', authorities: '名录', work: '整理', office: '系统' },
  mainNavigation: '主导航',
  commands: {
    screen: '页面',
    importRecords: '导入 JSON 记录文件',
    exportDocument: '导出年鉴、荣誉汇编或大事记',
    undo: '撤销',
    redo: '重做',
    lockNow: '立即锁定',
  },
  add: '新增',
  operator: {
    title: (name: string) => `操作人：${name}`,
    account: (account: string) => `电脑账户“${account}”`,
    add: '添加姓名……',
    notKept: '操作人没有存下：数据文件夹现在写不进去。这个窗口里的改动仍记这个姓名。',
    dialog: {
      title: '添加操作人',
      label: '姓名',
      hint: '以后的改动记这个姓名',
      ok: '添加',
      cancel: '取消',
    },
  },
  readOnly: {
    bySetting: '只读：记录不能新增、修改或删除，仍可查阅和导出。',
    byStart: '本次以只读方式启动：记录和设置都不能改动，仍可查阅和导出。',
    change: '在设置中关闭',
  },
  lockRemoved: {
    title: '口令已被移除：',
    body: '记着口令的 lock.json 不在数据文件夹里了，档案现在不需要口令，记录没有受影响。如果不是档案负责人移走的，请查明原因。',
    setAnew: '重新设口令',
    accept: '不再设口令',
    notKept: '没有记下：数据文件夹现在写不进去，下次打开时还会提醒。',
  },
  restartDue: {
    title: '加密还差一步：',
    body: '日志已经加密，磁盘上还留着加密之前的工作副本。重新打开荣档一次，它就去掉了。',
    restart: '现在重新打开',
  },
  searchPlaceholder: '搜索全部记录：名称、单位、文号、时间……',
  searchLabel: '搜索全部记录',
  keys: '快捷键（?）',
  switchToDark: '切换到深色',
  switchToLight: '切换到浅色',
  opening: '正在打开档案……',
  reconciled: {
    replayed: (count: number) => `上次没有正常退出，已从日志补回 ${count} 次改动，没有丢失记录。`,
    rejournaled: (count: number) => `日志缺少最近 ${count} 次改动，已由工作副本补全，没有丢失记录。`,
    rebuilt: (count: number, reason: RebuildReason) =>
      `${REBUILD_REASONS[reason]}，已按日志的 ${count} 次改动完整重建。`,
    salvaged: (count: number) =>
      `日志和改动历史都不完整，已用工作副本里现有的 ${count} 条记录重新建立日志。请核对最近的改动，并检查磁盘。`,
    aside: (path: string) => `重建前的内容另存在：${path}`,
    tornTail: (path: string) => `日志末尾有一行不完整，已取下另存在：${path}`,
  },
  restored: {
    title: '已从备份恢复',
    body: (madeAt: string, source: string) => `档案已恢复成 ${madeAt} 那份备份当时的样子（${source}）。`,
    back: (madeAt: string) => `要取回恢复以前的内容：打开“数据安全”，对 ${madeAt} 的“恢复前”备份点“恢复”。`,
    aside: '恢复以前的日志和工作副本留在数据文件夹的 set-aside 里。',
    look: '数据安全',
  },
  checking: {
    title: '正在核对记录',
    why: '上次没有正常退出（断电、死机或被强行结束）。正在逐条核对本机的工作副本与日志，核对完就打开，不需要做什么。',
    progress: (done: number, total: number) => `已核对 ${done} / ${total}`,
  },
  failed: {
    title: '档案没有打开',
    behind: (missing: number) =>
      `日志缺少最近 ${missing} 次已保存的改动：文件可能被截短，或者被换成了旧的。本机的工作副本里也没有这些改动。程序没有写任何内容。`,
    behindNext:
      '现有的记录都还在。如果日志文件（数据文件夹里的 journal 文件夹）被移动过或者被换过，请放回原处再点“重试”；也可以点“从备份恢复”。两者都没有时，才选择不要缺少的改动。',
    giveUp: '不要缺少的改动，打开现有的',
    giveUpTitle: (missing: number) => `不再找回这 ${missing} 次改动？`,
    giveUpBody: '打开以后只有日志里现有的改动。缺少的改动要靠备份或重新录入。建议先把整个数据文件夹复制一份。',
    giveUpConfirm: '打开现有的',
    back: '返回',
    rebuild: '从日志重建工作副本',
    damaged: (file: string, line: number) =>
      `日志文件 ${file} 的第 ${line} 行与写入时不一致，可能是磁盘损坏或文件被改动。程序没有读写任何内容。`,
    damagedNext:
      '这一行之前和之后的记录都还在文件里，没有改动。请先把整个数据文件夹复制一份保存，再点“从备份恢复”。不要编辑或删除日志文件。',
    newer: '这份档案由更新版本的荣档写成，本版本不能打开。内容没有改动。',
    newerNext: '请安装新版本的荣档后再打开。',
    unexpected: '打开档案时出错。日志里的记录没有改动。',
    unexpectedNext: '请关闭并重新打开荣档。如果仍然打不开，请复制下面的详细信息，联系技术人员。',
    unexpectedRebuild:
      '请点“重试”。如果仍然打不开，可以从日志重建工作副本：日志是完整的，重建不会丢失记录，现在的工作副本另存一份。',
    restore: '从备份恢复……',
    openFolder: '打开数据文件夹',
    retry: '重试',
    details: '详细信息',
  },
  crashed: {
    title: '这个页面出错了',
    body: '已保存的记录不受影响。可以重新载入页面继续工作。',
    reload: '重新载入',
  },
} as const;

const REBUILD_REASONS: Readonly<Record<RebuildReason, string>> = {
  empty: '本机的工作副本不见了',
  unreadable: '本机的工作副本已损坏',
  incomplete: '本机的工作副本缺少记录',
  diverged: '本机的工作副本与日志不一致',
  different: '上次没有正常退出，核对发现本机的工作副本里有记录与日志不同',
};
