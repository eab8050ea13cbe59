import { refuse, succeed, type Result } from '../result.ts';
import { NUMBER_WIDTHS, SEGMENT_KINDS, SEGMENT_NAMES, type SegmentKind } from './file-code-segments.ts';

/** The shape of file codes: segments in order, a separator between each two of them. */
export type FileCodeTemplate = {
  readonly text: string;
  readonly segments: readonly SegmentKind[];
  /** `separators[i]` stands behind `segments[i]`. */
  readonly separators: readonly string[];
  readonly numberWidth: number;
};

/** What is wrong with a template, and where: `at` counts UTF-16 code units of the text, `text` is the piece itself. */
export type TemplateProblem = {
  readonly code:
    | 'empty-template'
    | 'unbalanced-brace'
    | 'unknown-segment'
    | 'repeated-segment'
    | 'bad-width'
    | 'width-disagrees'
    | 'missing-separator'
    | 'bad-separator'
    | 'stray-separator'
    | 'missing-number'
    | 'number-not-last';
  readonly at: number;
  readonly text: string;
};

/**
 * The two common shapes, `Z109-WS·2011-Y-BGS-0001` and `Z109-WS·2011·Y·办公室-0001`. DA/T 22-2015, 5.4: a hyphen between a
 * level and the one below, a dot between codes of one level. The number is as wide as the settings say.
 */
export const FILE_CODE_PRESETS = {
  hyphens: '{全宗号}-{门类}·{年度}-{保管期限}-{机构}-{件号}',
  dots: '{全宗号}-{门类}·{年度}·{保管期限}·{机构}-{件号}',
} as const;

type Piece = { readonly at: number; readonly text: string };
type SegmentPiece = Piece & { readonly segment: SegmentKind; readonly width: number | null };
type ReadPieces = {
  /** Segments and separators as they follow each other. */
  readonly pieces: readonly (Piece | SegmentPiece)[];
  readonly problems: readonly TemplateProblem[];
};

const PIECES = /\{[^{}]*\}|[^{}]+|[{}]/g;
const SEGMENT_PIECE = /^\{\s*([^\s:]*)\s*(?::\s*(.*?)\s*)?\}$/;
const FULL_WIDTH: Readonly<Record<string, string>> = { '｛': '{', '｝': '}', '：': ':' };
// Letters and digits would be taken for a part of the segment beside them. The others cannot stand in a file name, and
// scans are named after the code.
const NOT_IN_SEPARATOR = /[\p{L}\p{M}\p{N}\p{C}\s\\/:*?"<>|]/u;

/**
 * Reads a template as an archivist writes it: `{全宗号}-{门类}·{年度}-{保管期限}-{机构}-{件号:4}`. The item number is asked for
 * and stands last, being the lowest level (DA/T 13-2022); other segments may be left out. All problems are told at once.
 *
 * @param numberWidth the digits of `{件号}` where the template names none; when it names others, that is a problem.
 */
export function parseFileCodeTemplate(
  input: string,
  numberWidth?: number,
): Result<FileCodeTemplate, readonly TemplateProblem[]> {
  // One character for one, so that the places of problems stay those of what was typed.
  const text = input.replace(/[｛｝：]/g, (character) => FULL_WIDTH[character] ?? character);
  if (text.trim() === '') return refuse([{ code: 'empty-template', at: 0, text: input }]);
  const { pieces, problems } = readPieces(text, numberWidth);
  if (problems.length > 0) return refuse(problems);

  const misplaced = [...checkSegments(pieces.filter(isSegment), text), ...checkSeparators(pieces)];
  if (misplaced.length > 0) return refuse(misplaced.toSorted((a, b) => a.at - b.at));
  const segments = pieces.filter(isSegment);
  return succeed({
    text,
    segments: segments.map((piece) => piece.segment),
    separators: pieces.filter((piece) => !isSegment(piece)).map((piece) => piece.text),
    numberWidth: segments.find((piece) => piece.width !== null)?.width ?? numberWidth ?? NUMBER_WIDTHS.usual,
  });
}

function isSegment(piece: Piece | SegmentPiece): piece is SegmentPiece {
  return 'segment' in piece;
}

function readPieces(text: string, numberWidth: number | undefined): ReadPieces {
  const pieces: (Piece | SegmentPiece)[] = [];
  const problems: TemplateProblem[] = [];
  for (const match of text.matchAll(PIECES)) {
    const piece: Piece = { at: match.index, text: match[0] };
    if (piece.text === '{' || piece.text === '}') problems.push({ ...piece, code: 'unbalanced-brace' });
    else if (piece.text.startsWith('{')) {
      const read = readSegmentPiece(piece, numberWidth);
      if (read.ok) pieces.push(read.value);
      else problems.push({ ...piece, code: read.error });
    } else pieces.push(piece);
  }
  return { pieces, problems };
}

function readSegmentPiece(
  piece: Piece,
  numberWidth: number | undefined,
): Result<SegmentPiece, TemplateProblem['code']> {
  const [, name, digits] = SEGMENT_PIECE.exec(piece.text) ?? [];
  const segment = SEGMENT_KINDS.find((kind) => SEGMENT_NAMES[kind] === name);
  if (segment === undefined) return refuse('unknown-segment');
  if (digits === undefined) return succeed({ ...piece, segment, width: null });
  const width = /^\d$/.test(digits) ? Number(digits) : 0;
  if (segment !== 'number' || !isNumberWidth(width)) return refuse('bad-width');
  if (numberWidth !== undefined && width !== numberWidth) return refuse('width-disagrees');
  return succeed({ ...piece, segment, width });
}

function isNumberWidth(width: number): boolean {
  return width >= NUMBER_WIDTHS.least && width <= NUMBER_WIDTHS.most;
}

function checkSegments(pieces: readonly SegmentPiece[], text: string): readonly TemplateProblem[] {
  const problems = pieces
    .filter((piece, index) => pieces.findIndex((other) => other.segment === piece.segment) !== index)
    .map((piece) => problemOf('repeated-segment', piece));
  const number = pieces.find((piece) => piece.segment === 'number');
  if (number === undefined) return [...problems, { code: 'missing-number', at: text.length, text: '' }];
  return pieces.at(-1)?.segment === 'number' ? problems : [...problems, problemOf('number-not-last', number)];
}

function checkSeparators(pieces: readonly (Piece | SegmentPiece)[]): readonly TemplateProblem[] {
  return pieces.flatMap((piece, index): readonly TemplateProblem[] => {
    const next = pieces[index + 1];
    if (isSegment(piece)) {
      return next && isSegment(next) ? [problemOf('missing-separator', next)] : [];
    }
    if (index === 0 || next === undefined) return [problemOf('stray-separator', piece)];
    return NOT_IN_SEPARATOR.test(piece.text) ? [problemOf('bad-separator', piece)] : [];
  });
}

function problemOf(code: TemplateProblem['code'], { at, text }: Piece): TemplateProblem {
  return { code, at, text };
}
