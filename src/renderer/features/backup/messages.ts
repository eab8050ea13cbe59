/** What the window says of backups that it makes by itself. */
export const messages = {
  warningTitle: '今天的自动备份没有做成',
} as const;
