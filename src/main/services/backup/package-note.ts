import type { PackageDescription } from './package-description.ts';

/** The page that lies in each package for whoever finds it without the program. */
export function packageNote({ madeAt, attachments }: Pick<PackageDescription, 'madeAt' | 'attachments'>): string {
  const isComplete = attachments === 'included';
  return `这是“荣档”（Rongdang）在 ${madeAt} 做的一份档案备份。没有荣档也可以读：

  records/     全部记录，每类一个文件，每行一条（JSON，UTF-8），用记事本或任何编程语言都能打开
  journal/     改动日志：从建档起的每一次改动，每行一次；每行含前一行的 SHA-256，前后相连。它是档案的依据
  attachments/ ${isComplete ? '附件原件，文件名是内容的 SHA-256；原来的名称在 records/attachment.jsonl 里（字段 sha256 和 name）' : '这份备份不含附件；附件在数据文件夹的 attachments 里'}

  exports.jsonl、settings.json 是导出过的文档清单和设置，没有它们记录也完整

上一级文件夹里的 manifest-sha256.txt 列出每个文件的 SHA-256，可用 sha256sum -c 核对（BagIt，RFC 8493）。
要恢复：用荣档的“恢复”；或把 journal 和 attachments 两个文件夹复制到一个空的数据文件夹里，再用荣档打开它。

This is a backup of a Rongdang archive. It is a BagIt bag (RFC 8493) in a zip file and can be read without Rongdang.
  records/     every record, one JSON object per line, one file for each kind
  journal/     every change ever made, one JSON object per line, chained by SHA-256; the archive's truth
  attachments/ ${isComplete ? 'the files, named by the SHA-256 of their bytes; see records/attachment.jsonl for their own names' : 'not included in this backup'}
  exports.jsonl, settings.json  which documents were exported, and the settings; records are complete without them
To restore it by hand, copy journal and attachments into an empty data folder and open that folder with Rongdang.
`;
}
