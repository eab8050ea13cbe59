import type { Block } from '../document/document-tree.ts';
import { nameList, phrase, sentence } from '../document/sentence.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import type { UnitChange } from '../records/unit-change.ts';
import { unitDisplayName, type Unit, type UnitName } from '../records/unit.ts';
import { namesInOrder } from '../units/name-validity.ts';
import { createSuccession } from '../units/unit-line.ts';
import { dateWords } from '../yearbook/date-words.ts';
import { UNIT_PROFILE_TERMS as T } from './unit-profile-terms.ts';

/**
 * What a unit is and was called, what it came out of and what became of it, in words. Known misspellings are no names of it.
 *
 * @param ids the unit, then the units that it came out of
 */
export function lineOfNames(ids: readonly string[], records: readonly ArchiveRecord[]): readonly Block[] {
  const unit = records.filter((record) => record.kind === 'unit').find(({ id }) => id === ids[0]);
  if (!unit) return [];
  const succession = createSuccession(records.filter((record) => record.kind === 'unitChange'));
  const changes = [...new Set(ids.flatMap((id) => succession.changesOf(id)))].filter(({ from, to }) =>
    // What became of the units that it came out of is not its own history, what became of itself is.
    [...to, ...from.filter(({ unitId }) => to.length === 0 || unitId === ids[0])].some(({ unitId }) =>
      ids.includes(unitId),
    ),
  );
  const has = (units: UnitChange['to']) => units.some(({ unitId }) => unitId === ids[0]);
  const isGone = changes.some(({ from, to }) => has(from) && !has(to));
  const inOrder = changes.toSorted((a, b) => compareText(a.date.start ?? '', b.date.start ?? ''));
  return [nameWords(unit, isGone), ...inOrder.map(changeWords)]
    .filter((text) => text !== '')
    .map((text): Block => ({ kind: 'paragraph', text }));
}

function nameWords(unit: Unit, isGone: boolean): string {
  const present = unitDisplayName(unit);
  const others = namesInOrder(unit).filter(({ name }) => name !== present);
  const earlier = others.filter(({ kind }) => kind === 'full').map(datedName);
  const further = (['short', 'alias'] as const).flatMap((kind) => {
    const names = others.filter((name) => name.kind === kind).map(datedName);
    return names.length === 0 ? [] : [T.otherNames(kind, names.join('、'))];
  });
  return sentence([
    isGone ? T.lastName(phrase(present)) : T.presentName(phrase(present)),
    ...further,
    earlier.length === 0 ? '' : T.earlierNames(earlier.join('、')),
  ]);
}

function datedName({ name, from, to }: UnitName): string {
  const [began, ended] = [dateWords(from), dateWords(to)];
  if (began === '') return T.earlierName(phrase(name), ended === '' ? '' : T.until(ended));
  return T.earlierName(phrase(name), T.period(began, ended));
}

function changeWords({ change, date, from, to, basis }: UnitChange): string {
  const document = phrase(basis);
  const what = T.change(change, nameList(from), nameList(to));
  return sentence([dateWords(date), `${what}${document === '' ? '' : T.basis(document)}`]);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
