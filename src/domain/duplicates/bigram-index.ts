/** Which texts share pairs of neighbouring characters with a text, and how many. Texts are known by their slot. */
export type BigramIndex = {
  /** The slot of the text, counted from 0. */
  readonly add: (bigrams: ReadonlySet<number>) => number;
  /** Visits every slot that shares a pair, once, in no particular order. */
  readonly visitShared: (bigrams: ReadonlySet<number>, visit: (slot: number, shared: number) => void) => void;
};

export function createBigramIndex(): BigramIndex {
  const postings = new Map<number, number[]>();
  let slots = 0;
  // Counts of one query; all zero between queries.
  let counts = new Uint16Array(1_024);

  return {
    add: (bigrams) => {
      const slot = slots;
      slots += 1;
      for (const pair of bigrams) {
        const list = postings.get(pair);
        if (list === undefined) postings.set(pair, [slot]);
        else list.push(slot);
      }
      return slot;
    },
    visitShared: (bigrams, visit) => {
      if (counts.length < slots) counts = new Uint16Array(slots * 2);
      const touched: number[] = [];
      for (const pair of bigrams) {
        for (const slot of postings.get(pair) ?? []) {
          const count = counts[slot] ?? 0;
          if (count === 0) touched.push(slot);
          counts[slot] = count + 1;
        }
      }
      const found = touched.map((slot) => counts[slot] ?? 0);
      for (const slot of touched) counts[slot] = 0;
      touched.forEach((slot, index) => visit(slot, found[index] ?? 0));
    },
  };
}
