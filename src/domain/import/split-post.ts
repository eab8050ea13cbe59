import { joinHan, looksLikeUnit, surelyUnit } from './name-words.ts';

const POST =
  /(?:主任|书记|局长|处长|科长|部长|院长|校长|主席|队长|站长|所长|馆长|秘书长|科员|职工|干部|教师|医师|法官|检察官|助理|专员|主管|经理|干事|委员|主任科员|调研员|工程师|护士长?|组长|村民|负责人|工作人员)$/u;

/** The unit and the post that stand beside a name. */
export type Post = { readonly unit: string; readonly role: string };
const NOTHING: Post = { unit: '', role: '' };

/** 示例市水务局办公室主任 is the post of 主任 in 示例市水务局办公室; a deputy keeps his rank. */
export function splitPost(text: string): Post {
  const name = joinHan(text).replace(/^[，,、]/u, '');
  if (looksLikeUnit(name) && !POST.test(name)) return { unit: name, role: '' };
  for (let at = name.length - 1; at >= 3; at -= 1) {
    const unit = name.slice(0, at).replace(/[，,、]$/u, '');
    const role = name.slice(at).replace(/^[，,、]/u, '');
    // 水务局局长 is no post of 长 in 水务局局.
    if (POST.test(role) && surelyUnit(unit)) return { unit, role };
  }
  return POST.test(name) ? { unit: '', role: name } : NOTHING;
}
