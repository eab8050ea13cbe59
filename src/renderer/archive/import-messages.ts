import type { TwinReason } from '#domain/import/import-plan';
import type { ImportConcern, ImportProblem } from '#domain/import/import-row';
import type { SourceFormat } from '#domain/import/source-book';
import type { ReadResult } from '../workers/read-messages.ts';
import { fieldLabel } from './field-labels.ts';
import { noticeHint, problemHint } from './problem-messages.ts';

type ReadProblem = Extract<ReadResult, { readonly ok: false }>['error'];
type ReadNotice = Extract<ReadResult, { readonly ok: true }>['value']['notices'][number];
type ForeignKind = Extract<ReadProblem, { readonly code: 'not-a-ledger' }>['kind'];

const FORMAT_NAMES: Readonly<Record<SourceFormat, string>> = {
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97-2003 工作簿（.xls）',
  ods: 'ODS 表格',
  csv: '文本表格（CSV）',
  docx: 'Word 文档（.docx）',
  pasted: '粘贴的内容',
};

const FOREIGN: Readonly<Record<ForeignKind, string>> = {
  'word-97': '这是旧版 Word 文档（.doc）。请用 Word 或 WPS 打开，另存为 .docx 再导入',
  'excel-95': '这是 Excel 95 的文件。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入',
  'excel-binary': '这是二进制工作簿（.xlsb）。请另存为 .xlsx 再导入',
  'excel-xml-2003': '这是 Excel 2003 的 XML 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入',
  'office-other': '这是演示文稿或别的办公文件，里面没有台账',
  pdf: '这是 PDF，不能作为台账导入；可以把它作为附件附到记录上',
  picture: '这是图片，不能作为台账导入；可以把它作为附件附到记录上',
  archive: '这是压缩包。请先解压，再导入里面的文件',
  'rich-text': '这是 RTF 文档。请用 Word 或 WPS 打开，另存为 .docx 再导入',
  other: '认不出这是什么文件。能导入的是 .xlsx、.xls、.et、.ods、.csv、.txt 和 .docx',
};

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
const tenThousands = (count: number) => `${Math.round(count / 10_000)} 万`;

/** Why a file cannot be read, and what to do. The archive is as it was. */
export function describeReadProblem(problem: ReadProblem): string {
  return `${readProblemHint(problem)}。档案没有变化。`;
}

function readProblemHint(problem: ReadProblem): string {
  switch (problem.code) {
    case 'empty-file':
      return '这个文件是空的，一个字节也没有';
    case 'file-too-large':
      return `文件有 ${megabytes(problem.found)}，超过了 ${megabytes(problem.limit)}，没有读。请分成几个文件`;
    case 'unpacks-too-large':
      return '这个文件展开后大得不正常，可能是有意做成的“压缩炸弹”，没有读下去。请向给您文件的人核实';
    case 'too-many-parts':
      return `文件里的部件超过 ${tenThousands(problem.limit)} 个，不是正常的台账，没有读下去`;
    case 'too-many-cells':
      return `单元格超过 ${tenThousands(problem.limit)} 个，没有读下去。请删去表格里用不到的空行空列，或分成几个文件`;
    case 'too-many-characters':
      return `文字超过 ${tenThousands(problem.limit)} 字，没有读下去。请分成几个文件`;
    case 'password-protected':
      return '文件设了密码。请用 Excel 或 WPS 打开，去掉密码，另存之后再导入';
    case 'damaged':
      return '文件已损坏或不完整，读不出来。请重新复制或下载一份，或用 Excel、WPS 打开后另存再试';
    case 'unsafe-markup':
      return '文件里有办公软件不会写的外部引用，可能是有意做成的，没有读下去。请向给您文件的人核实';
    case 'web-page':
      return '这是一个网页，里面没有表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入';
    case 'unknown-encoding':
      return '文字的编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入';
    case 'not-a-ledger':
      return FOREIGN[problem.kind];
    case 'no-content':
      return '文件读出来了，但里面没有内容';
  }
}

/** What a person should know about a file that was read all the same. */
export function describeReadNotice(notice: ReadNotice): string {
  switch (notice.code) {
    case 'wrong-ending':
      return `文件名以 .${notice.ending} 结尾，实际是${FORMAT_NAMES[notice.format]}，按实际内容读取`;
    case 'web-page-tables':
      return '这其实是存成表格的网页：读了其中的表格，数字按显示的样子读取';
    case 'encoding-detected':
      return `文字编码判断为 ${notice.encoding.toUpperCase()}，如有乱码请另存为 .xlsx 再导入`;
    case 'cells-cleaned':
      return `${notice.count} 个单元格里去掉了看不见的控制字符或残缺字符`;
    case 'formulas-left-out':
      return '公式太多或太长，只读了它们的结果';
  }
}

