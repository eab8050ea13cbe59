/** Numbers keys from 0 in the order in which they come. */
export type KeyTable = {
  /** The number of a key, which must not be zero. */
  readonly numberOf: (key: number) => number;
  /** All keys by their numbers. */
  readonly keys: () => Uint32Array;
};

const FIRST_CAPACITY = 4096;
/** Knuth's multiplicative hash: neighbouring keys go far apart. */
const MULTIPLIER = 0x9e37_79b1;

/** A hash table with open addresses, for keys of 32 bits: several times faster than a Map of numbers. */
export function createKeyTable(): KeyTable {
  let capacity = FIRST_CAPACITY;
  let slots = new Uint32Array(capacity);
  let numbers = new Uint32Array(capacity);
  let byNumber = new Uint32Array(capacity);
  let size = 0;
  let shift = 32 - Math.log2(capacity);

  const slotOf = (key: number): number => {
    let slot = Math.imul(key, MULTIPLIER) >>> shift;
    for (let found = slots[slot] as number; found !== 0 && found !== key; found = slots[slot] as number) {
      slot = (slot + 1) & (capacity - 1);
    }
    return slot;
  };
  const grow = () => {
    capacity *= 2;
    shift -= 1;
    slots = new Uint32Array(capacity);
    numbers = new Uint32Array(capacity);
    for (let number = 0; number < size; number += 1) {
      const key = byNumber[number] as number;
      const slot = slotOf(key);
      slots[slot] = key;
      numbers[slot] = number;
    }
    const larger = new Uint32Array(capacity);
    larger.set(byNumber);
    byNumber = larger;
  };
  return {
    numberOf: (key) => {
      let slot = slotOf(key);
      if (slots[slot] === key) return numbers[slot] as number;
      if (size * 2 >= capacity) {
        grow();
        slot = slotOf(key);
      }
      slots[slot] = key;
      numbers[slot] = size;
      byNumber[size] = key;
      size += 1;
      return size - 1;
    },
    keys: () => byNumber.slice(0, size),
  };
}
