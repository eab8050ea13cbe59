import { bitmapBytes, type GramIndex } from './gram-index.ts';
import { createKeyTable } from './key-table.ts';
import { NO_MATCH } from './match-place.ts';
import type { PassageTable } from './passage-table.ts';
import { finishSteps, type Steps } from './steps.ts';
import { createGramReader } from './visit-grams.ts';

/** How many units of text are gone through in one step: some milliseconds. */
const STEP_UNITS = 1 << 15;

export function buildGramIndex(passages: PassageTable): GramIndex {
  return finishSteps(buildGramIndexInSteps(passages));
}

/**
 * Goes through all texts twice, first to measure each list and then to write it where it belongs, so that nothing but
 * the index itself has to be held in memory.
 */
export function* buildGramIndexInSteps(passages: PassageTable): Steps<GramIndex> {
  const collector = createCollector();
  const measured = yield* measureLists(passages, collector);
  const plan = planLists(measured, collector, passages.size);
  yield;
  yield* writeLists(passages, collector, plan);
  const { keys, firstLists, codes, counts, starts, bytes } = plan;
  return { passages: passages.size, keys, firstLists, codes, counts, starts, bytes };
}

/** Gathers the grams of one passage after the other, each with its best code, as numbers of lists. */
function createCollector() {
  const grams = createKeyTable();
  const lists = createKeyTable();
  let best = new Uint8Array(0);
  let touched = new Uint32Array(1024);
  let touchedCount = 0;
  const read = createGramReader((key, code) => {
    const gram = grams.numberOf(key);
    if (gram >= best.length) {
      const larger = new Uint8Array(Math.max(4096, gram * 2)).fill(NO_MATCH);
      larger.set(best);
      best = larger;
    }
    const known = best[gram] as number;
    if (known === NO_MATCH) {
      if (touchedCount === touched.length) {
        const larger = new Uint32Array(touchedCount * 2);
        larger.set(touched);
        touched = larger;
      }
      touched[touchedCount] = gram;
      touchedCount += 1;
    }
    if (code < known) best[gram] = code;
  });
  const collect = (text: Uint16Array, start: number, end: number, take: (list: number) => void) => {
    read(text, start, end);
    for (let at = 0; at < touchedCount; at += 1) {
      const gram = touched[at] as number;
      // Keys of the table must not be zero.
      take(lists.numberOf(gram * NO_MATCH + (best[gram] as number) + 1));
      best[gram] = NO_MATCH;
    }
    touchedCount = 0;
  };
  return { grams, lists, collect };
}

type Collector = ReturnType<typeof createCollector>;

function* forEachPosting(
  { text, starts, size }: PassageTable,
  collector: Collector,
  take: (list: number, passage: number) => void,
): Steps<void> {
  let passage = 0;
  let nextStep = STEP_UNITS;
  const takeList = (list: number) => take(list, passage);
  for (; passage < size; passage += 1) {
    const end = starts[passage + 1] as number;
    collector.collect(text, starts[passage] as number, end, takeList);
    if (end < nextStep) continue;
    nextStep = end + STEP_UNITS;
    yield;
  }
}

type MeasuredLists = { readonly counts: Uint32Array; readonly sizes: Uint32Array };

function* measureLists(passages: PassageTable, collector: Collector): Steps<MeasuredLists> {
  let counts = new Uint32Array(4096);
  let sizes = new Uint32Array(4096);
  let last = new Int32Array(4096).fill(-1);
  const grow = (list: number) => {
    if (list < counts.length) return;
    const [oldCounts, oldSizes, oldLast] = [counts, sizes, last];
    counts = new Uint32Array(list * 2);
    sizes = new Uint32Array(list * 2);
    last = new Int32Array(list * 2).fill(-1);
    counts.set(oldCounts);
    sizes.set(oldSizes);
    last.set(oldLast);
  };
  yield* forEachPosting(passages, collector, (list, passage) => {
    grow(list);
    counts[list] = (counts[list] as number) + 1;
    sizes[list] = (sizes[list] as number) + differenceBytes(passage - (last[list] as number));
    last[list] = passage;
  });
  return { counts, sizes };
}

type ListPlan = Omit<GramIndex, 'passages'> & {
  /** Where each list of the collector stands among those of the index. */
  readonly places: Uint32Array;
};

/** Puts the lists in order and gives each its place. */
function planLists(measured: MeasuredLists, { grams, lists }: Collector, passages: number): ListPlan {
  const gramKeys = grams.keys();
  const gramOrder = sortByKey(gramKeys.length, (gram) => gramKeys[gram] as number);
  const rank = new Uint32Array(gramKeys.length);
  gramOrder.forEach((gram, place) => (rank[gram] = place));
  const listKeys = lists.keys();
  const gramOf = (list: number) => Math.floor(((listKeys[list] as number) - 1) / NO_MATCH);
  const codeOf = (list: number) => ((listKeys[list] as number) - 1) % NO_MATCH;
  const order = sortByKey(listKeys.length, (list) => (rank[gramOf(list)] as number) * NO_MATCH + codeOf(list));

  const firstLists = new Uint32Array(gramKeys.length + 1);
  const codes = new Uint8Array(order.length);
  const counts = new Uint32Array(order.length);
  const starts = new Uint32Array(order.length + 1);
  const places = new Uint32Array(order.length);
  for (const [place, list] of order.entries()) {
    places[list] = place;
    codes[place] = codeOf(list);
    counts[place] = measured.counts[list] as number;
    const gramPlace = rank[gramOf(list)] as number;
    firstLists[gramPlace + 1] = place + 1;
    starts[place + 1] = (starts[place] as number) + Math.min(measured.sizes[list] as number, bitmapBytes(passages));
  }
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  return { keys: gramOrder.map((gram) => gramKeys[gram] as number), firstLists, codes, counts, starts, bytes, places };
}

/** Numbers from 0 in the order of their keys. Both together fit into a double, which sorts without a comparing function. */
function sortByKey(length: number, keyOf: (number: number) => number): Uint32Array {
  const keyed = new Float64Array(length);
  for (let number = 0; number < length; number += 1) keyed[number] = keyOf(number) * length + number;
  return Uint32Array.from(keyed.toSorted(), (key) => key % length);
}

function* writeLists(passages: PassageTable, collector: Collector, { places, starts, bytes }: ListPlan): Steps<void> {
  const inBitmap = bitmapBytes(passages.size);
  const cursors = starts.slice(0, -1);
  const last = new Int32Array(cursors.length).fill(-1);
  yield* forEachPosting(passages, collector, (list, passage) => {
    const place = places[list] as number;
    const start = starts[place] as number;
    if ((starts[place + 1] as number) - start === inBitmap) {
      bytes[start + (passage >>> 3)] = (bytes[start + (passage >>> 3)] as number) | (1 << (passage & 7));
      return;
    }
    let difference = passage - (last[place] as number);
    last[place] = passage;
    let at = cursors[place] as number;
    for (; difference > 0x7f; difference >>>= 7) {
      bytes[at] = (difference & 0x7f) | 0x80;
      at += 1;
    }
    bytes[at] = difference;
    cursors[place] = at + 1;
  });
}

function differenceBytes(difference: number): number {
  let bytes = 1;
  for (let rest = difference >>> 7; rest > 0; rest >>>= 7) bytes += 1;
  return bytes;
}
