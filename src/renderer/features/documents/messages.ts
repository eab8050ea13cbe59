import type { CompilationGrouping, HonorDetail } from '#domain/compilation/compilation-options';
import type { DocumentKind } from '#domain/documents/compose-document';
import type { EntryKind } from '#domain/records/record-base';
import type { YearbookChapter } from '#domain/yearbook/yearbook-options';
import type { DocumentStage } from '../../workers/document-messages.ts';

const STAGES: Readonly<Record<DocumentStage, string>> = {
  compose: '正在编排内容',
  pictures: '正在准备图片',
  render: '正在排版',
  pack: '正在打包文件',
  check: '正在检查写出的文件',
};

const NAMES: Readonly<Record<DocumentKind, string>> = { yearbook: '年鉴', honors: '荣誉汇编', chronicle: '大事记' };

export const messages = {
  title: '年鉴与汇编',
  kind: '文档',
  names: NAMES,
  intro: {
    yearbook:
      '按公文格式生成一年的 Word 年鉴：图片、目录、各章、统计图表、索引和页码，可直接打印或在 Word、WPS 里继续修改。',
    honors: '按公文格式生成几年的 Word 荣誉汇编：一项荣誉一条，按级别和年份或按单位编排，末尾有统计表。',
    chronicle: '按公文格式生成几年的 Word 大事记：一事一条，按年、月、日先后；日不详的在月末，月不详的在年末。',
  } satisfies Record<DocumentKind, string>,
  year: '年份',
  yearItem: (year: number, count: number) => `${year}年（${count} 条）`,
  from: '起始年份',
  to: '截止年份',
  plainYear: (year: number) => `${year}年`,
  bookTitle: '书名',
  editor: '编纂单位',
  unit: '单位',
  allUnits: '全部单位',
  unitHint: '含其前身',
  level: '级别',
  allLevels: '全部级别',
  honorLevel: '荣誉的级别',
  chapters: '章节',
  chapterNames: {
    pictures: '图片专辑',
    special: '特载',
    activities: '大事记',
    overview: '概况',
    plans: '工作方案',
    practices: '典型做法',
    honors: '荣誉',
    statistics: '统计资料',
    appendix: '附录',
    index: '索引',
  } satisfies Record<YearbookChapter, string>,
  perPage: '图片',
  perPageItem: (count: 1 | 2) => (count === 1 ? '每页一幅' : '每页两幅'),
  certificates: '附上本年荣誉的证书图片',
  special: '特载文字',
  overview: '概况文字',
  ownTextHint: (year: number) => `一行一段，随 ${year} 年保存；留空则不设这一章。`,
  textsOf: (year: number) => `${year}年年鉴文字`,
  chapterItem: (name: string, count: number) => `${name}（${count} 条）`,
  kinds: '收录',
  kindNames: { honor: '荣誉', plan: '工作方案', activity: '主题活动' } satisfies Record<EntryKind, string>,
  groupBy: '编排',
  groupings: { level: '按级别和年份', unit: '按获奖单位' } satisfies Record<CompilationGrouping, string>,
  details: '每条写明',
  detailNames: {
    date: '时间',
    awardedBy: '授予单位',
    recipients: '获奖单位或个人',
    documentNo: '文号',
    round: '届次',
    certificateNo: '证书编号',
    verification: '核实情况',
    statusEvents: '后续情况',
  } satisfies Record<HonorDetail, string>,
  unverified: (count: number) => `收入尚待核实的 ${count} 项`,
  undated: (count: number) => `把年份不详的 ${count} 条记录附在书末`,
  nothing: '这一年还没有记录，生成的年鉴各章为空。',
  nothingInScope: '这个范围里还没有记录，生成的文档没有内容。',
  willHold: (count: number) => `将收入 ${count} 条记录。`,
  start: (kind: DocumentKind) => `生成 Word ${NAMES[kind]}`,
  cancel: '取消',
  stage: (stage: DocumentStage, done: number, total: number) =>
    total > 1 ? `${STAGES[stage]}（${done}/${total}）` : STAGES[stage],
  fileName: (title: string, volume: string) => `${title}（${volume}）.docx`,
  done: (kind: DocumentKind) => `${NAMES[kind]}已生成`,
  doneBody: (entries: number, pictures: number, size: string) =>
    `收入 ${entries} 条记录${pictures > 0 ? `、${pictures} 幅图片` : ''}，文件 ${size}。`,
  omitted: (count: number) => `另有 ${count} 条年份不详的记录没有收入。`,
  cancelled: '已取消，没有写出文件',
  failed: (kind: DocumentKind) => `${NAMES[kind]}没有生成，已有文件没有改动`,
  badOptions: '书名或编纂单位不能用：去掉看不见的字符后不能为空，最多 60 个字。',
  needTitle: '请填写书名',
  needEditor: '请填写编纂单位',
  needChapter: '请至少选择一章',
  needKind: '请至少选择一类',
  kilobytes: (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`,
} as const;
