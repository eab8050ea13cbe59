import type { BoundaryRecipient } from '../records/reference-fields.ts';
import { joinHan, looksLikePerson, looksLikeUnit, surelyUnit } from './name-words.ts';
import { splitPost } from './split-post.ts';
import { rejoinSpreadNames, splitNames, type KnownName, type SplitNames } from './split-names.ts';

/** What the cells of a row say of who received an honour. */
export type RecipientTexts = {
  readonly units: string;
  readonly persons: string;
  readonly unitOfPersons: string;
  readonly role: string;
  /** Whether a column or section says that the recipients are collective; null when nothing does. */
  readonly collective: boolean | null;
};

/** Recipients of one honour: units, or persons. */
export type RecipientGroup = { readonly collective: boolean; readonly recipients: readonly BoundaryRecipient[] };

export type ReadRecipients = {
  /** One group mostly; units and persons in one cell are two. */
  readonly groups: readonly RecipientGroup[];
  /** See SplitNames. */
  readonly andOthers: number | null;
  /** Units that belong to none of several persons for certain. */
  readonly unpaired: string;
};

const IN_BRACKETS = /^(.{2,8}?)\s*[（(]([^（）()]+)[）)]$/u;
const ABOUT_PERSON = /[（(](?:女|男|[\p{Script=Han}]{1,4}族|女[，,、][\p{Script=Han}]{1,4}族)[）)]/gu;

/** @param split how names in one cell are taken apart */
export function readRecipients(
  texts: RecipientTexts,
  isKnown: KnownName,
  split: (text: string) => SplitNames,
): ReadRecipients {
  if (texts.persons !== '') {
    // 个人 over a column does not make persons of the units in it.
    const areUnits =
      texts.units === '' && split(texts.persons).names.every((name) => isKnown(name) || surelyUnit(name));
    return areUnits
      ? readRecipients({ ...texts, units: texts.persons, persons: '' }, isKnown, split)
      : readPersons(texts, split);
  }
  const withUnit = unitAndPerson(texts.units, isKnown);
  if (withUnit) return ofPersons([withUnit], texts.role, null);
  const { names, andOthers } = split(texts.units);
  const persons = names.map((name) => personOf(name, texts, isKnown));
  const units = names.filter((_, index) => persons[index] === null);
  const found = persons.filter((person) => person !== null);
  const groups: RecipientGroup[] = [];
  if (units.length > 0) groups.push({ collective: texts.collective ?? true, recipients: units });
  if (found.length > 0) groups.push(...ofPersons(found, texts.role, andOthers).groups);
  return { groups, andOthers, unpaired: '' };
}

type Person = { readonly name: string; readonly unit: string };

function readPersons(
  { persons, units, unitOfPersons, role }: RecipientTexts,
  split: (text: string) => SplitNames,
): ReadRecipients {
  const { names, andOthers } = splitPersons(persons);
  const owners = split(unitOfPersons || units).names;
  const isPaired = owners.length === 1 || owners.length === names.length;
  // 单位及职务 in one column.
  const post = owners.length === 0 && role !== '' ? splitPost(joinHan(role)) : null;
  const people = names.map((name, index): Person => {
    const { name: own, unit } = splitBrackets(name) ?? { name, unit: '' };
    const beside = isPaired ? (owners.length === 1 ? owners[0] : owners[index]) : undefined;
    return { name: own, unit: unit || (beside ?? post?.unit ?? '') };
  });
  const unpaired = isPaired || owners.length === 0 ? '' : unitOfPersons || units;
  return { ...ofPersons(people, post?.role ?? role, andOthers), unpaired };
}

function ofPersons(people: readonly Person[], role: string, andOthers: number | null): ReadRecipients {
  const recipients = people.map(({ name, unit }): BoundaryRecipient => {
    return unit === '' && role === '' ? name : { name, role: joinHan(role), unit };
  });
  return { groups: [{ collective: false, recipients }], andOthers, unpaired: '' };
}

/** Names of persons in one cell; blanks divide them, and spread the characters of short ones. */
function splitPersons(text: string): { readonly names: readonly string[]; readonly andOthers: number | null } {
  const bare = text.replace(ABOUT_PERSON, '').replace(/同志(?=$|[\s、，,；;])/gu, '');
  const { names, andOthers } = splitNames(bare.replace(/[ \t\u3000]+/gu, ' ').replace(/\n/gu, '、'));
  const apart = bare.split(/[、，,；;\n]/u).flatMap((part) => {
    const parts = rejoinSpreadNames(
      part
        .trim()
        .split(/\s+/u)
        .filter((each) => each !== ''),
    );
    return parts.every((each) => /^[\p{Script=Han}·•]{2,8}$/u.test(each)) ? parts : [joinHan(part)];
  });
  return { names: andOthers === null ? [...new Set(apart.filter((name) => name !== ''))] : names, andOthers };
}

/** A name in a cell that may hold either: a person by its form, or because all of them are persons. */
function personOf(name: string, { collective }: RecipientTexts, isKnown: KnownName): Person | null {
  if (collective === true || isKnown(name)) return null;
  const bare = name.replace(ABOUT_PERSON, '').replace(/同志$/u, '');
  const within = splitBrackets(bare);
  if (within) return within;
  if (looksLikePerson(bare)) return { name: bare, unit: '' };
  return collective === false && !looksLikeUnit(bare) && bare.length <= 4 ? { name: bare, unit: '' } : null;
}

/** 张示例（示例市水务局） */
function splitBrackets(name: string): Person | null {
  const [, person, unit] = IN_BRACKETS.exec(name) ?? [];
  if (person === undefined || unit === undefined) return null;
  return looksLikePerson(joinHan(person)) && looksLikeUnit(unit) ? { name: joinHan(person), unit } : null;
}

/** 示例市水务局 张示例 */
function unitAndPerson(text: string, isKnown: KnownName): Person | null {
  const [unit, ...rest] = text.trim().split(/\s+/u);
  const name = rest.join('');
  if (unit === undefined || rest.length === 0 || !looksLikePerson(name)) return null;
  return isKnown(unit) || surelyUnit(unit) ? { name, unit } : null;
}
