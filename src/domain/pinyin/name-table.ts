import { normalizeWithPositions } from '../search/normalize-text.ts';

/**
 * The readings of one character: lower-case syllables without tones, `ü` as `v`, most usual first; none for a character
 * that has no reading.
 */
export type CharReadings = (char: string) => readonly string[];

/** How one character may be typed. Numbers in `whole` and `initials` are ids of spellings. */
export type CharForm = {
  readonly id: number;
  /** The character itself and its syllables. */
  readonly whole: readonly number[];
  /** What stands for a syllable in short: its first letter, and zh, ch, sh. */
  readonly initials: readonly number[];
};

/** One character of a name. */
export type NameCell = {
  /** Where the character stands in the name as it is written, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly beginsWord: boolean;
  readonly form: CharForm;
};

/** A name prepared for matching: without blanks and punctuation, which people leave out or type otherwise. */
export type NameTable = {
  readonly text: string;
  readonly cells: readonly NameCell[];
  /** The form's id of each cell once more, close together: every key press looks at all of them. */
  readonly formIds: Int32Array;
  /** Unit i of `text` belongs to cell `cellOf[i]`. */
  readonly cellOf: readonly number[];
};

/** Numbers characters and spellings once, so that each is held against what was typed once and not for each name. */
export type Alphabet = {
  readonly spellings: readonly string[];
  readonly forms: readonly CharForm[];
  readonly formOf: (char: string) => CharForm;
};

/** Names are cut here: what stands behind is found in no unit's name, and every cell costs at each key press. */
const MAX_CELLS = 120;
const SKIPPED = /^[\s\p{P}]$/u;
const MARKED_LETTER = /([a-z])\p{M}+/gu;
const HAN = /^\p{Script=Han}$/u;
const SYLLABLE = /^[a-z]{1,8}$/;
/** Ends of words in the names of Chinese bodies: 菏泽市|中级人民法院, 市委|市直机关工委. */
const WORD_ENDS: ReadonlySet<string> = new Set('省市县区州乡镇委府局厅部署院会');

export function createAlphabet(readings: CharReadings): Alphabet {
  const spellings: string[] = [];
  const ids = new Map<string, number>();
  const forms: CharForm[] = [];
  const formByChar = new Map<string, CharForm>();

  const idOf = (spelling: string): number => {
    const id = ids.get(spelling) ?? spellings.push(spelling) - 1;
    ids.set(spelling, id);
    return id;
  };
  const makeForm = (char: string): CharForm => {
    const syllables = readings(char).filter((syllable) => SYLLABLE.test(syllable));
    const initials = new Set(syllables.flatMap(shortForms));
    for (const syllable of syllables) initials.delete(syllable);
    const whole = [...new Set([char, ...syllables])].map(idOf);
    return { id: forms.length, whole, initials: [...initials].map(idOf) };
  };
  return {
    spellings,
    forms,
    formOf: (char) => {
      const known = formByChar.get(char);
      if (known !== undefined) return known;
      const form = makeForm(char);
      forms.push(form);
      formByChar.set(char, form);
      return form;
    },
  };
}

/** Tone marks are dropped and ü becomes v, as it is typed on a keyboard: hézé -> heze, nǚ -> nv. */
export function foldLetters(normalized: string): string {
  // Most texts have no marked letter at all.
  if (!/[\u00C0-\u024F\u1E00-\u1EFF]|\p{M}/u.test(normalized)) return normalized;
  return normalized
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(MARKED_LETTER, '$1')
    .normalize('NFC');
}

export function isSkipped(char: string): boolean {
  return SKIPPED.test(char);
}

export function isHan(char: string): boolean {
  return HAN.test(char);
}

export function buildNameTable(name: string, alphabet: Alphabet): NameTable {
  const normalized = normalizeWithPositions(name);
  const cells: NameCell[] = [];
  const cellOf: number[] = [];
  let text = '';
  let before = '';
  let at = 0;
  for (const char of normalized.text) {
    const start = normalized.starts[at] ?? 0;
    const end = normalized.ends[at + char.length - 1] ?? name.length;
    at += char.length;
    if (!isSkipped(char)) {
      const folded = foldLetters(char);
      const beginsWord = isWordStart(before, char, text);
      for (let unit = 0; unit < folded.length; unit += 1) cellOf.push(cells.length);
      text += folded;
      cells.push({ start, end, beginsWord, form: alphabet.formOf(folded) });
      if (cells.length === MAX_CELLS) break;
    }
    before = char;
  }
  return { text, cells, formIds: Int32Array.from(cells, ({ form }) => form.id), cellOf };
}

function isWordStart(before: string, char: string, textBefore: string): boolean {
  if (before === '' || isSkipped(before)) return true;
  if (isHan(before) !== isHan(char)) return true;
  return (WORD_ENDS.has(before) && !WORD_ENDS.has(char)) || textBefore === '中共' || startsShortCity(before, char);
}

/** 市委市直机关工委, 省委省直机关: the level is named anew. */
function startsShortCity(before: string, char: string): boolean {
  return (before === '委' || before === '府') && (char === '市' || char === '省' || char === '县' || char === '区');
}

function shortForms(syllable: string): readonly string[] {
  const first = syllable.charAt(0);
  return /^[zcs]h/.test(syllable) ? [first, `${first}h`] : [first];
}
