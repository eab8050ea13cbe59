import type { AttachmentRole } from '../vocabulary/attachment-terms.ts';

type RoleRule = { readonly pattern: RegExp; readonly role: AttachmentRole };

const MAX_LENGTH = 300;

/**
 * In order. The scene goes first: 颁发证书现场照片 shows people, 证书照片 a certificate. A decision typed with a word
 * processor is the text itself, not a scan of it.
 */
const RULES: readonly RoleRule[] = [
  { pattern: /现场|合影|合照|仪式|留影|活动照|活动图|活动剪影|会场|揭牌|颁奖照/, role: '活动照片' },
  { pattern: /证书|荣誉证|奖状|聘书|获奖证|证明/, role: '证书' },
  { pattern: /奖牌|牌匾|匾牌|奖杯|奖旗|锦旗|奖章|铜牌|牌子/, role: '奖牌照片' },
  { pattern: /正文|全文|原稿|定稿|送审稿|征求意见稿|印发稿/, role: '正文' },
  { pattern: /\.(?:docx?|wps|rtf|txt|ofd)$/, role: '正文' },
  {
    pattern: /扫描|文件|红头|通知|决定|通报|批复|批示|公告|公示|命名|函件|发文|印发|复印件|[〔[（(]\d{4}[〕\]）)]\d+号/,
    role: '文件扫描件',
  },
  { pattern: /照片|相片|摄影|合影|图片|活动/, role: '活动照片' },
];

/** Guesses an attachment's role from its file name; 其他 when the name says nothing, as camera names do. */
export function guessAttachmentRole(fileName: string): AttachmentRole {
  const name = fileName.normalize('NFKC').toLowerCase().replace(/\s+/gu, '').slice(-MAX_LENGTH);
  // 微信图片_20230504 is a name that a program gave: it may show anything.
  const words = name.replace(/微信图片|qq图片|微信截图/g, '');
  return RULES.find(({ pattern }) => pattern.test(words))?.role ?? '其他';
}
