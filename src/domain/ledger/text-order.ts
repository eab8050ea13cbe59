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
/** An index is written behind a key as a unit below all places and two units of this many bits. */
const INDEX_BITS = 15;
const INDEX_MASK = 2 ** INDEX_BITS - 1;
const TAG_LENGTH = 3;
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
  };
  return {
    placesOf: (texts) => {
      const ordinals = new Map<string, number>();
      const ordinalOf = new Uint32Array(texts.length);
      for (const [index, text] of texts.entries()) {
        const ordinal = ordinals.get(text) ?? ordinals.size;
        if (ordinal === ordinals.size) ordinals.set(text, ordinal);
        ordinalOf[index] = ordinal;
      }
      const distinct = [...ordinals.keys()];
      learn(distinct);
      const placesOfDistinct = placesOfTexts(distinct, placeOf);
      const places = new Float64Array(texts.length);
      for (const [index, ordinal] of ordinalOf.entries()) places[index] = placesOfDistinct[ordinal] ?? 0;
      return places;
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

/** What keys are made with: the places of characters, that of all digits, and room for one key. */
type KeyMaking = { readonly placeOf: Uint16Array; readonly digitPlace: number; readonly key: Uint16Array };

/** Units of a key that are written at once; longer texts are compared by their beginnings. */
const LONGEST_KEY = 2000;

/**
 * The places of a text's characters as a text, and its index behind a unit that stands below all places: sorting plain
 * texts is many times faster than calling back for every pair.
 */
function keyOf(text: string, index: number, { placeOf, digitPlace, key }: KeyMaking): string {
  let length = 0;
  for (let at = 0; at < text.length && length < LONGEST_KEY; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      const end = endOfNumber(text, at);
      length = writeNumber(key, length, text.slice(at, end), digitPlace);
      at = end - 1;
      continue;
    }
    const isChongqing = code === CHONGQING.first && text.charCodeAt(at + 1) === CHONGQING.second;
    key[length] = placeOf[isChongqing ? CHONGQING.code : code] ?? 0;
    length += 1;
    if (isChongqing) at += 1;
  }
  key[length] = 0;
  key[length + 1] = index >> INDEX_BITS;
  key[length + 2] = index & INDEX_MASK;
  return String.fromCharCode.apply(null, key.subarray(0, length + TAG_LENGTH) as unknown as number[]);
}

function endOfNumber(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** The place of digits among characters, then the number's length, then its digits: 9 before 10, both before letters. */
function writeNumber(key: Uint16Array, at: number, digits: string, digitPlace: number): number {
  let start = 0;
  while (start < digits.length - 1 && digits.charCodeAt(start) === ZERO) start += 1;
  const end = Math.min(digits.length, start + LONGEST_KEY);
  key[at] = digitPlace;
  key[at + 1] = Math.min(end - start, LONGEST_NUMBER);
  for (let digit = start; digit < end; digit += 1) key[at + 2 + digit - start] = digits.charCodeAt(digit);
  return at + 2 + end - start;
}

/** All numbers begin at one place, whichever digits are known. */
function findDigitPlace(placeOf: Uint16Array): number {
  const known = placeOf.subarray(ZERO, NINE + 1).find((place) => place > 0);
  return known ?? FIRST_PLACE;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Where each of some different texts stands among them; those with the same key have the same place. */
function placesOfTexts(texts: readonly string[], placeOf: Uint16Array): Float64Array {
  const making = {
    placeOf,
    digitPlace: findDigitPlace(placeOf),
    key: new Uint16Array(2 * LONGEST_KEY + 2 + TAG_LENGTH),
  };
  const tagged = texts.map((text, index) => keyOf(text, index, making));
  const places = new Float64Array(texts.length);
  let place = -1;
  let last: string | null = null;
  for (const each of tagged.toSorted()) {
    const end = each.length - TAG_LENGTH;
    const own = each.slice(0, end);
    if (own !== last) place += 1;
    places[(each.charCodeAt(end + 1) << INDEX_BITS) | each.charCodeAt(end + 2)] = place;
    last = own;
  }
  return places;
}
