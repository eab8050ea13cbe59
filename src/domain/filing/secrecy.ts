import { refuse, succeed, type Result } from '../result.ts';

/**
 * The entries that 密级 may have here. 无 is no marking: it is not called 公开, since a file without a marking has not
 * been released for that reason. 内部 is the marking of internal papers, which are no secrets in law.
 *
 * 绝密, 机密 and 秘密 are the degrees of state secrets (保守国家秘密法), which only approved systems may hold: they cannot be
 * chosen, not even to note that such a file exists. Work secrets (工作秘密) come under rules that this program cannot keep
 * either; the forms say that it takes neither.
 */
export const SECRECY_LEVELS = ['无', '内部'] as const;
export type Secrecy = (typeof SECRECY_LEVELS)[number];

/** `state-secret` and `work-secret` are to be answered with a warning: the file must be taken out of the program. */
export type SecrecyProblem = { readonly code: 'state-secret' | 'work-secret' | 'not-a-secrecy' };

const UNMARKED: ReadonlySet<string> = new Set(['', '无', '无密级', '公开', '非密', '非涉密', '不涉密', '普通']);
const INTERNAL: ReadonlySet<string> = new Set(['内部', '内部资料', '内部文件', '内部使用']);

/**
 * Reads a marking as typed or printed. Whatever may be a secret is refused as one: "机密★10年", "秘 密", a lone star.
 * A file that has been declassified is entered as 无.
 */
export function readSecrecy(input: string): Result<Secrecy, SecrecyProblem> {
  const text = input.normalize('NFKC').replace(/\s+/g, '');
  if (UNMARKED.has(text)) return succeed('无');
  if (INTERNAL.has(text)) return succeed('内部');
  const others = text.replace(/工作秘密|商业秘密/g, '');
  if (/绝密|机密|秘密|涉密|[★☆]/.test(others)) return refuse({ code: 'state-secret' });
  return refuse({ code: text.includes('工作秘密') ? 'work-secret' : 'not-a-secrecy' });
}
