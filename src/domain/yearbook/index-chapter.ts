import { appendTo } from '../append-to.ts';
import type { Block } from '../document/document-tree.ts';
import { numberedSection } from '../document/chapter-numbering.ts';
import { nameIndex } from '../document/name-index.ts';
import { phrase } from '../document/sentence.ts';
import type { RecordId } from '../records/record-base.ts';
import type { BookEntry } from './book-entry.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/**
 * The units and the persons of the book with the pages of their records. A unit is listed for what it received, issued,
 * held or took part in, by the name that is printed there; who awarded an honour is not looked up under it.
 */
export function composeIndex(entries: readonly BookEntry[]): readonly Block[] {
  const units = new Map<string, RecordId[]>();
  const persons = new Map<string, RecordId[]>();
  const add = (names: Map<string, RecordId[]>, name: string, id: RecordId): void => {
    const words = phrase(name);
    if (words !== '' && names.get(words)?.at(-1) !== id) appendTo(names, words, id);
  };
  for (const entry of entries) {
    for (const name of unitNames(entry)) add(units, name, entry.id);
    if (entry.kind !== 'honor' || entry.collective) continue;
    for (const { printed } of entry.recipients) add(persons, printed, entry.id);
  }
  const sections = [
    { name: T.unitIndex, index: nameIndex(units, false) },
    { name: T.personIndex, index: nameIndex(persons, true) },
  ].filter(({ index }) => index.groups.length > 0);
  return sections.flatMap(({ name, index }, at) => [numberedSection(at + 1, name), index]);
}

function unitNames(entry: BookEntry): readonly string[] {
  switch (entry.kind) {
    case 'plan':
      return entry.issuers.map(({ printed }) => printed);
    case 'activity':
      return [...entry.hosts, ...entry.coHosts, ...entry.participants].map(({ printed }) => printed);
    case 'practice':
      return entry.units.map(({ printed }) => printed);
    case 'honor':
      return entry.recipients.map(({ printed, unitPrinted }) => (entry.collective ? printed : unitPrinted));
  }
}
