import * as v from 'valibot';
import type { Result } from '../result.ts';
import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { namesField, textField, TEXT_LIMITS } from '../records/draft-fields.ts';
import type { DraftProblem } from '../records/draft-problem.ts';
import { readDraft, type ReadDraft } from '../records/read-draft.ts';
import type { Unit, UnitName } from '../records/unit.ts';

const unitDraftSchema = v.strictObject({
  /** The name the unit is listed under. */
  fullName: v.pipe(v.string('not-text'), v.minLength(1, 'required'), v.maxLength(TEXT_LIMITS.name, 'too-long')),
  shortNames: namesField,
  aliases: namesField,
  misspellings: namesField,
  brands: namesField,
  note: textField(TEXT_LIMITS.prose),
  source: textField(TEXT_LIMITS.prose),
});

/** A unit as a form shows it: names by kind, brands by name. */
export type UnitDraft = v.InferOutput<typeof unitDraftSchema>;

export function readUnitDraft(input: unknown): Result<ReadDraft<UnitDraft>, readonly DraftProblem[]> {
  return readDraft<UnitDraft>(() => unitDraftSchema, input, new Set(['note', 'source']));
}

export function unitToDraft(unit: Unit): UnitDraft {
  const namesOf = (kind: UnitName['kind']) => unit.names.filter((name) => name.kind === kind).map((name) => name.name);
  const [fullName = '', ...furtherFullNames] = namesOf('full');
  const [firstShort = '', ...furtherShorts] = namesOf('short');
  const shown = fullName || firstShort;
  return {
    fullName: shown,
    shortNames: fullName ? [firstShort, ...furtherShorts].filter(Boolean) : furtherShorts,
    aliases: [...furtherFullNames, ...namesOf('alias')],
    misspellings: namesOf('misspelling'),
    brands: unit.brands.map((brand) => brand.name),
    note: unit.note,
    source: unit.source,
  };
}

/** The names of a unit from its draft; a name given twice keeps its first, stronger kind. */
export function draftUnitNames(draft: UnitDraft): readonly UnitName[] {
  const named = (kind: UnitName['kind']) => (name: string) => ({ name, kind, from: UNKNOWN_DATE, to: UNKNOWN_DATE });
  const all: readonly UnitName[] = [
    named('full')(draft.fullName),
    ...draft.shortNames.map(named('short')),
    ...draft.aliases.map(named('alias')),
    ...draft.misspellings.map(named('misspelling')),
  ];
  return all.filter((entry, index) => all.findIndex((other) => other.name === entry.name) === index);
}
