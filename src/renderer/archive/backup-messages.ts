import type { ResponseOf } from '#contract/archive-contract';
import type { ListedBackup, PackageSummary } from '#contract/backup-contract';
import type { BackupFailureCode, BackupReason } from './make-backup.ts';
import type { LackingFile } from './name-lacking.ts';

type PackageFailureCode = Extract<
  ResponseOf<'package:open' | 'package:unlock' | 'package:records' | 'package:restore' | 'package:rehearse'>,
  { ok: false }
>['code'];

const UNTOUCHED = '现有档案没有变化。';

const REASONS: Readonly<Record<BackupReason | 'before-upgrade', string>> = {
  asked: '手动',
  daily: '每日自动',
  'before-import': '导入前',
  'before-restore': '恢复前',
  'before-upgrade': '升级前',
  'second-place': '第二处',
};

const MOST_LISTED = 20;

function listed(files: readonly LackingFile[]): string {
  const names = files.slice(0, MOST_LISTED).map(({ name }) => `“${name}”`);
  return `${names.join('、')}${files.length > MOST_LISTED ? ' 等' : ''}`;
}

/** What is said of backups, wherever they are made, checked or restored. */
export const backupMessages = {
  notMade: {
    busy: '备份没有做：另一项备份或恢复正在进行，等它结束后再试。现有档案没有变化。',
    'out-of-step': '备份没有做：正在备份时档案有了新的改动，请再试一次。已保存的记录都在。',
    'unknown-token': '备份没有做完，请再试一次。已保存的记录都在。',
    'source-changed': '备份没有做：有附件在备份时被别的程序改动。请先做“附件校验”，再试一次。已保存的记录都在。',
    missing: '备份没有做成：写出的文件在核对时不见了，U 盘或共享盘可能已断开。重新连接后再试，已保存的记录都在。',
    unreadable: '备份没有做成：写出的文件读不回来，请换一个位置再试。已保存的记录都在。',
    'not-a-package': '备份没有做成：写出的文件核对不上，请换一个位置再试。已保存的记录都在。',
    'newer-package': '备份没有做成：写出的文件核对不上，请换一个位置再试。已保存的记录都在。',
    damaged: '备份没有做成：写出的文件核对不上，磁盘可能有问题，请换一个位置再试。已保存的记录都在。',
    hostile: '备份没有做成：写出的文件核对不上，请换一个位置再试。已保存的记录都在。',
    cancelled: '备份已取消，没有留下文件。',
    'too-large':
      '备份没有做成：这个磁盘放不下超过 4 GB 的单个文件（多半是 FAT32 格式的 U 盘）。没有留下半个文件，已保存的记录都在。请把它选作“第二处备份”（命令行用 backup --to 文件夹）：附件在那里逐个存放，不受这个限制。',
    'inside-data-folder':
      '备份没有做：这个文件夹在数据文件夹里面，数据文件夹坏了，备份也会一起丢。请给 U 盘、共享盘或另一块磁盘上的文件夹。',
    'no-space': '备份没有做成：磁盘已满。腾出空间或换一个位置再试，没有留下半个文件，已保存的记录都在。',
    'not-writable': '备份没有做成：这个位置不能写入，请换一个位置。已保存的记录都在。',
    'in-use': '备份没有做成：文件正被另一个程序使用，关闭后再试。已保存的记录都在。',
    failed: '备份没有做成：写不进去，U 盘或共享盘可能已断开。重新连接后再试，已保存的记录都在。',
  } satisfies Readonly<Record<BackupFailureCode, string>>,
  packageFailed: {
    busy: `另一项备份或恢复正在进行，等它结束后再试。${UNTOUCHED}`,
    'unknown-token': `备份文件已经关闭，请重新打开。${UNTOUCHED}`,
    missing: `没有找到这个备份文件。请检查路径，或重新插上 U 盘再试。${UNTOUCHED}`,
    unreadable: `读不了这个备份文件：磁盘或 U 盘出错，或没有权限。请换一份备份再试。${UNTOUCHED}`,
    'not-a-package': `这不是荣档的备份文件，或文件不完整（例如没有复制完）。请换一份备份。${UNTOUCHED}`,
    'newer-package': `这份备份由较新版本的荣档制作，这个版本读不了。请先安装新版本的荣档再恢复。${UNTOUCHED}`,
    damaged: `这份备份已损坏，与制作时的校验值不符，不能使用。请换一份备份。${UNTOUCHED}`,
    'needs-passphrase': `这份备份已加密，要输入做备份时设的口令才能打开。${UNTOUCHED}`,
    'wrong-passphrase': `口令不对，备份没有打开。口令无法找回；请检查大小写和输入法后再试。${UNTOUCHED}`,
    hostile: `这个文件里有备份不该有的内容（可能被人改动过），已拒绝使用。请换一份可靠的备份。${UNTOUCHED}`,
    cancelled: `已取消。${UNTOUCHED}`,
    'not-empty': '要恢复到的文件夹不是空的，什么都没有写。请给一个空文件夹或新文件夹。',
    'no-space': `磁盘已满，没有恢复。腾出空间后再试。${UNTOUCHED}`,
    'not-writable': `要恢复到的位置不能写入，没有恢复。请换一个位置。${UNTOUCHED}`,
    'in-use': `有文件正被另一个程序使用，没有恢复。关闭后再试。${UNTOUCHED}`,
    failed: `写入时出错，没有恢复。请检查磁盘后再试。${UNTOUCHED}`,
  } satisfies Readonly<Record<PackageFailureCode, string>>,
  reason: (reason: string): string =>
    Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : reason,
  madeAt: (instant: string): string => new Date(instant).toLocaleString('zh-CN', { hour12: false }),
  contents: ({ records, attachmentFiles, attachments, head }: PackageSummary): string => {
    if (Object.keys(records).length === 0) return `只有改动日志，${head.sequence} 次改动，不含附件`;
    const total = Object.values(records).reduce((sum, count) => sum + count, 0);
    const files = attachments === 'left-out' ? '不含附件' : `${attachmentFiles} 个附件`;
    return `${total} 条记录（含回收站和登记用的记录），${head.sequence} 次改动，${files}`;
  },
  state: {
    good: '演练通过',
    unproven: '未演练',
    failed: '演练未通过',
    missing: '文件不在原处',
  } satisfies Readonly<Record<ListedBackup['state'], string>>,
  pool: (copied: number, size: string, known: number): string =>
    `附件：这次新存 ${copied} 个（${size}），那里已有 ${known} 个，没有重复复制。`,
  /** Of a package without the attachments beside it; nothing when none are lacking. */
  lacking: (files: readonly LackingFile[]): readonly string[] => {
    const missing = files.filter(({ why }) => why === 'missing');
    const changed = files.filter(({ why }) => why !== 'missing');
    return [
      ...(missing.length > 0
        ? [
            `没有找到 ${missing.length} 个附件：${listed(missing)}。这份备份的附件在它旁边的“附件”文件夹里，可能只复制了备份文件；请把那个文件夹一起放到备份文件旁边再试。`,
          ]
        : []),
      ...(changed.length > 0
        ? [
            `“附件”文件夹里有 ${changed.length} 个附件已经变化或读不出：${listed(changed)}。再备份一次，程序会从现有档案把它们重新存好。`,
          ]
        : []),
    ];
  },
  lackingAnyway: '备份里的记录和日志都完整。现在恢复，记录都会回来，只缺这些附件；现有档案里的附件都会留着。',
  damagedAttachments: (count: number): string =>
    `注意：有 ${count} 个附件在备份前就已损坏，备份里也是损坏的。请做“附件校验”查看是哪些。`,
} as const;
