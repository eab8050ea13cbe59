import { orderKeyOf } from './read-segment.ts';
import { compareDocuments, createSegmentBuilder, type OrderKey, type Segment } from './search-segment.ts';
import type { SegmentView } from './segment-view.ts';
import type { Steps } from './steps.ts';

/** How many documents are copied in one step: some milliseconds. */
const STEP_DOCUMENTS = 128;

/** The documents of some segments that are living now, in one order. */
export function* mergeSegmentsInSteps(views: readonly SegmentView[]): Steps<Segment> {
  const builder = createSegmentBuilder();
  let cursors = views.flatMap(openCursor);
  for (let copied = 1; cursors.length > 0; copied += 1) {
    const next = cursors.reduce((best, cursor) => (compareDocuments(cursor.key, best.key) < 0 ? cursor : best));
    builder.copy(next.segment, next.documents[next.at] as number);
    if (!advance(next)) cursors = cursors.filter((cursor) => cursor !== next);
    if (copied % STEP_DOCUMENTS === 0) yield;
  }
  return builder.finish();
}

/** Where in the order of one segment the next document is taken. */
type Cursor = { readonly segment: Segment; readonly documents: Uint32Array; at: number; key: OrderKey };

function openCursor({ segment, living }: SegmentView): readonly Cursor[] {
  const documents = living();
  const [first] = documents;
  return first === undefined ? [] : [{ segment, documents, at: 0, key: orderKeyOf(segment, first) }];
}

/** @returns whether there is another document */
function advance(cursor: Cursor): boolean {
  cursor.at += 1;
  const document = cursor.documents[cursor.at];
  if (document === undefined) return false;
  cursor.key = orderKeyOf(cursor.segment, document);
  return true;
}
