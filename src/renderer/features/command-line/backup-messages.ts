import type { RecordDifferences } from '#domain/backup/compare-records';

/** What the commands about backups say. */
export const backupCommandMessages = {
  file: '备份文件',
  made: (path: string, size: string, hasAttachments: boolean) =>
    `已备份到 ${path}（${size}${hasAttachments ? '' : '，不含附件'}），写出后已逐字节核对。`,
  withoutAttachments: '数据文件夹里的备份不含附件；要一份完整的备份请用 --out 写到别的磁盘。',
  oneTarget: '--out 和 --to 只能给一个：--out 写成一个文件，--to 存进一个文件夹（附件几份备份共用）。什么都没有写。',
  away: '备份没有做成：--to 的文件夹现在不在（U 盘没插上，或共享盘断开了）。没有留下半份备份，已保存的记录都在。插上后再试，已经存好的附件不用再存。',
  cancelledInPlace: '备份已取消，没有留下半份备份。已经存好的附件留在那里，下次从这里继续。',
  recordsOnly: '备份的记录和日志完整，附件不全。',
  sealed: '备份已加密。口令无法找回：忘记口令，这份备份就再也打不开。',
  isSealed: '（已加密）',
  sealedNeedsOut: '只有用 --out 写到别处的备份可以加密。没有做备份，档案没有变化。',
  sealedIsNoZip:
    '加密的备份不是 zip 文件，别的程序打不开。请给 --out 换一个扩展名，例如 .rongdang。没有做备份，档案没有变化。',
  givePassphrase: '请用 --backup-passphrase-file 文件（“-”表示从标准输入读）给出口令。',
  nothingToOpen: '没有给出备份文件，用不上备份口令。什么都没有改动。',
  removed: (count: number) => `较早的备份按轮换规则删去 ${count} 份。`,
  whole: (madeAt: string) => `备份完整：制作于 ${madeAt}，全部内容与校验值相符。`,
  preview: (madeAt: string) => `这份备份制作于 ${madeAt}。`,
  changes: (kind: string, { added, changed, gone }: RecordDifferences) =>
    `  ${kind}：增加 ${added}，改变 ${changed}，减少 ${gone}`,
  noChanges: '与现有档案的记录完全相同。',
  wouldChange: '恢复后，现有档案的记录会有这些变化：',
  addYes: '还没有恢复。确认要恢复时加上 --yes；恢复前会先自动备份一次现有档案。',
  otherArchive: '注意：这份备份属于另一份档案，恢复后现有档案的记录都会被换掉。',
  noSafetyBackup: (why: string) => `没有恢复，因为恢复前的备份没有做成。${why}`,
  restoredInto: (folder: string) => `已恢复到 ${folder}，用 --data 指定这个文件夹即可打开。`,
  overDamage: (line: number, newer: number) =>
    `现有档案的日志从第 ${line} 行起有损坏，打不开，所以不能先比较，也不能先备份。` +
    (newer > 0 ? `备份之后、损坏之前还有 ${newer} 次完好的改动，恢复后的档案里没有它们。` : ''),
  addYesOverDamage:
    '还没有恢复。确认要用这份备份换下损坏的日志时加上 --yes；损坏的日志会原样留在 set-aside 文件夹里，什么都不会删掉。',
  readyOverDamage:
    '恢复已准备好，下一次打开档案时换上（窗口或任何命令都可以）。损坏的日志会原样留在 set-aside 文件夹里，其中备份之后的改动可以据此补登。',
  badDay: (day: string) => `--as-of 要写成一个存在的日期，例如 2026-11-30；“${day}”不是。什么都没有写。`,
  asOfBeside: '恢复到某一天时要用 --into 给一个空文件夹；现有档案不会改动，可先在那里查看。',
  presentDamaged: '现有档案的日志有损坏，不能按日期恢复。请在命令里给出一份备份文件。现有档案没有变化。',
  nothingYet: (day: string) => `${day} 结束时这份档案还没有任何改动，没有可恢复的内容。什么都没有写。`,
  restoredAsOf: (found: {
    readonly folder: string;
    readonly day: string;
    readonly sequence: number;
    readonly total: number;
    readonly records: number;
    readonly at: string;
  }) =>
    `已把 ${found.day} 结束时的档案恢复到 ${found.folder}：${found.total} 次改动中的前 ${found.sequence} 次` +
    `（最后一次在 ${found.at}），${found.records} 条记录（含回收站和登记用的记录）。` +
    '现有档案没有变化；用 --data 指定这个文件夹即可打开。',
  ready: (safety: string) =>
    `恢复已准备好，下一次打开档案时换上（窗口或任何命令都可以）。现有档案已备份到 ${safety}，原来的日志也会留在 set-aside 文件夹里。`,
  newerRecords: '这份备份里的记录由较新版本的荣档制作，这个版本读不了。请先安装新版本的荣档再恢复。现有档案没有变化。',
  good: '演练通过：已在临时文件夹里恢复并打开，每条记录和每个附件都与备份一致。',
  failed: (detail: string) => `演练没有通过，这份备份不能放心使用，请重新做一份备份。现有档案没有变化。\n${detail}`,
  none: '还没有做过备份。',
} as const;
