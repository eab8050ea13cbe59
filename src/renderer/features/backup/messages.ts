/** What the window says of backups that it makes by itself. */
export const messages = {
  upgradeTitle: '升级前的备份没有做成',
  upgradeAgain: '档案已照常打开；下次打开时会再做一次。',
  rehearsalTitle: '备份演练没有通过',
  rehearsalFailed: (path: string) =>
    `每月一次的自动演练发现这份备份恢复不了，不能依靠它：${path}。现有档案没有变化，请现在重新做一份备份并演练。`,
  warningTitle: '今天的自动备份没有做成',
  notCopiedTitle: '今天没有备份到第二处',
  copied: '今天的完整备份已自动存到第二处，并逐字节核对。',
} as const;
