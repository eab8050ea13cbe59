export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A typed array that grows. */
export type Growing<T extends Numbers> = {
  readonly length: () => number;
  readonly push: (value: number) => void;
  readonly pushAll: (values: Numbers) => void;
  /** Each UTF-16 unit of a text as a number. */
  readonly pushText: (text: string) => void;
  /** All of it, at its exact length. */
  readonly finish: () => T;
};

const FIRST_CAPACITY = 64;

export function createGrowing<T extends Numbers>(make: new (length: number) => T): Growing<T> {
  let array = new make(FIRST_CAPACITY);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more <= array.length) return;
    const larger = new make(Math.max(length + more, array.length * 2));
    larger.set(array);
    array = larger;
  };
  return {
    length: () => length,
    push: (value) => {
      reserve(1);
      array[length] = value;
      length += 1;
    },
    pushAll: (values) => {
      reserve(values.length);
      array.set(values, length);
      length += values.length;
    },
    pushText: (text) => {
      reserve(text.length);
      for (let at = 0; at < text.length; at += 1) array[length + at] = text.charCodeAt(at);
      length += text.length;
    },
    finish: () => array.slice(0, length) as T,
  };
}
