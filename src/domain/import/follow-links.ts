import { unitNameKey } from '../units/unit-directory.ts';
import type { MeantUnit } from './import-plan.ts';

/**
 * What each linked name means in the end, by its key: a name may be linked to another that is itself linked. One that
 * leads back to itself means nothing else.
 */
export function followLinks(links: ReadonlyMap<string, MeantUnit>): ReadonlyMap<string, MeantUnit> {
  const byKey = new Map(Array.from(links, ([name, unit]) => [unitNameKey(name), unit]));
  const ends = new Map<string, MeantUnit>();
  for (const [key, first] of byKey) {
    const passed = new Set([key]);
    let unit = first;
    while (unit.in === 'file') {
      const next = unitNameKey(unit.name);
      if (passed.has(next)) break;
      passed.add(next);
      const further = byKey.get(next);
      if (further === undefined) break;
      unit = further;
    }
    const isCircle = unit.in === 'file' && byKey.has(unitNameKey(unit.name));
    if (!isCircle) ends.set(key, unit);
  }
  return ends;
}
