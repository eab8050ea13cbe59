import type { PackageDescription } from './package-description.ts';

const ATTACHMENT_WORDS: Readonly<
  Record<PackageDescription['attachments'], { readonly zh: string; readonly en: string }>
> = {
  included: {
    zh: '附件原件，文件名是内容的 SHA-256；原来的名称在 records/attachment.jsonl 里（字段 sha256 和 name）',
    en: 'the files, named by the SHA-256 of their bytes; see records/attachment.jsonl for their own names',
  },
  'left-out': {
    zh: '这份备份不含附件；附件在数据文件夹的 attachments 里',
    en: 'not included in this backup',
  },
  pooled: {
    zh: '附件原件在这个 zip 文件旁边的“附件”文件夹里，几份备份共用，fetch.txt 列出属于这份的；手工恢复时把它们复制到这里',
    en: 'the files are in the folder 附件 beside this zip file, shared by several backups; fetch.txt lists them; copy them here',
  },
};

/** The page that lies in the folder of attachments beside packages, for whoever wonders what it is. */
export const POOL_NOTE_FILE = '说明.txt';
export const POOL_NOTE = `这个文件夹是旁边那些荣档备份（zip 文件）的附件，每个附件只存一份，几份备份共用。
请不要改名、移动或删除里面的文件；要把备份复制到别处，请把 zip 文件和这个文件夹一起复制。
文件名是内容的 SHA-256；原来的名称在备份里的 records/attachment.jsonl 中（字段 sha256 和 name）。

These are the attachments of the Rongdang backups (zip files) beside this folder, each once, named by the SHA-256 of its
bytes. Keep the folder together with them: a backup copied without it has no attachments.
`;

/** The page that lies in each package for whoever finds it without the program. */
export function packageNote({ madeAt, attachments }: Pick<PackageDescription, 'madeAt' | 'attachments'>): string {
  const words = ATTACHMENT_WORDS[attachments];
  return `这是“荣档”（Rongdang）在 ${madeAt} 做的一份档案备份。没有荣档也可以读：

  records/     全部记录，每类一个文件，每行一条（JSON，UTF-8），用记事本或任何编程语言都能打开
  journal/     改动日志：从建档起的每一次改动，每行一次；每行含前一行的 SHA-256，前后相连。它是档案的依据
  attachments/ ${words.zh}

  exports.jsonl、settings.json 是导出过的文档清单和设置，没有它们记录也完整

上一级文件夹里的 manifest-sha256.txt 列出每个文件的 SHA-256，可用 sha256sum -c 核对（BagIt，RFC 8493）。
要恢复：用荣档的“恢复”；或把 journal 和 attachments 两个文件夹复制到一个空的数据文件夹里，再用荣档打开它。

This is a backup of a Rongdang archive. It is a BagIt bag (RFC 8493) in a zip file and can be read without Rongdang.
  records/     every record, one JSON object per line, one file for each kind
  journal/     every change ever made, one JSON object per line, chained by SHA-256; the archive's truth
  attachments/ ${words.en}
  exports.jsonl, settings.json  which documents were exported, and the settings; records are complete without them
To restore it by hand, copy journal and attachments into an empty data folder and open that folder with Rongdang.
`;
}