/** Why a row cannot be imported as it is, with its field and the text that stands there. */
export function describeImportProblem(problem: ImportProblem): string {
  const stands = problem.text === '' ? '' : `（原文“${shorten(problem.text)}”）`;
  return `${placeName(problem.field)}${importProblemHint(problem)}${stands}`;
}

function importProblemHint({ code, field, limit }: ImportProblem): string {
  switch (code) {
    case 'two-digit-year':
      return '年份只有两位，看不出是哪一年，请写全四位';
    case 'error-value':
      return '单元格里是公式的错误值，请在原表里改好';
    default:
      return problemHint({ code, field, ...(limit === undefined ? {} : { limit }) });
  }
}

/** What a person should look at although the row can be imported. */
export function describeImportConcern(concern: ImportConcern): string {
  return `${placeName(concern.field)}${importConcernHint(concern)}`;
}

function importConcernHint({ code, field, text, value }: ImportConcern): string {
  switch (code) {
    case 'ambiguous-month':
      return `“${text}”也可能是 ${value}，请核对月份`;
    case 'shown-differs-from-stored':
      return `显示为“${text}”，单元格里存的是“${value}”，按显示的读取`;
    case 'serial-number':
      return `“${text}”是日期序号，读作 ${value}`;
    case 'digits-run-together':
      return `“${text}”读作 ${value}`;
    case 'year-from-context':
      return `没有写年份，取自标题、工作表或文件名的 ${value} 年`;
    case 'year-clash':
      return `写的是“${text}”，与所在标题、工作表或文件的 ${value} 年不一致`;
    case 'level-clash':
      return `写的是“${text}”，与所在小标题的“${value}”不一致`;
    case 'unit-from-context':
      return `没有写单位，取自上下文的“${value}”`;
    case 'title-from-section':
      return `没有写名称，取自小标题“${value}”`;
    case 'title-completed':
      return `名称补全为“${value}”`;
    case 'recipients-incomplete':
      return value === '0' ? '写着“等”，没有列全' : `没有列全，原文说共 ${value} 个`;
    case 'same-as-above':
      return `“${text}”按上一行读作“${value}”`;
    case 'mixed-recipients':
      return '既有单位又有个人，请核对';
    case 'missing-date':
      return '没有写，按“不详”保存';
    case 'missing-recipients':
      return '没有写，请补充';
    case 'inexact-number':
      return `“${text}”不是准确的数，请核对`;
    case 'kept-in-note':
      return `“${shorten(text)}”放不进这一项，保留在备注里`;
    case 'edited-since-import':
      return '与档案里的不一样：上次导入之后有人改过，保留档案里的内容';
    default:
      return noticeHint({ code, field });
  }
}

/** What `body` says, `name` says better. */
type ToldReason = Omit<TwinReason, 'body'>;

const AGREEMENTS: Readonly<{ [K in keyof ToldReason]: Readonly<Partial<Record<ToldReason[K], string>>> }> = {
  file: { same: '由同名文件的这张表导入，现在表里没有这一条了' },
  title: {
    other: '名称不同',
    same: '名称相同',
    marks: '名称只差标点或空格',
    contains: '名称一个包含另一个',
    similar: '名称相近',
  },
  year: { same: '年份相同', other: '年份不同' },
  ordinal: { same: '届次、期次相同', other: '届次、期次不同' },
  date: { same: '时间相同', vaguer: '时间一个较笼统', other: '时间不同' },
  name: {
    same: '受奖者或责任单位相同',
    variant: '单位写法不同',
    slip: '单位名称疑有错字',
    part: '单位只有一部分相同',
    other: '受奖者或责任单位不同',
  },
};

/** Why two records may be the same, in words, the strongest first. */
export function describeTwinReason(reason: TwinReason): readonly string[] {
  const keys = ['file', 'title', 'date', 'name', 'year', 'ordinal'] as const;
  return keys.flatMap((key) => {
    const words: Readonly<Partial<Record<string, string>>> = AGREEMENTS[key];
    return words[reason[key]] ?? [];
  });
}

/** Where an imported record came from, as its page and its history say. */
export function describeOrigin(file: string, sheet: string, row: number): string {
  return sheet === '' ? `由《${file}》第 ${row} 段导入` : `由《${file}》“${sheet}”第 ${row} 行导入`;
}

function placeName(field: string): string {
  return field === '' ? '' : `${fieldLabel(field.split('.')[0] ?? field)}：`;
}

const SHOWN = 60;

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}……` : text;
}
