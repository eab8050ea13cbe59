import type { ImportChoices, MeantUnit } from '#domain/import/import-plan';

/** Whether something was decided about rows, which another reading of the file would take back. */
export function isRowDecided({ entries, mended }: ImportChoices): boolean {
  return entries.size + mended.size > 0;
}

/** The map with one value for all of the keys; null takes them out. */
export function withValue<T>(
  map: ReadonlyMap<string, T>,
  keys: readonly string[],
  value: T | null,
): ReadonlyMap<string, T> {
  const next = new Map(map);
  for (const key of keys) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/** Links to units that somebody has deleted meanwhile would have the whole import refused. */
export function withPresentUnits(
  links: ReadonlyMap<string, MeantUnit>,
  isPresent: (id: string) => boolean,
): ReadonlyMap<string, MeantUnit> {
  return new Map([...links].filter(([, unit]) => unit.in === 'file' || isPresent(unit.id)));
}
