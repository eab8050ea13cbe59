import type { SavedFile } from '#contract/file-contract';

type SaveFailure = Extract<SavedFile, { ok: false }>['code'];

/** What is said of files that the window has made. */
export const fileMessages = {
  open: '打开',
  reveal: '在文件夹中显示',
  cannotOpen: '没有找到能打开这种文件的程序，请在文件夹中查看这个文件。',
  saveFailed: {
    'no-space': '文件没有写出：磁盘已满。腾出空间后可以再试一次，原有文件没有改动。',
    'not-writable': '文件没有写出：这个位置不能写入，请换一个位置。原有文件没有改动。',
    'in-use': '文件没有写出：它正被另一个程序（如 Word、Excel 或 WPS）打开。关闭后再试，原有文件没有改动。',
    failed: '文件没有写出，请换一个位置再试。原有文件没有改动。',
  } satisfies Record<SaveFailure, string>,
  failedUnexpectedly: (detail: string) => `程序内部出错：${detail}`,
} as const;
