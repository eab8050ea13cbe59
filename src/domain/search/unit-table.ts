import { UNIT_KIND } from './compile-search.ts';
import type { DocumentStore } from './document-store.ts';
import type { UnitCodes } from './find-term.ts';
import { BODY_CODE, NO_MATCH, type MatchCode } from './match-place.ts';
import { matchReading } from './match-reading.ts';
import { END_MARK, fieldMark, isMark, matchText, toUnits, type SearchTerm } from './match-text.ts';
import type { PackedDocument } from './packed-document.ts';
import { documentText, idOf } from './read-segment.ts';
import type { ReadingTerm } from './reading-term.ts';
import type { SearchNames } from './search-names.ts';

/**
 * The names of all units that have a record. A document is also found by the names of the units that it refers to;
 * these are matched here, once for each unit instead of once for each document, so that a unit may change its names
 * without any document being touched.
 */
export type UnitTable = {
  readonly put: (unit: PackedDocument) => void;
  readonly remove: (unitId: string) => void;
  readonly match: (term: SearchTerm) => UnitCodes;
  /** The same by how the names are read. */
  readonly matchReading: (term: ReadingTerm) => UnitCodes;
};

export function createUnitTable(names: SearchNames, documents: DocumentStore): UnitTable {
  // The names of each unit as fields, by the unit's number.
  const texts = new Map<number, Uint16Array>();
  const set = (unitId: string, text: string) => {
    texts.set(names.units.numberOf(unitId), toUnits(ownNames(text) + String.fromCharCode(END_MARK)));
  };
  const matchAll = (codeOf: (text: Uint16Array) => MatchCode): UnitCodes => {
    const codes = new Map<number, MatchCode>();
    for (const [unit, text] of texts) {
      const code = codeOf(text);
      // In a document that refers to it, a unit counts like a body.
      if (code !== NO_MATCH) codes.set(unit, code + BODY_CODE);
    }
    return codes;
  };
  for (const { segment, living } of documents.views()) {
    for (const document of living()) {
      if (segment.values.kind[document] !== UNIT_KIND) continue;
      set(idOf(segment, document), documentText(segment, document));
    }
  }
  return {
    put: ({ id, own }) => set(id, own.text),
    remove: (unitId) => texts.delete(names.units.find(unitId)),
    match: (term) => matchAll((text) => matchText(text, 0, text.length - 1, term)),
    matchReading: (term) => matchAll((text) => matchReading(text, 0, text.length - 1, term)),
  };
}

/** The fields that stand at the place of the title. */
function ownNames(text: string): string {
  const title = fieldMark(0);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isMark(unit) && unit !== title) return text.slice(0, at);
  }
  return text;
}
