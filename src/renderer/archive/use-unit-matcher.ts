import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CharReadings } from '#domain/pinyin/name-table';
import { createPinyinMatcher } from '#domain/pinyin/pinyin-match';
import type { Unit } from '#domain/records/unit';
import { unitNameKey } from '#domain/units/unit-directory';
import { loadCharReadings } from '#domain/pinyin/pinyin-readings';

/** Whether a unit is meant by what is typed: part of any of its names, or their pinyin or initials. */
export type UnitMatcher = (typed: string, unit: Unit) => boolean;

/** The dictionary of readings is loaded when somebody begins to look for a unit; until then only characters match. */
export function useUnitMatcher(isWanted: boolean): UnitMatcher {
  const [readings, setReadings] = useState<CharReadings | null>(null);
  useEffect(() => {
    if (!isWanted || readings) return undefined;
    let isCurrent = true;
    const load = async () => {
      try {
        const loaded = await loadCharReadings();
        if (isCurrent) setReadings(() => loaded);
      } catch {
        // Characters are found all the same; the next search tries again.
      }
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [isWanted, readings]);
  const matcher = useMemo(() => readings && createPinyinMatcher(readings), [readings]);
  return useCallback(
    (typed, unit) => {
      const key = unitNameKey(typed);
      return unit.names.some(
        ({ name }) => unitNameKey(name).includes(key) || (matcher?.match(typed, name) ?? null) !== null,
      );
    },
    [matcher],
  );
}
