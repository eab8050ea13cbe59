/**
 * The texts of a segment, each kept once whatever number of documents have it: titles, names of bodies, document numbers
 * and days come again and again, and what is read once for all of them need not be read for each.
 */
export type PassageTable = {
  readonly size: number;
  /** One or several fields each, every field behind the mark of its place; a mark stands behind the last one of all. */
  readonly text: Uint16Array;
  /** Where each passage begins, and behind the last one that of nobody. */
  readonly starts: Uint32Array;
};

export type PassageBuilder = {
  /** The number of the passage that reads as these units do. */
  readonly numberOf: (text: Uint16Array, start: number, end: number) => number;
  readonly finish: (endMark: number) => PassageTable;
};

const FIRST_SLOTS = 1024;
const FIRST_TEXT = 8192;
/** FNV-1a over units, spread once more because a table uses the lower bits only. */
const FNV_OFFSET = 0x811c_9dc5 | 0;
const FNV_PRIME = 0x0100_0193;

/** Numbers passages from 0 in the order in which they come first. */
export function createPassageBuilder(): PassageBuilder {
  let text = new Uint16Array(FIRST_TEXT);
  let length = 0;
  let size = 0;
  // The numbers of passages plus 1, and for each passage its hash and where it begins.
  let slots = new Uint32Array(FIRST_SLOTS);
  let hashes = new Int32Array(FIRST_SLOTS / 2);
  let starts = new Uint32Array(FIRST_SLOTS / 2 + 1);

  const grow = () => {
    const capacity = slots.length * 2;
    slots = new Uint32Array(capacity);
    for (let number = 0; number < size; number += 1) {
      let slot = (hashes[number] as number) & (capacity - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
      slots[slot] = number + 1;
    }
    const [oldHashes, oldStarts] = [hashes, starts];
    hashes = new Int32Array(capacity / 2);
    hashes.set(oldHashes);
    starts = new Uint32Array(capacity / 2 + 1);
    starts.set(oldStarts);
  };
  const append = (from: Uint16Array, start: number, end: number) => {
    if (length + end - start > text.length) {
      const larger = new Uint16Array(Math.max(length + end - start, text.length * 2));
      larger.set(text);
      text = larger;
    }
    for (let at = start; at < end; at += 1) text[length + at - start] = from[at] as number;
    length += end - start;
  };
  const reads = (number: number, from: Uint16Array, start: number, end: number): boolean => {
    const first = starts[number] as number;
    if ((starts[number + 1] as number) - first !== end - start) return false;
    for (let at = start; at < end; at += 1) if (text[first + at - start] !== from[at]) return false;
    return true;
  };
  return {
    numberOf: (from, start, end) => {
      if (size * 2 >= slots.length) grow();
      const hash = hashOf(from, start, end);
      let slot = hash & (slots.length - 1);
      for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] as number) - 1;
        if (hashes[number] === hash && reads(number, from, start, end)) return number;
      }
      append(from, start, end);
      slots[slot] = size + 1;
      hashes[size] = hash;
      starts[size + 1] = length;
      size += 1;
      return size - 1;
    },
    finish: (endMark) => {
      append(Uint16Array.of(endMark), 0, 1);
      return { size, text: text.slice(0, length), starts: starts.slice(0, size + 1) };
    },
  };
}

function hashOf(text: Uint16Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (text[at] as number), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85eb_ca6b);
  return hash ^ (hash >>> 13);
}
