import type { Numbers } from './growing-array.ts';
import { isMark } from './match-text.ts';
import type { PackedColumns, PackedDocument, PackedFields, PackedOriginal, PackedPart } from './packed-document.ts';
import { ID_BREAK, type OrderKey, type Segment } from './search-segment.ts';

/** String.fromCharCode takes its units as arguments, of which there may not be very many. */
const MOST_ARGUMENTS = 8192;

export function textOf(units: Numbers): string {
  if (units.length <= MOST_ARGUMENTS) return fromCharCodes(units);
  let text = '';
  for (let at = 0; at < units.length; at += MOST_ARGUMENTS) {
    text += fromCharCodes(units.subarray(at, at + MOST_ARGUMENTS));
  }
  return text;
}

function fromCharCodes(units: Numbers): string {
  // Spreading goes through an iterator and takes ten times as long; `apply` takes any list, whatever its type says.
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** The number of the document's unit references, field names and so on in a row. */
export function rangeOf<K extends keyof Segment['ranges']>(
  segment: Segment,
  name: K,
  document: number,
): Segment['ranges'][K] {
  const starts = segment.starts[name];
  return segment.ranges[name].subarray(starts[document], starts[document + 1]) as Segment['ranges'][K];
}

export function idOf(segment: Segment, document: number): string {
  const ids = rangeOf(segment, 'ids', document);
  const end = ids.indexOf(ID_BREAK);
  return textOf(end === -1 ? ids : ids.subarray(0, end));
}

export function orderKeyOf(segment: Segment, document: number): OrderKey {
  const { endDay, startDay, createdAt } = segment.values;
  return {
    endDay: endDay[document] as number,
    startDay: startDay[document] as number,
    createdAt: createdAt[document] as number,
    id: idOf(segment, document),
  };
}

export function columnsOf({ values }: Segment, document: number): PackedColumns {
  return {
    kind: values.kind[document] as number,
    level: values.level[document] as number,
    things: values.things[document] as number,
    works: values.works[document] as number,
    series: values.series[document] as number,
    status: values.status[document] as number,
    endDay: values.endDay[document] as number,
    startDay: values.startDay[document] as number,
    precision: values.precision[document] as number,
    rawDate: values.rawDate[document] as number,
    createdAt: values.createdAt[document] as number,
  };
}

/** A field as it is shown and as it is searched, with the number of its name. */
export type StoredField = { readonly nameNumber: number; readonly text: string; readonly normalized: string };

/** The fields of a document, those of its parts included. */
export function readFields(segment: Segment, document: number): readonly StoredField[] {
  const names = rangeOf(segment, 'fieldNames', document);
  const originals = readOriginals(segment, document);
  let next = 0;
  return splitFields(documentText(segment, document)).map((marked, index) => {
    const normalized = marked.slice(1);
    const original = originals[next];
    const isOriginal = original !== undefined && original[0] === index;
    if (isOriginal) next += 1;
    return { nameNumber: names[index] as number, text: isOriginal ? original[1] : normalized, normalized };
  });
}

/** Takes a document out as it was put in, to be put into another segment. */
export function unpackDocument(segment: Segment, document: number): PackedDocument {
  const [id = '', ...partIds] = textOf(rangeOf(segment, 'ids', document)).split('\n');
  const things = rangeOf(segment, 'partThings', document);
  const counts = [...rangeOf(segment, 'partFields', document)];
  const fields: PackedFields = {
    text: documentText(segment, document),
    names: [...rangeOf(segment, 'fieldNames', document)],
    originals: readOriginals(segment, document),
  };
  const ownCount = fields.names.length - counts.reduce((sum, count) => sum + count, 0);
  const [own, ...pieces] = splitPieces(fields, [ownCount, ...counts]);
  return {
    ...columnsOf(segment, document),
    id,
    units: [...rangeOf(segment, 'units', document)],
    own: own ?? { text: '', names: [], originals: [] },
    parts: pieces.map((piece, index): PackedPart => ({
      ...piece,
      id: partIds[index] ?? '',
      things: things[index] ?? 0,
    })),
  };
}

/** Calls back with where each field of a document stands, from its mark up to the next one. */
export function visitFields(
  segment: Segment,
  document: number,
  visit: (text: Uint16Array, start: number, end: number) => void,
): void {
  const { text, starts } = segment.passages;
  for (const passage of rangeOf(segment, 'passages', document)) {
    let start = starts[passage] as number;
    const end = starts[passage + 1] as number;
    for (let at = start + 1; at <= end; at += 1) {
      if (at < end && !isMark(text[at] as number)) continue;
      visit(text, start, at);
      start = at;
    }
  }
}

/** The fields of a document, each behind its mark. */
export function documentText(segment: Segment, document: number): string {
  const { text, starts } = segment.passages;
  let all = '';
  for (const passage of rangeOf(segment, 'passages', document)) {
    all += textOf(text.subarray(starts[passage], starts[passage + 1]));
  }
  return all;
}

function splitPieces(fields: PackedFields, counts: readonly number[]): readonly PackedFields[] {
  const texts = splitFields(fields.text);
  let first = 0;
  return counts.map((count): PackedFields => {
    const [from, to] = [first, first + count];
    first = to;
    return {
      text: texts.slice(from, to).join(''),
      names: fields.names.slice(from, to),
      originals: fields.originals
        .filter(([field]) => field >= from && field < to)
        .map(([field, text]): PackedOriginal => [field - from, text]),
    };
  });
}

/** Each field with its mark. */
function splitFields(text: string): readonly string[] {
  const fields: string[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && !isMark(text.charCodeAt(at))) continue;
    fields.push(text.slice(start, at));
    start = at;
  }
  return fields;
}

function readOriginals(segment: Segment, document: number): readonly PackedOriginal[] {
  const units = rangeOf(segment, 'originals', document);
  const originals: PackedOriginal[] = [];
  const numberAt = (at: number) => (units[at] ?? 0) + (units[at + 1] ?? 0) * 0x1_0000;
  for (let at = 0; at < units.length;) {
    const length = numberAt(at + 2);
    originals.push([numberAt(at), textOf(units.subarray(at + 4, at + 4 + length))]);
    at += 4 + length;
  }
  return originals;
}
