import { FINDABLE_KINDS, type FindableKind } from '#domain/records/record-base';
import { unitDisplayName } from '#domain/records/unit';
import type { QueryContext } from '#domain/search/query/query-context';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { KIND_NAMES, KIND_SYNONYMS } from '../components/kind-names.ts';

const kindNames = FINDABLE_KINDS.map((kind: FindableKind) => ({
  kind,
  names: [KIND_NAMES[kind], ...(KIND_SYNONYMS[kind] ?? [])],
}));

/** What reading a typed search has to be told of this archive. */
export function createQueryContext(units: UnitDirectory): QueryContext {
  return {
    kindNames,
    unitIdOf: (name) => {
      const named = units.findAll(name);
      return named.length === 1 ? (named[0]?.id ?? null) : null;
    },
    unitNameOf: (unitId) => {
      const unit = units.get(unitId);
      return unit && unitDisplayName(unit);
    },
  };
}
