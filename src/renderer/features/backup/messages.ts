/** What the window says of backups that it makes by itself. */
export const messages = {
  upgradeTitle: '升级前的备份没有做成',
  upgradeAgain: '档案已照常打开；下次打开时会再做一次。',
  warningTitle: '今天的自动备份没有做成',
} as const;
