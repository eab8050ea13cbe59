import type { RecordOf } from '#domain/records/archive-record';
import { levelRulesOf } from '#domain/records/authorities';
import type { RecordReference } from '#domain/records/reference-fields';
import type { Rulebook } from '#domain/records/rulebook';
import { unitNameKey, type UnitDirectory } from '#domain/units/unit-directory';
import { deriveLevel } from '#domain/vocabulary/level-rules';
import type { Level } from '#domain/vocabulary/levels';
import type { FormValues } from './form-values.ts';

/** A level that nobody has stated, and what it rests on. */
export type FormLevel = {
  readonly level: Level;
  readonly because: { readonly by: 'programme' | 'unit' | 'rule'; readonly name: string };
};

type Known = {
  readonly units: UnitDirectory;
  readonly programmes: readonly RecordOf<'programme'>[];
  readonly rulebook: Rulebook | null;
};

/** The level that would be saved with what stands in the form, by the same order: the programme, then the bodies. */
export function deriveFormLevel(values: FormValues, { units, programmes, rulebook }: Known): FormLevel | null {
  const programme = findProgramme(values['programme'] as RecordReference | null, programmes);
  if (programme?.level) return { level: programme.level, because: { by: 'programme', name: programme.title } };
  const names = values['awardedBy'] as readonly string[];
  const bodies = names.map((name) => ({ name, level: units.find(name)?.level ?? null }));
  const derived = deriveLevel(bodies, levelRulesOf(rulebook));
  if (derived === null) return null;
  const by = derived.because.ruleIndex === 'unit' ? 'unit' : 'rule';
  return { level: derived.level, because: { by, name: derived.because.body } };
}

/** The programme that is meant: by its id, else the only one of that name. */
export function findProgramme(
  reference: RecordReference | null,
  programmes: readonly RecordOf<'programme'>[],
): RecordOf<'programme'> | null {
  if (reference === null) return null;
  if (reference.id !== null) return programmes.find(({ id }) => id === reference.id) ?? null;
  const key = unitNameKey(reference.printed);
  const named = programmes.filter(({ title, aliases }) =>
    [title, ...aliases].some((name) => unitNameKey(name) === key),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Whether a level was stated that does not follow, so that a reason for it is asked for. */
export function needsLevelReason(values: FormValues, derived: FormLevel | null): boolean {
  const stated = values['level'] ?? null;
  return stated !== null && derived !== null && stated !== derived.level;
}
