/** Puts Chinese texts into the order of a dictionary, by pinyin, numbers inside them by their value. */
export type TextOrder = {
  /** The place of each text among all of them: equal texts have equal places. */
  readonly placesOf: (texts: readonly string[]) => Float64Array;
};

/** The places of characters stand above everything else in a key. */
const FIRST_PLACE = 0x0100;
/** Longer runs of digits are compared digit by digit. */
const LONGEST_NUMBER = 60;
const [ZERO, NINE] = [0x30, 0x39];
/** An index is written behind a key as two units of this many bits. */
const INDEX_BITS = 15;
/** The one word that the Chinese collation puts elsewhere than its characters: 重 is read chóng in it, not zhòng. */
const CHONGQING = { text: '重庆', first: 0x91cd, second: 0x5e86, code: 0 } as const;

/**
 * Comparing two Chinese texts by a collator takes long enough that 100,000 titles keep a person waiting. So characters
 * are put into the collator's order once, each time that new ones turn up, and texts are compared by the places of
 * their characters. That gives the collator's order except among texts that differ only in width, case or accents.
 */
export function createTextOrder(): TextOrder {
  const collator = new Intl.Collator('zh-CN', { sensitivity: 'base' });
  const isKnown = new Uint8Array(0x10000);
  const placeOf = new Uint16Array(0x10000);
  let keys = new Map<string, string>();

  const learn = (texts: readonly string[]) => {
    let isMore = false;
    for (const text of texts) {
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (isKnown[code] === 1) continue;
        isKnown[code] = 1;
        isMore = true;
      }
    }
    if (!isMore) return;
    isKnown[CHONGQING.code] = 1;
    arrange(collator, isKnown, placeOf);
    keys = new Map();
  };
  return {
    placesOf: (texts) => {
      learn(texts.filter((text) => !keys.has(text)));
      const ordinals = new Map<string, number>();
      const ordinalOf = texts.map((text) => {
        const ordinal = ordinals.get(text) ?? ordinals.size;
        ordinals.set(text, ordinal);
        return ordinal;
      });
      const distinct = Array.from(ordinals.keys(), (text) => {
        const key = keys.get(text) ?? keyOf(text, placeOf);
        keys.set(text, key);
        return key;
      });
      const places = placesOfKeys(distinct);
      return Float64Array.from(ordinalOf, (ordinal) => places[ordinal] ?? 0);
    },
  };
}

/** Gives every known character its place; those that differ only in width, case or accents have the same. */
function arrange(collator: Intl.Collator, isKnown: Uint8Array, placeOf: Uint16Array): void {
  const textOf = (code: number) => (code === CHONGQING.code ? CHONGQING.text : String.fromCharCode(code));
  const codes = [...isKnown.keys()].filter((code) => isKnown[code] === 1);
  const characters = codes.map((code) => ({ code, text: textOf(code) }));
  let place = FIRST_PLACE;
  let last: string | null = null;
  for (const { code, text } of characters.toSorted((a, b) => collator.compare(a.text, b.text))) {
    if (last !== null && collator.compare(last, text) !== 0) place += 1;
    placeOf[code] = place;
    last = text;
  }
}

/** The places of a text's characters as a text: comparing two of these by their units compares the texts. */
function keyOf(text: string, placeOf: Uint16Array): string {
  const key: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at = pushNumber(key, text, at, placeOf) - 1;
    else if (code === CHONGQING.first && text.charCodeAt(at + 1) === CHONGQING.second) {
      key.push(placeOf[CHONGQING.code] ?? 0);
      at += 1;
    } else key.push(placeOf[code] ?? 0);
  }
  return String.fromCharCode(...key);
}

/** The place of digits among characters, then the number's length, then its digits: 9 before 10, both before letters. */
function pushNumber(key: number[], text: string, from: number, placeOf: Uint16Array): number {
  let end = from + 1;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  let start = from;
  while (start < end - 1 && text.charCodeAt(start) === ZERO) start += 1;
  key.push(digitPlace(placeOf), Math.min(end - start, LONGEST_NUMBER));
  for (let at = start; at < end; at += 1) key.push(text.charCodeAt(at));
  return end;
}

/** All numbers begin at one place, whichever digits are known. */
function digitPlace(placeOf: Uint16Array): number {
  const known = placeOf.subarray(ZERO, NINE + 1).find((place) => place > 0);
  return known ?? FIRST_PLACE;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/**
 * Sorting plain texts is many times faster than calling back for every pair, so each key carries its index behind a
 * unit that stands below all places.
 */
function placesOfKeys(keys: readonly string[]): Float64Array {
  const mask = 2 ** INDEX_BITS - 1;
  const tagged = keys.map((key, index) => `${key}${String.fromCharCode(0, index >> INDEX_BITS, index & mask)}`);
  const places = new Float64Array(keys.length);
  let place = -1;
  let last: string | null = null;
  for (const each of tagged.toSorted()) {
    const index = (each.charCodeAt(each.length - 2) << INDEX_BITS) | each.charCodeAt(each.length - 1);
    const key = keys[index] ?? '';
    if (key !== last) place += 1;
    places[index] = place;
    last = key;
  }
  return places;
}
