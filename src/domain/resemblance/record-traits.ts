import { bareRound, bareTitle } from '../duplicates/bare-title.ts';
import type { LedgerRecord } from '../records/archive-record.ts';
import { bodiesOf } from '../records/record-fields.ts';

/** What a record may have in common with another, besides its title and its year. An owner is the unit that has it: recipient, issuer, host. */
export type TraitType = 'documentNo' | 'programme' | 'round' | 'series' | 'person' | 'owner' | 'giver';

export type Trait = {
  readonly type: TraitType;
  /** By this it is known in another record. */
  readonly key: string;
  /** As it stands in the record. */
  readonly text: string;
};

export function traitsOf(record: LedgerRecord): readonly Trait[] {
  const traits: Trait[] = [];
  visitTexts(record, (type, text) => traits.push({ type, key: keyOf(type, text), text }));
  visitNamed(record, (type, key, text) => traits.push({ type, key, text }));
  return traits.filter(({ key }) => key !== '');
}

/** Which traits of a list other records have, by their places in it. For every record of an archive, so it makes little anew. */
export function createTraitFinder(traits: readonly Trait[]): (record: LedgerRecord) => readonly number[] {
  const places = new Map<TraitType, Map<string, number>>();
  for (const [place, { type, key }] of traits.entries()) {
    const ofType = places.get(type) ?? new Map<string, number>();
    places.set(type, ofType.set(key, place));
  }
  let found: number[] = [];
  const find = (type: TraitType, key: string) => {
    const place = places.get(type)?.get(key);
    if (place !== undefined && !found.includes(place)) found.push(place);
  };
  const digits = new Map(traits.map(({ type, text }) => [type, digitsIn(text)]));
  const findText = (type: TraitType, text: string) => {
    // Working a key out takes most of the time, and other digits make another key.
    if (text === '' || !places.has(type) || (type === 'documentNo' && digitsIn(text) !== digits.get(type))) return;
    find(type, keyOf(type, text));
  };
  return (record) => {
    visitTexts(record, findText);
    visitNamed(record, find);
    if (found.length === 0) return NONE;
    const answer = found;
    found = [];
    return answer;
  };
}

const NONE: readonly number[] = [];

function keyOf(type: TraitType, text: string): string {
  return type === 'round' ? bareRound(text) : bareTitle(text);
}

const [ZERO, WIDE_ZERO] = [0x30, 0xff10];

/** The digits of a text in their order, as one number. */
function digitsIn(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - (code < WIDE_ZERO ? ZERO : WIDE_ZERO);
    if (digit >= 0 && digit <= 9) digits = (Math.imul(digits, 11) + digit + 1) | 0;
  }
  return digits;
}

function visitTexts(record: LedgerRecord, visit: (type: TraitType, text: string) => void): void {
  if ('documentNo' in record) visit('documentNo', record.documentNo);
  if ('round' in record) visit('round', record.round);
  if ('series' in record) visit('series', record.series);
}

function visitNamed(record: LedgerRecord, visit: (type: TraitType, key: string, text: string) => void): void {
  if (record.kind !== 'honor') {
    for (const { unitId, printed } of bodiesOf(record)) visit('owner', unitId ?? printed, printed);
    return;
  }
  const { programme } = record;
  if (programme !== null) visit('programme', programme.id ?? bareTitle(programme.printed), programme.printed);
  for (const { printed, unitId, unitPrinted } of record.recipients) {
    // A person is known by the name, and by the unit beside it.
    if (unitId === null || unitPrinted !== '') visit('person', printed, printed);
    if (unitId !== null) visit('owner', unitId, unitPrinted === '' ? printed : unitPrinted);
  }
  for (const { unitId, printed } of record.awardedBy) visit('giver', unitId, printed);
}
