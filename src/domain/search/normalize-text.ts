/** Normalised text with the way back: unit i of `text` came from `starts[i]` up to `ends[i]` of the original. */
export type NormalizedText = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

type PieceVisitor = {
  /** A stretch that is its own normal form. */
  readonly plain: (start: number, end: number) => void;
  /** A piece of the text with its normal form, which may be empty, shorter or longer. */
  readonly piece: (normalized: string, start: number, end: number) => void;
};

// Piecewise NFKC equals NFKC of the whole as long as a piece takes along all that composes with its first character.
const COMPOSES = '[\\p{M}\\p{Default_Ignorable_Code_Point}\\uFF9E\\uFF9F\\u1161-\\u11FF]';
const BLANK = '[\\s\\p{Cc}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}]+';
const COMPOSING = new RegExp(COMPOSES, 'u');
const PIECE = new RegExp(`${BLANK}|.${COMPOSES}*`, 'suy');
const ONLY_BLANK = new RegExp(`^${BLANK}$`, 'u');
const SPACE = /[^\S\uFEFF]|\u0085/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** 二○一九, 二〇一九 and 二零一九 are the same year. */
const ZEROS = /[○◯零]/g;
const ZERO_CODE = 0x96f6;

/** Full-width punctuation and capitals come up all the time: their normal forms are worked out once. */
const unitForms = new Map<string, string>();

/**
 * The form in which texts are compared: NFKC, case folded, one form of zero, blanks as one space, and nothing that
 * cannot be seen. Never contains the noncharacter U+FFFF, which may therefore separate normalised texts.
 */
export function normalizeForSearch(text: string): string {
  let normalized = '';
  visitPieces(text, {
    plain: (start, end) => {
      normalized += start === 0 && end === text.length ? text : text.slice(start, end);
    },
    piece: (form) => {
      normalized += form;
    },
  });
  return normalized;
}

/** The same, remembering where each unit came from. For texts that are shown; too costly to keep for every record. */
export function normalizeWithPositions(text: string): NormalizedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let normalized = '';
  visitPieces(text, {
    plain: (start, end) => {
      normalized += text.slice(start, end);
      for (let at = start; at < end; at += 1) {
        starts.push(at);
        ends.push(at + 1);
      }
    },
    piece: (form, start, end) => {
      normalized += form;
      for (let unit = 0; unit < form.length; unit += 1) {
        starts.push(start);
        ends.push(end);
      }
    },
  });
  return { text: normalized, starts, ends };
}

function visitPieces(text: string, visit: PieceVisitor): void {
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (isPlain(text.charCodeAt(at))) continue;
    // A mark belongs to the plain character before it.
    const start = at > done && COMPOSING.test(text.charAt(at)) ? at - 1 : at;
    if (start > done) visit.plain(done, start);
    PIECE.lastIndex = start;
    const piece = PIECE.exec(text)?.[0] ?? text.charAt(start);
    done = start + piece.length;
    visit.piece(normalForm(piece), start, done);
    at = done - 1;
  }
  if (done < text.length) visit.plain(done, text.length);
}

/** Characters of which most texts consist and that stay as they are: ideographs, digits, small letters, some marks. */
function isPlain(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return code !== ZERO_CODE;
  if (code > 0x20 && code < 0x7f) return code < 0x41 || code > 0x5a;
  return (code >= 0x3008 && code <= 0x3011) || code === 0x3001 || code === 0x3002 || code === 0x201c || code === 0x201d;
}

function normalForm(piece: string): string {
  if (piece.length > 1) return computeNormalForm(piece);
  const known = unitForms.get(piece);
  if (known !== undefined) return known;
  const form = computeNormalForm(piece);
  unitForms.set(piece, form);
  return form;
}

function computeNormalForm(piece: string): string {
  if (ONLY_BLANK.test(piece)) return SPACE.test(piece) ? ' ' : '';
  // Upper case first: it folds ß to ss and both sigmas to one, which lower case alone does not.
  return piece
    .replace(IGNORABLE, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(IGNORABLE, '')
    .replace(ZEROS, '〇');
}
