import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Unit, UnitName } from '../records/unit.ts';

/** From one date to another; an unknown date leaves that end open. */
export type Period = { readonly from: FuzzyDate; readonly to: FuzzyDate };

/** Whether something held on a date, as far as fuzzy dates can tell. */
export type Validity = 'certain' | 'possible' | 'no';

/**
 * Whether a period covers a date that may itself be no more than a month or a year. Of two periods that meet on a day,
 * both cover it; where they meet is only known to the month, neither is certain within it.
 */
export function validityOn({ from, to }: Period, date: FuzzyDate): Validity {
  const start = date.start ?? '';
  const end = date.end ?? '9999-99-99';
  if ((from.start !== null && from.start > end) || (to.end !== null && to.end < start)) return 'no';
  const hasBegun = from.end === null || from.end <= start;
  const hasNotEnded = to.start === null || end < to.start || (to.precision === 'day' && end <= to.start);
  return hasBegun && hasNotEnded ? 'certain' : 'possible';
}

/** Whether there must be days that both periods cover. Periods that meet where one ends do not overlap. */
export function doOverlap(a: Period, b: Period): boolean {
  return beginsBeforeEndOf(a, b) && beginsBeforeEndOf(b, a);
}

function beginsBeforeEndOf({ from }: Period, { to }: Period): boolean {
  return from.end === null || to.start === null || from.end < to.start;
}

/** When a name was in use: what stands beside it, within the time that the unit was there. */
export function periodOf(unit: Unit, name: Period): Period {
  return {
    from: name.from.start === null ? unit.activeFrom : name.from,
    to: name.to.start === null ? unit.activeTo : name.to,
  };
}

/**
 * The official name of a unit on a date: the full one, or the short form. Null when none is known for that date, or
 * when the date is too vague to tell two of them apart; then a record is better printed as it is.
 */
export function unitNameOn(unit: Unit, date: FuzzyDate, kind: 'full' | 'short' = 'full'): string | null {
  const dated = unit.names
    .filter((name) => name.kind === kind)
    .map((name) => ({ name, validity: validityOn(periodOf(unit, name), date) }));
  const certain = dated.filter(({ validity }) => validity === 'certain').map(({ name }) => name);
  const latest = certain.toSorted(byTightness)[0];
  if (latest) return latest.name;
  const possible = dated.filter(({ validity }) => validity === 'possible');
  return possible.length === 1 ? (possible[0]?.name.name ?? null) : null;
}

/** On the day of a change the new name holds; a name of which an end is known says more than one of which none is. */
function byTightness(a: UnitName, b: UnitName): number {
  const [began, otherBegan] = [a.from.start ?? '', b.from.start ?? ''];
  if (began !== otherBegan) return began < otherBegan ? 1 : -1;
  return Number(a.to.start === null) - Number(b.to.start === null);
}

/** Whether a unit was there on a date, as far as is known. */
export function isActiveOn(unit: Unit, date: FuzzyDate): boolean {
  return validityOn({ from: unit.activeFrom, to: unit.activeTo }, date) !== 'no';
}

/** The names in the order in which they came into use; those without a date follow the full names. */
export function namesInOrder(unit: Unit): readonly UnitName[] {
  const rank = ({ kind }: UnitName) => ['full', 'short', 'alias', 'misspelling'].indexOf(kind);
  return unit.names.toSorted((a, b) => {
    const [began, otherBegan] = [a.from.start ?? '', b.from.start ?? ''];
    return rank(a) - rank(b) || (began === otherBegan ? 0 : began < otherBegan ? -1 : 1);
  });
}
