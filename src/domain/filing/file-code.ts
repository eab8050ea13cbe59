import { isPlausibleYear } from '../dates/date-point.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { cleanText } from '../text/clean-text.ts';
import type { FileCodeSegments, SegmentKind } from './file-code-segments.ts';
import type { FileCodeTemplate } from './file-code-template.ts';
import { retentionOfCode, RETENTION_CODES } from './retention.ts';

/** What is wrong with a segment. `no-fit` has no segment: the code is not of the template's shape at all. */
export type SegmentProblem = {
  readonly code:
    | 'required'
    | 'bad-fonds'
    | 'bad-year'
    | 'bad-retention'
    | 'bad-number'
    | 'bad-character'
    | 'holds-separator'
    | 'too-long'
    | 'series-full'
    | 'no-fit';
  readonly segment: SegmentKind | null;
};

/** Longest 门类 or 机构, in UTF-16 code units: DA/T 13-2022 wants codes short. */
const MOST_TEXT = 30;
/** What a segment is called that is there but cannot be read. */
const UNREADABLE: Readonly<Record<SegmentKind, SegmentProblem['code']>> = {
  fonds: 'bad-fonds',
  category: 'bad-character',
  year: 'bad-year',
  retention: 'bad-retention',
  department: 'bad-character',
  number: 'bad-number',
};
const FONDS = /^[A-Z]\d{3}$/;
/** Braces mark segments in a template; the others cannot stand in a file name, and scans are named after the code. */
const NOT_IN_SEGMENT = /[\s{}\\/:*?"<>|]/;

/** The problems of the segments that the template asks for, in its order; others do not matter. */
export function findSegmentProblems(template: FileCodeTemplate, segments: FileCodeSegments): readonly SegmentProblem[] {
  return template.segments.flatMap((segment) => {
    const code = segmentProblem(template, segment, segments);
    return code === null ? [] : [{ code, segment }];
  });
}

/** The file code of the segments by the template, `Z109-WS·2011-Y-BGS-0001`, or all that stands against it. */
export function composeFileCode(
  template: FileCodeTemplate,
  segments: FileCodeSegments,
): Result<string, readonly SegmentProblem[]> {
  const problems = findSegmentProblems(template, segments);
  if (problems.length > 0) return refuse(problems);
  const parts = template.segments.flatMap((segment, index) => [
    writeSegment(template, segment, segments),
    template.separators[index] ?? '',
  ]);
  return succeed(parts.join(''));
}

/**
 * Reads a code back by the template, exactly: `composeFileCode` makes the same code of the answer. Segments that the
 * template does not have are empty.
 */
export function parseFileCode(
  template: FileCodeTemplate,
  code: string,
): Result<FileCodeSegments, readonly SegmentProblem[]> {
  const written = splitCode(template, code);
  if (written === null) return refuse([{ code: 'no-fit', segment: null }]);
  const textOf = (segment: SegmentKind) => written.get(segment) ?? '';
  const segments: FileCodeSegments = {
    fonds: textOf('fonds'),
    category: textOf('category'),
    year: readDigits(textOf('year'), 4),
    retention: retentionOfCode(textOf('retention')),
    department: textOf('department'),
    number: readDigits(textOf('number'), template.numberWidth),
  };
  const problems = findSegmentProblems(template, segments).map((problem) => {
    const { segment } = problem;
    const isThere = segment !== null && textOf(segment) !== '';
    return problem.code === 'required' && isThere ? { code: UNREADABLE[segment], segment } : problem;
  });
  return problems.length > 0 ? refuse(problems) : succeed(segments);
}

/** What stands against a text segment (门类, 机构) in codes of the template. */
export function textSegmentProblem(
  template: Pick<FileCodeTemplate, 'separators'>,
  value: string,
): SegmentProblem['code'] | null {
  if (value === '') return 'required';
  if (value.length > MOST_TEXT) return 'too-long';
  if (NOT_IN_SEGMENT.test(value) || cleanText(value, 'single').text !== value) return 'bad-character';
  // Otherwise nobody could tell where the segment ends, nor could the code be read back.
  return holdsAny(value, template.separators.join('')) ? 'holds-separator' : null;
}

export function isFondsNumber(value: string): boolean {
  return FONDS.test(value);
}

function segmentProblem(
  template: FileCodeTemplate,
  segment: SegmentKind,
  segments: FileCodeSegments,
): SegmentProblem['code'] | null {
  const value = segments[segment];
  if (value === null || value === '') return 'required';
  switch (segment) {
    case 'fonds':
      return isFondsNumber(segments.fonds) ? null : 'bad-fonds';
    case 'year':
      return segments.year !== null && isPlausibleYear(segments.year) ? null : 'bad-year';
    case 'retention':
      return null;
    case 'number':
      return numberProblem(template, segments.number ?? 0);
    default:
      return textSegmentProblem(template, segments[segment]);
  }
}

function numberProblem({ numberWidth }: FileCodeTemplate, number: number): SegmentProblem['code'] | null {
  if (!Number.isInteger(number) || number < 1) return 'bad-number';
  // A wider number would break the order and the shape of the series.
  return number < 10 ** numberWidth ? null : 'series-full';
}

function writeSegment(template: FileCodeTemplate, segment: SegmentKind, segments: FileCodeSegments): string {
  const value = segments[segment];
  if (segment === 'number') return String(value).padStart(template.numberWidth, '0');
  if (segment === 'retention') return segments.retention === null ? '' : RETENTION_CODES[segments.retention];
  return String(value);
}

/** The texts between the separators by segment, or null when the separators are others. */
function splitCode({ segments, separators }: FileCodeTemplate, code: string): ReadonlyMap<SegmentKind, string> | null {
  const marks = separators.join('');
  const written = new Map<SegmentKind, string>();
  let rest = code;
  for (const [index, segment] of segments.entries()) {
    const separator = separators[index];
    const at = separator === undefined ? rest.length : rest.indexOf(separator);
    const value = rest.slice(0, Math.max(at, 0));
    // A separator left inside a value is a segment too many.
    if (at === -1 || holdsAny(value, marks)) return null;
    written.set(segment, value);
    rest = rest.slice(at + (separator?.length ?? 0));
  }
  return written;
}

function readDigits(text: string, width: number): number | null {
  return /^\d+$/.test(text) && text.length === width ? Number(text) : null;
}

function holdsAny(text: string, characters: string): boolean {
  return Array.from(characters).some((character) => text.includes(character));
}
