import { isPlace, joinHan, looksLikePerson, looksLikeUnit, surelyUnit } from './name-words.ts';
import { splitPost, type Post } from './split-post.ts';
import { rejoinSpreadNames, splitNames, type KnownName } from './split-names.ts';

/** A name in an annex: a unit, or a person with what is printed beside. */
export type AnnexName = {
  readonly collective: boolean;
  /** Name of the unit or person, as printed. */
  readonly printed: string;
  /** The unit that a person belongs to. */
  readonly unit: string;
  readonly role: string;
  /** See SplitNames. */
  readonly andOthers: number | null;
};

const ORDINAL = /^(?:\d{1,4}\s*[、.．)）]|[（(]\d{1,4}[）)]|[●·•○▪-])\s*/u;
const ABOUT_PERSON =
  /[（(](?:女|男|[\p{Script=Han}]{1,4}族|女[，,、]\s*[\p{Script=Han}]{1,4}族|排名不分先后|按姓氏笔画.{0,3})[）)]/gu;
/** Remarks in brackets, numbers of pages, and the record of printing at the end (GB/T 9704-2012, 7.4). */
const REMARK = /^[（(].*[）)]$|^[—–-]*\s*\d*\s*[—–-]*$|^(?:抄送|主送|分送|报送)[：:]|印发$/u;

/** The names in one line; none when it is a remark or running text. */
export function readAnnexNames(input: string, collective: boolean | null, isKnown: KnownName): readonly AnnexName[] {
  const text = input.replace(ORDINAL, '').replace(ABOUT_PERSON, '').trim();
  if (text === '' || REMARK.test(text) || /[。！？]/u.test(text)) return [];
  if (collective !== true) {
    const persons = readPersons(text, isKnown);
    if (persons.length > 0) return persons;
  }
  return readUnits(text, isKnown);
}

function readUnits(text: string, isKnown: KnownName): readonly AnnexName[] {
  const parts = text.split(/\s+/u);
  const isList = parts.length > 1 && parts.every((part) => part.length >= 4 && (isKnown(part) || looksLikeUnit(part)));
  const pieces = isList ? parts : [text];
  return pieces.flatMap((piece) => {
    const { names, andOthers } = splitNames(piece, isKnown);
    return names.map((printed) => ({ collective: true, printed, unit: '', role: '', andOthers }));
  });
}

/** 示例市水务局：张三、李四; 张示例 示例市水务局办公室主任; 张示例（示例市水务局）; 张三 李 四 王五. */
function readPersons(text: string, isKnown: KnownName): readonly AnnexName[] {
  const [, owner, rest] = /^([^：:]{3,30})[：:]\s*(.+)$/u.exec(text) ?? [];
  if (
    owner !== undefined &&
    rest !== undefined &&
    (isKnown(joinHan(owner)) || looksLikeUnit(joinHan(owner)) || isPlace(joinHan(owner)))
  ) {
    return readPersons(rest, isKnown).map((name) => (name.unit === '' ? { ...name, unit: joinHan(owner) } : name));
  }
  const [first = '', ...others] = rejoinSpreadNames(text.split(/\s+/u));
  if ((isKnown(first) || surelyUnit(first)) && others.length > 1 && others.every(looksLikePerson)) {
    return others.map((name) => person(name, { unit: first, role: '' }));
  }
  const described = personWithPost(text, isKnown);
  if (described) return [described];
  const found = text.split(/[、，,；;]/u).flatMap((part) => namesIn(part.trim()));
  return found.every((name) => name !== null) ? found : [];
}

function namesIn(part: string): readonly (AnnexName | null)[] {
  const [, name, unit] = /^(.{2,8}?)\s*[（(]([^（）()]+)[）)]$/u.exec(part) ?? [];
  if (name !== undefined && unit !== undefined && looksLikePerson(joinHan(name)))
    return [person(joinHan(name), splitPost(unit))];
  const parts = rejoinSpreadNames(
    part
      .replace(/同志$/u, '')
      .split(/\s+/u)
      .filter((each) => each !== ''),
  );
  return parts.map((each) => (looksLikePerson(each) ? person(each, { unit: '', role: '' }) : null));
}

/** A name, and behind blanks the unit and the post. */
function personWithPost(text: string, isKnown: KnownName): AnnexName | null {
  const parts = rejoinSpreadNames(text.split(/\s+/u));
  const [first = '', ...others] = parts;
  const rest = others.join('');
  if (others.length === 0) return null;
  if (looksLikePerson(first) && !others.every(looksLikePerson)) {
    const beside = splitPost(rest);
    const isSure = beside.unit !== '' || beside.role !== '' || isKnown(rest);
    return isSure ? person(first, beside) : null;
  }
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1).join('');
  return looksLikePerson(last) && (isKnown(before) || surelyUnit(before))
    ? person(last, { unit: before, role: '' })
    : null;
}

function person(name: string, { unit, role }: Post): AnnexName {
  return { collective: false, printed: name, unit, role, andOthers: null };
}
