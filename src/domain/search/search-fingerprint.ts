import { isFindable } from '../records/archive-record.ts';
import { buildGramIndex } from './build-gram-index.ts';
import { createChecksum, type Checksum } from './checksum.ts';
import { foldTable } from './fold-text.ts';
import { normalizeForSearch } from './normalize-text.ts';
import { packDocument, packPart, type PackedDocument, type PackedPart } from './packed-document.ts';
import { probeRecords } from './probe-records.ts';
import { toSearchDocument } from './search-document.ts';
import { createSearchNames, savedNames } from './search-names.ts';
import { isPart, toSearchPart } from './search-part.ts';
import { buildSegment } from './search-segment.ts';

let known: string | null = null;

/**
 * Says by what rules an index is made: how texts are normalised and folded, which documents are made of records, and
 * which grams of texts. It is worked out from what the code makes of made-up records with a value in every field and of
 * every character that normalising may change, so that nobody has to remember to say that the rules have changed.
 *
 * @returns 16 hexadecimal digits; takes some 30 ms the first time
 */
export function searchFingerprint(): string {
  known ??= workOut();
  return known;
}

function workOut(): string {
  const sum = createChecksum();
  sum.addText(normalizeForSearch(allUnits()));
  sum.addText(COMPOSED.map(normalizeForSearch).join('\n'));
  addArray(sum, foldTable());
  const names = createSearchNames();
  const records = probeRecords();
  const parts = records.filter(isPart).map((record): PackedPart => packPart(toSearchPart(record), names));
  const documents = records.filter(isFindable).map((record, index): PackedDocument => {
    return packDocument(toSearchDocument(record), index === 0 ? parts : [], names);
  });
  const segment = buildSegment(documents);
  sum.addText(JSON.stringify([documents, savedNames(names)]));
  const { passages, ...grams } = buildGramIndex(segment.passages);
  for (const array of [segment.passages.text, segment.passages.starts, ...Object.values(grams)]) addArray(sum, array);
  sum.addText(String(passages));
  return sum.value();
}

function addArray(sum: Checksum, array: Uint8Array | Uint16Array | Uint32Array): void {
  sum.add(array.slice().buffer);
}

/** Ideographs, Yi, Hangul, surrogates and private characters come in thousands, and are not changed one by one. */
const SKIPPED = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xf8ff],
] as const;
const UNITS = 0x1_0000;
/** What changes together with what stands beside it, or is longer than one unit. */
const COMPOSED = [
  'e\u0301',
  'ｶﾞ',
  '\u1112\u1161\u11ab',
  '𠮷',
  '𝟘',
  '①㈱㍿',
  '二零一九○',
  'ß',
  ' \u3000\t\n',
  '\ufeffx\u200b',
  '가힣',
];

function allUnits(): string {
  let all = '';
  for (let unit = 0; unit < UNITS; unit += 1) {
    const skipped = SKIPPED.find(([from, to]) => unit >= from && unit <= to);
    if (skipped !== undefined) unit = skipped[1];
    else all += String.fromCharCode(unit);
  }
  return all;
}
