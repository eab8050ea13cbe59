import type { TakeFailureCode } from './attach-run.ts';

/** What attaching files says wherever it is done: on a record's page, on the evidence board, on the command line. */
export const attachMessages = {
  attached: (files: number, title: string) => `已附上 ${files} 个文件：${title}`,
  attachedToMany: (files: number, records: number) => `已把 ${files} 个文件附到 ${records} 条记录`,
  label: (names: readonly string[]) =>
    names.length === 1 ? (names[0] ?? '') : `${names[0] ?? ''} 等 ${names.length} 个文件`,
  progress: (done: number, total: number) => `正在附上文件：${done} / ${total}`,
  bytes: (done: string, total: string) => `${done} / ${total}`,
  cancel: '取消',
  cancelling: '正在取消……',
  busy: '上一批文件还在处理，请等它完成或先取消。',
  reportTitle: '有些文件没有附上',
  noteTitle: '附上的文件里有这些情况',
  safe: '这条记录原有的内容和附件都没有变。',
  faultTitle: '附上文件时出错',
  fault: (detail: string) =>
    `没有得到结果，不能确定文件有没有附上。请看看记录里有没有，再决定要不要重做。详细信息：${detail}`,
  close: '知道了',
  repeated: (name: string, title: string) => `“${name}”：“${title}”已有内容完全相同的附件，没有重复附上。`,
  elsewhere: (name: string, titles: string) => `“${name}”：同一个文件也附在${titles}，已照常附上。`,
  stopped: (left: number) => `已取消，还有 ${left} 个文件没有开始。取消前附好的都保留着。`,
  folder: (name: string) => `“${name}”是文件夹。要附上整个文件夹，请到“证据”里选“整夹附上”。`,
  nothingDropped: '没有拿到文件。可以改用“添加附件”按钮选择文件。',
  failed: (name: string, code: TakeFailureCode) => `“${name}”：${FAILURES[code]}`,
  more: (count: number) => `……另有 ${count} 个`,
  tooMany: (most: number) => `一次最多附上 ${most} 个文件，只取了前 ${most} 个。`,
  unreadable: (count: number) => `有 ${count} 个文件或文件夹读不出来，没有列入。`,
} as const;

const FAILURES: Readonly<Record<TakeFailureCode, string>> = {
  empty: '文件是空的（0 字节），没有附上。可能是扫描或复制时出了错，请找到完整的文件再添加。',
  'unknown-token': '程序不再认得这个文件，请重新拖入或选择。',
  'source-missing': '文件不见了，可能被移走、改名，或者 U 盘、网络盘已断开。请找到文件后重新添加。',
  'source-unreadable': '文件读不出来，可能正被别的程序占用，或者没有读取权限。请关闭占用它的程序后重试。',
  'source-changed': '复制的时候文件还在被改动，没有附上。请等别的程序写完再添加。',
  'disk-full': '磁盘已满，没有附上。请腾出空间后重试。',
  'too-large': '文件太大，没有附上。单个文件最大 4 GB，粘贴的图片最大 64 MB。',
  cancelled: '已取消，没有附上。',
  'store-not-writable': '数据文件夹现在写不进去，没有附上。请检查磁盘或 U 盘后重试。',
};

const UNITS = ['字节', 'KB', 'MB', 'GB'] as const;

/** A size as people read it: 512 字节, 1.5 MB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[power] ?? ''}`;
}
