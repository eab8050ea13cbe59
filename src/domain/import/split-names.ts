import { isBareOrgan, isPlace, joinHan, looksLikePerson, looksLikeUnit, surelyUnit } from './name-words.ts';

/** The names that stand in one cell. */
export type SplitNames = {
  readonly names: readonly string[];
  /** 示例市水务局等5个单位: how many there are in all, 0 when it is not said, null when none are left out. */
  readonly andOthers: number | null;
};

/** Whether a name is known to be one, so that it is not taken apart. */
export type KnownName = (name: string) => boolean;

const MARKS = /[、，,；;]/u;
const MAY_BE_SEVERAL = /[\s、，,；;和及与等]/u;
const CONJUNCTION = /和|及|与|以及/gu;
const AND_OTHERS =
  /等(?:共)?(\d{1,4}|[一二三四五六七八九十]{1,3})?(?:个|家|名|位)?(?:单位|部门|集体|同志|人|组织|企业)?$/u;
/** Longer texts are no two names. */
const LONGEST_PAIR = 120;
const NUMERALS = '〇一二三四五六七八九';
const nobody: KnownName = () => false;

/**
 * Takes the names in one cell apart, at marks, at line breaks, at blanks and at 和 between two units. A name with a line
 * break inside (示例市⏎水务局) stays one, and so does one that contains 和 itself (示例市发展和改革委员会).
 */
export function splitNames(text: string, isKnown: KnownName = nobody): SplitNames {
  if (!MAY_BE_SEVERAL.test(text)) return { names: text === '' ? [] : [text], andOthers: null };
  const whole = joinHan(text);
  if (whole === '') return { names: [], andOthers: null };
  if (isKnown(whole)) return { names: [whole], andOthers: null };
  const others = andOthersOf(whole);
  const rest = others === null ? text : text.slice(0, text.lastIndexOf('等')).trim();
  const names = splitAtMarks(rest)
    .flatMap((part) => splitLines(part, isKnown))
    .flatMap((part) => splitBlanks(part))
    .flatMap((part) => splitConjunctions(joinHan(part), isKnown))
    .filter((name) => name !== '');
  return { names: [...new Set(names)], andOthers: others };
}

/** `splitNames` that takes each text apart once: the same units come again in row after row. */
export function createSplitter(isKnown: KnownName): (text: string) => SplitNames {
  const known = new Map<string, SplitNames>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const split = splitNames(text, isKnown);
    known.set(text, split);
    return split;
  };
}

function andOthersOf(whole: string): number | null {
  const match = AND_OTHERS.exec(whole);
  if (match === null || match.index < 2) return null;
  const [all, count] = match;
  // 三等 and 高等 end in the same character.
  if (all === '等' && !looksLikeUnit(whole.slice(0, -1))) return null;
  return count === undefined ? 0 : readCount(count);
}

function readCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.split('十');
  if (!text.includes('十')) return NUMERALS.indexOf(text);
  return (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones));
}

/** At marks outside brackets and quotes: 示例公司（含一、二分厂） is one. */
function splitAtMarks(text: string): readonly string[] {
  if (!MARKS.test(text)) return [text];
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if ('（(“《〔'.includes(character)) depth += 1;
    else if ('）)”》〕'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && MARKS.test(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  // A bracket that is never closed holds nothing together.
  return depth > 0 ? text.split(MARKS) : [...parts, part];
}

/** A line that is no name by itself, or is followed by one that is not, goes on in the next line. */
function splitLines(text: string, isKnown: KnownName): readonly string[] {
  if (!text.includes('\n')) return [text];
  const lines = text.split('\n').map((line) => line.trim());
  const names: string[] = [];
  let open = '';
  for (const [index, line] of lines.entries()) {
    const next = lines.slice(index + 1).find((each) => each !== '') ?? '';
    open += line;
    const isNameSoFar = isWhole(joinHan(open), isKnown);
    if (next !== '' && !(isNameSoFar && beginsName(joinHan(next), isKnown))) continue;
    names.push(open);
    open = '';
  }
  return names;
}

function isWhole(name: string, isKnown: KnownName): boolean {
  return isKnown(name) || (!isPlace(name) && looksLikeUnit(name)) || looksLikePerson(name);
}

function beginsName(line: string, isKnown: KnownName): boolean {
  return (
    !isBareOrgan(line) &&
    !/^[（(）)的]/u.test(line) &&
    (isKnown(line) || isPlace(line) || looksLikeUnit(line) || looksLikePerson(line))
  );
}

/** At blanks, when each part is a unit, or each a person once characters that were spread out are back together. */
function splitBlanks(text: string): readonly string[] {
  const parts = text.trim().split(/\s+/u);
  if (parts.length < 2) return [text];
  if (parts.every((part) => surelyUnit(part))) return parts;
  const persons = rejoinSpreadNames(parts);
  return persons.length > 1 && persons.every(looksLikePerson) ? persons : [text];
}

/** 张 三 李四 is two names: single characters that follow each other belong together. */
export function rejoinSpreadNames(parts: readonly string[]): readonly string[] {
  const names: string[] = [];
  let isOpen = false;
  for (const part of parts) {
    const isSingle = /^\p{Script=Han}$/u.test(part);
    if (isSingle && isOpen) names[names.length - 1] += part;
    else names.push(part);
    isOpen = isSingle && !isOpen;
  }
  return names;
}

function splitConjunctions(name: string, isKnown: KnownName): readonly string[] {
  if (isKnown(name) || name.length > LONGEST_PAIR) return [name];
  for (const { index, 0: word } of name.matchAll(CONJUNCTION)) {
    const left = name.slice(0, index);
    const right = name.slice(index + word.length);
    if (isUnit(left, isKnown) && isUnit(right, isKnown)) return [left, ...splitConjunctions(right, isKnown)];
  }
  return [name];
}

function isUnit(text: string, isKnown: KnownName): boolean {
  return isKnown(text) || surelyUnit(text);
}
