import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { recordDate, type Entry } from '../records/archive-record.ts';
import type { UnitReference } from '../records/record-base.ts';
import type { Recipient } from '../records/reference-fields.ts';
import { periodOf, unitNameOn, validityOn } from '../units/name-validity.ts';
import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';

/**
 * The entry with its units by their official full names of its date, as a yearbook prints them. What is printed on the
 * record stays where it is an official name of that date itself, where it is no name that the unit is known by (a
 * branch of it, say), and where nobody can tell what the official name was.
 */
export function withNamesOfTheDay<E extends Entry>(entry: E, units: UnitDirectory): E;
export function withNamesOfTheDay(entry: Entry, units: UnitDirectory): Entry {
  const date = recordDate(entry);
  const name = (reference: UnitReference) => ({
    ...reference,
    printed: nameOfTheDay(reference.printed, reference.unitId, date, units),
  });
  switch (entry.kind) {
    case 'plan':
      return { ...entry, issuers: entry.issuers.map(name) };
    case 'activity':
      return {
        ...entry,
        hosts: entry.hosts.map(name),
        coHosts: entry.coHosts.map(name),
        participants: entry.participants.map(name),
      };
    case 'honor':
      return {
        ...entry,
        awardedBy: entry.awardedBy.map(name),
        recipients: entry.recipients.map((recipient) => nameRecipient(recipient, entry.collective, date, units)),
      };
  }
}

/** A person keeps the name; the unit printed beside it is named as of the day. */
function nameRecipient(recipient: Recipient, isCollective: boolean, date: FuzzyDate, units: UnitDirectory): Recipient {
  const { printed, unitPrinted, unitId } = recipient;
  if (isCollective) return { ...recipient, printed: nameOfTheDay(printed, unitId, date, units) };
  return { ...recipient, unitPrinted: nameOfTheDay(unitPrinted, unitId, date, units) };
}

function nameOfTheDay(printed: string, unitId: string | null, date: FuzzyDate, units: UnitDirectory): string {
  const unit = unitId === null ? null : units.get(unitId);
  if (unit === null || printed === '') return printed;
  const key = unitNameKey(printed);
  const rows = unit.names.filter(({ name }) => unitNameKey(name) === key);
  const isOfficial = rows.some((row) => row.kind === 'full' && validityOn(periodOf(unit, row), date) !== 'no');
  if (rows.length === 0 || isOfficial) return printed;
  return unitNameOn(unit, date) ?? printed;
}
