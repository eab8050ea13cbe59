/**
 * Which passages of a segment contain a gram: one or two neighbouring characters of the folded text, three of ASCII; a
 * character that folding drops, alone or with its neighbour as typed.
 *
 * The passages of a gram are kept apart by the best code with which it stands in them, each list as the differences of
 * its numbers in bytes or, when that is shorter, as one bit for each passage. So a gram is counted and ranked without
 * reading a text.
 */
export type GramIndex = {
  /** How many passages there are. */
  readonly passages: number;
  /** In order; see `gramKey`. */
  readonly keys: Uint32Array;
  /** The first list of each gram, and behind the last gram that of nobody. */
  readonly firstLists: Uint32Array;
  /** Of each list, in order within a gram. */
  readonly codes: Uint8Array;
  readonly counts: Uint32Array;
  /** Where the bytes of each list begin, and behind the last list those of nobody. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
};

/** A second unit of zero, which no text contains, stands for a gram of one character. */
export function gramKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** ASCII characters have so few pairs, and digits so many, that three of them in a row are a gram as well. */
export const ASCII_END = 0x80;
/** 21 bits of three characters; the upper five make one of the 32 noncharacters from here, which begin no other gram. */
const FIRST_NONCHARACTER = 0xfdd0;

export function asciiKey(first: number, second: number, third: number): number {
  const bits = (first << 14) | (second << 7) | third;
  return gramKey(FIRST_NONCHARACTER + (bits >>> 16), bits & 0xffff);
}

/** The place of a gram, or -1 when no passage contains it. */
export function findGram({ keys }: GramIndex, key: number): number {
  const place = placeOfKey(keys, key);
  return keys[place] === key ? place : -1;
}

/** The first place among keys in order at which one is not smaller. */
export function placeOfKey(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many passages contain a gram with a code below the limit. */
export function countGram(index: GramIndex, gram: number, codeLimit: number): number {
  let count = 0;
  const end = index.firstLists[gram + 1] as number;
  for (let list = index.firstLists[gram] as number; list < end; list += 1) {
    if ((index.codes[list] as number) < codeLimit) count += index.counts[list] as number;
  }
  return count;
}

/**
 * Lists the passages of a gram, the best code first and in order within one code, and calls back after each code.
 *
 * @param into room for all passages; how many of it are listed, and with what code, is handed to `visit`
 * @param isEnough asked before each code whether nothing more is wanted of it and what is behind it
 */
export function visitGram(
  index: GramIndex,
  gram: number,
  codeLimit: number,
  into: Uint32Array,
  visit: (count: number, code: number) => void,
  isEnough: (code: number) => boolean,
): void {
  const end = index.firstLists[gram + 1] as number;
  for (let list = index.firstLists[gram] as number; list < end; list += 1) {
    const code = index.codes[list] as number;
    if (code >= codeLimit || isEnough(code)) break;
    if (isBitmap(index, list)) readBitmap(index, list, into);
    else readDifferences(index, list, into);
    visit(index.counts[list] as number, code);
  }
}

/** Sets the bit of each passage of a gram. */
export function markGram(index: GramIndex, gram: number, codeLimit: number, bits: Uint8Array): void {
  const end = index.firstLists[gram + 1] as number;
  for (let list = index.firstLists[gram] as number; list < end; list += 1) {
    if ((index.codes[list] as number) >= codeLimit) continue;
    if (isBitmap(index, list)) mergeBitmap(index, list, bits);
    else markDifferences(index, list, bits);
  }
}

/** How many bytes a bit for each passage takes. */
export function bitmapBytes(passages: number): number {
  return (passages + 7) >>> 3;
}

/** A list as differences is always shorter than a bitmap, or it would be one. */
function isBitmap({ starts, passages }: GramIndex, list: number): boolean {
  return (starts[list + 1] as number) - (starts[list] as number) === bitmapBytes(passages);
}

function mergeBitmap({ starts, bytes }: GramIndex, list: number, bits: Uint8Array): void {
  const start = starts[list] as number;
  const length = (starts[list + 1] as number) - start;
  for (let at = 0; at < length; at += 1) bits[at] = (bits[at] as number) | (bytes[start + at] as number);
}

function readBitmap({ starts, bytes }: GramIndex, list: number, into: Uint32Array): void {
  const start = starts[list] as number;
  const length = (starts[list + 1] as number) - start;
  let read = 0;
  for (let at = 0; at < length; at += 1) {
    for (let byte = bytes[start + at] as number; byte !== 0; byte &= byte - 1) {
      into[read] = at * 8 + 31 - Math.clz32(byte & -byte);
      read += 1;
    }
  }
}

function markDifferences({ starts, bytes }: GramIndex, list: number, bits: Uint8Array): void {
  let passage = -1;
  const end = starts[list + 1] as number;
  for (let at = starts[list] as number; at < end;) {
    let byte = bytes[at] as number;
    at += 1;
    let difference = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at] as number;
      at += 1;
      difference |= (byte & 0x7f) << shift;
    }
    passage += difference;
    bits[passage >>> 3] = (bits[passage >>> 3] as number) | (1 << (passage & 7));
  }
}

function readDifferences({ starts, bytes }: GramIndex, list: number, into: Uint32Array): void {
  let passage = -1;
  let read = 0;
  const end = starts[list + 1] as number;
  for (let at = starts[list] as number; at < end;) {
    let byte = bytes[at] as number;
    at += 1;
    let difference = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at] as number;
      at += 1;
      difference |= (byte & 0x7f) << shift;
    }
    passage += difference;
    into[read] = passage;
    read += 1;
  }
}
