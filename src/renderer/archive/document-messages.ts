import type { DocumentCheck, DocumentCheckCode } from '#domain/document/document-check';
import type { MissingPicture } from '../workers/document-messages.ts';

/** What each check says when all is well, and when it is not. */
const CHECKS: Readonly<Record<DocumentCheckCode, { readonly passed: string; readonly failed: string }>> = {
  package: { passed: '文件能打开，各部分完整', failed: '文件不完整' },
  complete: { passed: '所选记录都在文件里', failed: '有记录没有写进文件' },
  unrepeated: { passed: '每条记录只出现一次', failed: '有记录重复，或收入了没有选的记录' },
  characters: { passed: '没有 Word 不能识别的字符', failed: '有 Word 不能识别的字符' },
  styles: { passed: '用到的样式都有定义', failed: '有样式没有定义' },
  fonts: { passed: '字体字号符合公文格式', failed: '字体字号与公文格式不符' },
  references: { passed: '书签和引用都对得上', failed: '有书签或引用对不上' },
  contents: { passed: '目录与各章标题一致', failed: '目录与各章标题不一致' },
  pictures: { passed: '图片齐全，没有损坏', failed: '图片不全或有损坏' },
  charts: { passed: '统计图与表中数字一致', failed: '统计图与表中数字不一致' },
};

const MISSING: Readonly<Record<MissingPicture['reason'], string>> = {
  missing: '原文件不在附件库里',
  broken: '图片损坏，无法打开',
  unsupported: '这种格式不能印进 Word（请另附 JPEG 或 PNG）',
  'too-large': '图片太大，无法处理',
};
const MOST_NAMED = 10;

/** What is said of Word documents in the window and on the command line. */
export const documentMessages = {
  check: ({ code, ok, detail }: DocumentCheck) =>
    ok ? CHECKS[code].passed : `${CHECKS[code].failed}${detail === '' ? '' : `：${detail}`}`,
  missingPictures: (missing: readonly MissingPicture[]) => {
    const named = missing.slice(0, MOST_NAMED).map(({ name, reason }) => `${name}（${MISSING[reason]}）`);
    const more = missing.length > MOST_NAMED ? '等' : '';
    return `有 ${missing.length} 幅图片没有印出，原处写了图片名：${named.join('、')}${more}。`;
  },
  allPassed: (count: number) => `文件已重新读过一遍，${count} 项检查全部通过`,
  someFailed: (count: number) => `文件已写出，但有 ${count} 项检查没有通过，请不要直接上报`,
} as const;
