import type { MatchGrade } from './match-place.ts';
import type { Matches } from './matches.ts';
import { orderKeyOf } from './read-segment.ts';
import { compareDocuments } from './search-segment.ts';
import type { SegmentView } from './segment-view.ts';

export type FoundInView = { readonly view: SegmentView; readonly matches: Matches };
export type RankedDocument = { readonly view: SegmentView; readonly document: number; readonly grade: MatchGrade };

/** The best documents of all segments, the most recent first among equals. Only those of the page are put in order. */
export function rankPage(found: readonly FoundInView[], offset: number, limit: number): readonly RankedDocument[] {
  const wanted = offset + limit;
  const lists = found.map(({ view, matches }) => bestOf(view, matches, wanted));
  const [list = []] = lists;
  if (lists.length < 2) return list.slice(offset, wanted);
  return lists
    .flat()
    .map((ranked) => ({ ranked, key: orderKeyOf(ranked.view.segment, ranked.document) }))
    .toSorted((a, b) => b.ranked.grade - a.ranked.grade || compareDocuments(a.key, b.key))
    .slice(offset, wanted)
    .map(({ ranked }) => ranked);
}

/** The best of one segment, in which documents are the more recent the smaller their number is. */
function bestOf(view: SegmentView, { documents, grades }: Matches, wanted: number): readonly RankedDocument[] {
  const places = firstPlaces(grades, wanted);
  const length = Math.min(documents.length, wanted);
  const ranked = Array.from<unknown, RankedDocument>({ length }, () => ({ view, document: 0, grade: 0 }));
  let missing = length;
  for (let at = 0; missing > 0; at += 1) {
    const grade = grades[at] as number;
    const place = places.get(grade);
    if (place === undefined || place >= length) continue;
    places.set(grade, place + 1);
    ranked[place] = { view, document: documents[at] as number, grade };
    missing -= 1;
  }
  return ranked;
}

const GRADES = 0x1_0000;
/** How many documents have each grade; clean whenever it is not in use. */
const tally = new Uint32Array(GRADES);

/** Where in the order the documents of each grade begin, for those grades that are wanted; greater grades come first. */
function firstPlaces(grades: Uint16Array, wanted: number): Map<MatchGrade, number> {
  tallyGrades(grades);
  const places = new Map<MatchGrade, number>();
  const end = Math.min(wanted, grades.length);
  for (let grade = GRADES - 1, place = 0; place < end; grade -= 1) {
    const count = tally[grade] as number;
    if (count === 0) continue;
    places.set(grade, place);
    place += count;
  }
  tally.fill(0);
  return places;
}

function tallyGrades(grades: Uint16Array): void {
  // Going through the iterator of a typed array takes several times as long.
  for (let at = 0; at < grades.length; at += 1) {
    const grade = grades[at] as number;
    tally[grade] = (tally[grade] as number) + 1;
  }
}
