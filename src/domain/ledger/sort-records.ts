import { DATE_PRECISIONS, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { LedgerRecord } from '../records/archive-record.ts';
import type { AnyField } from '../records/field.ts';
import { fieldValue } from '../records/record-fields.ts';
import type { LedgerKind } from '../records/record-base.ts';
import { cellText } from './cell-text.ts';
import { createTextOrder, type TextOrder } from './text-order.ts';
import { columnText } from './copy-rows.ts';
import { fieldMap } from './field-map.ts';

export type SortBy = { readonly name: string; readonly direction: 'asc' | 'desc' };

/** Places of records in the order of one column, equal for equal values; what is blank has the place BLANK. */
type Places = Float64Array;
const BLANK = -1;
/** More than there can be records; two places and an index still fit into the 53 bits of a number. */
const PLACE_FACTOR = 2 ** 20;

/** Puts records of a kind into order. What is blank stands at the end whichever way a column is sorted. */
export type RecordSorter = (records: readonly LedgerRecord[], sorts: readonly SortBy[]) => readonly LedgerRecord[];

/** A sorter that remembers what it found out about the records that it sorted last, so that sorting again is faster. */
export function createRecordSorter(kind: LedgerKind): RecordSorter {
  const textOrder = createTextOrder();
  let last: { readonly records: readonly LedgerRecord[]; readonly places: Map<string, Places> } | null = null;
  let lastSorted: { readonly asked: string; readonly sorted: readonly LedgerRecord[] } | null = null;
  const placesOf = (records: readonly LedgerRecord[], name: string): Places => {
    if (last?.records !== records) {
      last = { records, places: new Map() };
      lastSorted = null;
    }
    const known = last.places.get(name);
    if (known) return known;
    const field = fieldMap(kind).get(name);
    const places = field
      ? fieldPlaces(records, name, field, textOrder)
      : placesByText(
          records.map((record) => columnText(record, name)),
          textOrder,
        );
    last.places.set(name, places);
    return places;
  };
  return (records, sorts) => {
    if (sorts.length === 0) return records;
    const asked = JSON.stringify(sorts);
    if (last?.records === records && lastSorted?.asked === asked) return lastSorted.sorted;
    let combined: Places | null = null;
    for (const { name, direction } of sorts) {
      const places = forward(placesOf(records, name), direction);
      combined = combined
        ? densely(combined.map((place, index) => place * PLACE_FACTOR + (places[index] ?? 0)))
        : places;
    }
    const sorted = inOrderOf(records, combined ?? new Float64Array(records.length));
    lastSorted = { asked, sorted };
    return sorted;
  };
}

/** Turned round for a descending column, with blanks at the end in both directions. */
function forward(places: Places, direction: SortBy['direction']): Places {
  const last = PLACE_FACTOR - 1;
  return places.map((place) => {
    if (place === BLANK) return last;
    return direction === 'asc' ? place : last - 1 - place;
  });
}

/** Sorting plain numbers is many times faster than calling back for every pair; the index makes it stable. */
function inOrderOf(records: readonly LedgerRecord[], places: Places): readonly LedgerRecord[] {
  const keys = places.map((place, index) => place * PLACE_FACTOR + index).toSorted();
  const sorted: LedgerRecord[] = [];
  for (const key of keys) {
    const record = records[key % PLACE_FACTOR];
    if (record) sorted.push(record);
  }
  return sorted;
}

function densely(values: Float64Array): Places {
  const distinct = new Map([...new Set(values)].toSorted((a, b) => a - b).map((value, place) => [value, place]));
  return values.map((value) => distinct.get(value) ?? 0);
}

function fieldPlaces(records: readonly LedgerRecord[], name: string, field: AnyField, textOrder: TextOrder): Places {
  const values = records.map((record) => fieldValue(record, name));
  switch (field.type) {
    case 'date':
      return placesByDate(values as readonly FuzzyDate[]);
    case 'level':
    case 'choice': {
      const places = new Map((field.choices ?? []).map((choice, place) => [choice, place]));
      return Float64Array.from(values, (value) => places.get(value as string) ?? BLANK);
    }
    case 'flag':
      return Float64Array.from(values, (value) => (value === true ? 0 : 1));
    case 'count': {
      const counts = Float64Array.from(values, (value) => (value as number | null) ?? BLANK);
      const places = densely(counts.filter((count) => count !== BLANK));
      let next = 0;
      return counts.map((count) => (count === BLANK ? BLANK : (places[next++] ?? 0)));
    }
    default:
      return placesByText(
        values.map((value) => cellText(field, value)),
        textOrder,
      );
  }
}

function placesByText(texts: readonly string[], textOrder: TextOrder): Places {
  const places = textOrder.placesOf(texts);
  return places.map((place, index) => (texts[index] === '' ? BLANK : place));
}

/** By the number that a date's place in a chronicle comes to; what is less exact stands after what is exact. */
function placesByDate(dates: readonly FuzzyDate[]): Places {
  const keys = Float64Array.from(dates, (date) => (date.end === null ? BLANK : chronicleNumber(date)));
  const sorted = [...new Set(keys)].filter((key) => key !== BLANK).toSorted((a, b) => a - b);
  const places = new Map(sorted.map((key, place) => [key, place]));
  return keys.map((key) => places.get(key) ?? BLANK);
}

/** In the order of `compareChronologically`. */
function chronicleNumber({ start, end, precision }: FuzzyDate): number {
  const day = (precision === 'day' ? start : end) ?? '';
  const number = Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
  return number * 10 + (precision === 'day' ? 0 : DATE_PRECISIONS.indexOf(precision));
}
