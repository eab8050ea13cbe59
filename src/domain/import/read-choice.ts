import type { AnyField } from '../records/field.ts';
import { activityKindIn, collectiveIn, planKindIn } from './context-words.ts';

/** Words of ledgers for the choices of a field, beside the choices themselves. */
const WORDS: Readonly<Record<string, readonly (readonly [pattern: RegExp, choice: string])[]>> = {
  status: [
    [/废止|失效|无效|已过期|到期|停止执行/u, '已废止'],
    [/修订|修改|替代/u, '已修订'],
    [/现行|有效|在用|执行中|实施中|施行中|正在执行|^是$/u, '现行'],
    [/不详|未知/u, '不详'],
  ],
  verification: [
    [/有疑|存疑|疑问|不符/u, '有疑问'],
    [/待核|未核|^否$/u, '待核实'],
    [/已核|核实|属实|一致|^是$|^√$/u, '已核实'],
  ],
  dateMeaning: [
    [/决定|发文|印发|公布/u, '决定日期'],
    [/证书|发证|落款/u, '证书日期'],
    [/收到|领取/u, '收到日期'],
  ],
  carriers: [
    [/牌匾|匾/u, '奖牌'],
    [/锦旗|红旗|流动红旗/u, '奖旗'],
    [/荣誉证书|聘书/u, '证书'],
  ],
};
const READERS: Readonly<Record<string, (text: string) => string | null>> = {
  planKind: planKindIn,
  activityKind: activityKindIn,
};

/** The choice that a cell means, or null when it means none of the field's. */
export function readChoice(name: string, field: AnyField, text: string): string | null {
  const word = text.replace(/\s+/gu, '');
  if (field.choices?.includes(word)) return word;
  const found = READERS[name]?.(word) ?? WORDS[name]?.find(([pattern]) => pattern.test(word))?.[1];
  return found ?? null;
}

/** Several choices in one cell, and what of it means none. */
export function readChoices(
  name: string,
  field: AnyField,
  text: string,
): { readonly chosen: readonly string[]; readonly rest: readonly string[] } {
  const chosen = new Set<string>();
  const rest: string[] = [];
  for (const item of text.split(/[、，,；;\n/+]/u)) {
    const word = item.replace(/\s+/gu, '');
    if (word === '') continue;
    const within = (field.choices ?? []).filter((choice) => word.includes(choice));
    const found = within.length > 0 ? within : [readChoice(name, field, word)].filter((each) => each !== null);
    for (const each of found) chosen.add(each);
    // The programme is itself called 模范机关+N.
    if (found.length === 0 && !/^[“"]?(?:模范机关|N[”"]?)$/u.test(word)) rest.push(word);
  }
  return { chosen: [...chosen], rest };
}

/** 集体 or 个人; null when neither is meant. */
export function readCollective(text: string): boolean | null {
  const word = text.replace(/\s+/gu, '');
  if (/^(?:个人|人|个体)$/u.test(word)) return false;
  if (/^(?:集体|单位|团体|部门)$/u.test(word)) return true;
  return collectiveIn(word);
}

/** A count as it is typed, and whether it is exact: 120人 is, 约200人 and 200余人 are not. */
export function readCount(text: string): { readonly count: number; readonly isExact: boolean } | null {
  const word = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  const match =
    /^(约|近|共|超|超过|大约|共计)?(\d{1,9})(?:\.0+)?(余|多|左右|以上|\+)?(?:人次|人|名|位|个)?(余|多|左右|以上)?$/u.exec(
      word,
    );
  if (match === null) return null;
  const [, before, digits, ...after] = match;
  const isRound = (before !== undefined && !before.startsWith('共')) || after.some((each) => each !== undefined);
  return { count: Number(digits), isExact: !isRound };
}
