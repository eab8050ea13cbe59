import * as v from 'valibot';
import { fuzzyDateSchema, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';
import {
  choiceField,
  choicesField,
  countField,
  dateField,
  levelField,
  namesField,
  textField,
  titleField,
  TEXT_LIMITS,
} from './draft-fields.ts';
import type { Field } from './field.ts';

const same = <T>(value: T): T => value;

/** What a record is called by; required. */
export function title(): Field<string> {
  return { type: 'title', stored: v.string(), draft: () => titleField, build: same, boundary: same, empty: '' };
}

/** One line of text. */
export function text(limit: number = TEXT_LIMITS.phrase): Field<string> {
  const draft = textField(limit);
  return { type: 'text', stored: v.string(), draft: () => draft, build: same, boundary: same, empty: '' };
}

/** Text of several lines. */
export function prose(limit: number = TEXT_LIMITS.prose): Field<string> {
  const draft = textField(limit);
  return { type: 'prose', stored: v.string(), draft: () => draft, build: same, boundary: same, empty: '' };
}

/** One of a closed list; the fallback stands for what is missing. */
export function choice<const T extends string>(list: readonly T[], fallback: NoInfer<T>): Field<T> {
  const draft = choiceField(list, fallback);
  return {
    type: 'choice',
    stored: v.picklist(list) as v.GenericSchema<unknown, T>,
    draft: () => draft,
    build: same,
    boundary: same,
    empty: fallback,
    choices: list,
  };
}

/** Several of a closed list. */
export function choices<const T extends string>(list: readonly T[]): Field<readonly T[]> {
  const draft = choicesField(list);
  return {
    type: 'choices',
    stored: v.pipe(v.array(v.picklist(list)), v.readonly()) as v.GenericSchema<unknown, readonly T[]>,
    draft: () => draft,
    build: same,
    boundary: same,
    empty: [],
    choices: list,
  };
}

/** A level (级别), also by the words of old ledgers; null while nobody has settled it. */
export function level(): Field<Level | null> {
  return {
    type: 'level',
    stored: v.nullable(v.picklist(LEVELS)),
    draft: () => levelField,
    build: same,
    boundary: same,
    empty: null,
    choices: LEVELS,
  };
}

/** A date as exactly as it is known. */
export function date(): Field<FuzzyDate> {
  return {
    type: 'date',
    stored: fuzzyDateSchema,
    draft: dateField,
    build: same,
    boundary: same,
    empty: '',
  };
}

/** More people, pages or years than this are a slip of the hand. */
const MOST_COUNTED = 10_000_000;

/** A whole number, or null when it is not known. */
export function count(most: number = MOST_COUNTED): Field<number | null> {
  const draft = countField(most);
  const stored = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
  return { type: 'count', stored, draft: () => draft, build: same, boundary: same, empty: null };
}

export function flag(fallback: boolean): Field<boolean> {
  const draft = v.optional(v.boolean('not-a-choice'), fallback);
  return { type: 'flag', stored: v.boolean(), draft: () => draft, build: same, boundary: same, empty: fallback };
}

/** Names that stand for themselves, such as the aliases of a programme. */
export function names(): Field<readonly string[]> {
  return {
    type: 'names',
    stored: v.pipe(v.array(v.string()), v.readonly()),
    draft: () => namesField,
    build: same,
    boundary: same,
    empty: [],
  };
}
