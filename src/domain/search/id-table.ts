import { ID_BREAK, type Segment } from './search-segment.ts';

/** Finds the documents of a segment by their ids without keeping the ids as strings: 8 bytes for each. */
export type IdTable = {
  /** The document's number, or -1. */
  readonly find: (id: string) => number;
};

export function createIdTable({ size, starts, ranges }: Segment): IdTable {
  const capacity = 2 ** Math.ceil(Math.log2(size * 2 + 2));
  // Document numbers plus 1.
  const slots = new Uint32Array(capacity);
  const { ids } = ranges;
  for (let document = 0; document < size; document += 1) {
    let hash = FNV_OFFSET;
    const end = starts.ids[document + 1] as number;
    for (let at = starts.ids[document] as number; at < end && ids[at] !== ID_BREAK; at += 1) {
      hash = mix(hash, ids[at] as number);
    }
    let slot = hash & (capacity - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = document + 1;
  }
  const hasId = (document: number, id: string): boolean => {
    const start = starts.ids[document] as number;
    const end = starts.ids[document + 1] as number;
    for (let at = 0; at < id.length; at += 1) if (ids[start + at] !== id.charCodeAt(at)) return false;
    return start + id.length === end || ids[start + id.length] === ID_BREAK;
  };
  return {
    find: (id) => {
      let hash = FNV_OFFSET;
      for (let at = 0; at < id.length; at += 1) hash = mix(hash, id.charCodeAt(at));
      for (let slot = hash & (capacity - 1); slots[slot] !== 0; slot = (slot + 1) & (capacity - 1)) {
        const document = (slots[slot] as number) - 1;
        if (hasId(document, id)) return document;
      }
      return -1;
    },
  };
}

/** FNV-1a. */
const FNV_OFFSET = 0x811c_9dc5 | 0;

function mix(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x0100_0193);
}
