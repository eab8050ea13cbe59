import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';
import { DEFAULT_LEVEL_RULES, deriveLevel, type LevelRule } from '../vocabulary/level-rules.ts';
import type { Level } from '../vocabulary/levels.ts';
import type { RecordOf } from './archive-record.ts';
import type { Authorities } from './build-record.ts';
import type { RecordId, UnitReference } from './record-base.ts';
import type { Rulebook } from './rulebook.ts';

/** The id of the one record that holds the office's own rules. */
export const RULEBOOK_ID = 'rulebook' as RecordId;

export type AuthorityRecords = {
  readonly units: UnitDirectory;
  readonly people: readonly RecordOf<'person'>[];
  readonly programmes: readonly RecordOf<'programme'>[];
  readonly rulebook: Rulebook | null;
};

/** What records are made with, from the records that they refer to. Deleted ones are no authorities. */
export function createAuthorities({ units, people, programmes, rulebook }: AuthorityRecords): Authorities {
  const persons = uniqueIds(people);
  const awards = uniqueIds(programmes);
  const levels = new Map(programmes.map(({ id, level }) => [id, level]));
  const rules = levelRulesOf(rulebook);
  const levelOf = (bodies: readonly UnitReference[], programmeId: RecordId | null): Level | null => {
    const stated = programmeId === null ? null : (levels.get(programmeId) ?? null);
    if (stated !== null) return stated;
    const named = bodies.map(({ printed, unitId }) => ({ name: printed, level: units.get(unitId)?.level ?? null }));
    return deriveLevel(named, rules)?.level ?? null;
  };
  return {
    units,
    resolve: (kind, printed) => {
      const key = unitNameKey(printed);
      if (kind === 'unit') return units.find(printed)?.id ?? null;
      if (kind === 'person') return persons.get(key) ?? null;
      return kind === 'programme' ? (awards.get(key) ?? null) : null;
    },
    deriveLevel: levelOf,
  };
}

/** The rules by which levels follow from awarding bodies: the office's own, else those that the program comes with. */
export function levelRulesOf(rulebook: Rulebook | null): readonly LevelRule[] {
  const own = (rulebook?.levelRules ?? []).flatMap(({ pattern, level, note }) =>
    level === null ? [] : [{ pattern, level, note }],
  );
  return own.length > 0 ? own : DEFAULT_LEVEL_RULES;
}

/** Ids by every name; a name that two records go by stands for neither. */
function uniqueIds(
  records: readonly (RecordOf<'person'> | RecordOf<'programme'>)[],
): ReadonlyMap<string, RecordId | null> {
  const ids = new Map<string, RecordId | null>();
  for (const { id, title, aliases, deletedAt } of records) {
    if (deletedAt !== null) continue;
    for (const key of new Set([title, ...aliases].map(unitNameKey))) ids.set(key, ids.has(key) ? null : id);
  }
  return ids;
}
