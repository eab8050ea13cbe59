import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { LedgerRecord } from '../records/archive-record.ts';
import { bodiesOf, fieldValue } from '../records/record-fields.ts';
import type { Unit } from '../records/unit.ts';
import { dateVariants } from '../search/date-variants.ts';
import { normalizeForSearch } from '../search/normalize-text.ts';
import { cellText } from './cell-text.ts';
import { fieldMap } from './field-map.ts';

/** Keeps texts of neighbouring fields apart; no normalised text contains it. */
const SEPARATOR = '\uFFFF';

/** Looks for words in records; the text of a record is drawn up once and kept as long as the record is. */
export type RowTexts = {
  /** Draws up the text ahead of the first question. */
  readonly prepare: (record: LedgerRecord) => void;
  /** Whether a record has every word of a text, or null when the text has none. */
  readonly finder: (text: string, units: readonly Unit[]) => ((record: LedgerRecord) => boolean) | null;
};

export function createRowTexts(): RowTexts {
  const texts = new WeakMap<LedgerRecord, string>();
  const textOf = (record: LedgerRecord): string => {
    const known = texts.get(record);
    if (known !== undefined) return known;
    const text = normalizeForSearch(gatherText(record));
    texts.set(record, text);
    return text;
  };
  return {
    prepare: textOf,
    finder: (text, units) => {
      const words = normalizeForSearch(text)
        .split(' ')
        .filter((word) => word !== '');
      if (words.length === 0) return null;
      // A record is also found by the other names of its units.
      const sought = words.map((word) => ({ word, unitIds: unitsNamed(word, units) }));
      return (record) =>
        sought.every(
          ({ word, unitIds }) =>
            textOf(record).includes(word) ||
            (unitIds.size > 0 && bodiesOf(record).some(({ unitId }) => unitId !== null && unitIds.has(unitId))),
        );
    },
  };
}

function gatherText(record: LedgerRecord): string {
  const parts: string[] = [];
  for (const [name, field] of fieldMap(record.kind)) {
    const value = fieldValue(record, name);
    if (field.type === 'date') parts.push(...dateVariants(value as FuzzyDate));
    else if (field.type !== 'flag' && name !== 'dateMeaning') parts.push(cellText(field, value));
  }
  for (const { printed } of bodiesOf(record)) parts.push(printed);
  return parts.filter((part) => part !== '').join(SEPARATOR);
}

function unitsNamed(word: string, units: readonly Unit[]): ReadonlySet<string> {
  const named = units.filter(({ names }) => names.some(({ name }) => normalizeForSearch(name).includes(word)));
  return new Set(named.map(({ id }) => String(id)));
}
