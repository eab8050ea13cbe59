import type { DocumentStage } from '../../workers/document-messages.ts';
import type { YearbookChapter } from '#domain/yearbook/yearbook-options';

const STAGES: Readonly<Record<DocumentStage, string>> = {
  compose: '正在编排内容',
  render: '正在排版',
  pack: '正在打包文件',
  check: '正在检查写出的文件',
};

export const messages = {
  title: '年鉴',
  intro: '按公文格式生成一年的 Word 年鉴：封面、目录、各章和页码，可直接打印或在 Word、WPS 里继续修改。',
  year: '年份',
  yearItem: (year: number, count: number) => `${year}年（${count} 条）`,
  bookTitle: '书名',
  editor: '编纂单位',
  chapters: '章节',
  chapterNames: { plans: '工作方案', activities: '大事记', honors: '荣誉' } satisfies Record<YearbookChapter, string>,
  chapterItem: (name: string, count: number) => `${name}（${count} 条）`,
  undated: (count: number) => `把年份不详的 ${count} 条记录附在书末`,
  nothing: '这一年还没有记录，生成的年鉴各章为空。',
  start: '生成 Word 年鉴',
  cancel: '取消',
  stage: (stage: DocumentStage, done: number, total: number) =>
    total > 1 ? `${STAGES[stage]}（${done}/${total}）` : STAGES[stage],
  fileName: (title: string, year: number) => `${title}（${year}）.docx`,
  done: '年鉴已生成',
  doneBody: (entries: number, size: string) => `收入 ${entries} 条记录，文件 ${size}`,
  omitted: (count: number) => `另有 ${count} 条年份不详的记录没有收入。`,
  cancelled: '已取消，没有写出文件',
  failed: '年鉴没有生成，已有文件没有改动',
  badOptions: '书名或编纂单位不能用：去掉看不见的字符后不能为空，最多 60 个字。',
  needTitle: '请填写书名',
  needEditor: '请填写编纂单位',
  needChapter: '请至少选择一章',
  kilobytes: (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`,
} as const;
