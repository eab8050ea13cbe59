import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { RecordId } from '../records/record-base.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { composeFileCode, findSegmentProblems, parseFileCode, type SegmentProblem } from './file-code.ts';
import type { FileCodeSegments } from './file-code-segments.ts';
import type { FileCodeTemplate } from './file-code-template.ts';

/** A code that an item has or had. */
export type IssuedCode = {
  readonly id: RecordId;
  readonly code: string;
  readonly segments: FileCodeSegments;
  readonly date: FuzzyDate;
  /** Whether the item has left the archive, so that its number stands empty. */
  readonly withdrawn: boolean;
};

export type IssueOptions = {
  /**
   * Whether numbers of withdrawn items are given again, lowest first. Only when the caller says so: somebody may still
   * hold a paper or a list with the old number (uniqueness, DA/T 13-2022, 4.1).
   */
  readonly reuseWithdrawn?: boolean;
};

export type NextCode = {
  readonly code: string;
  readonly segments: FileCodeSegments;
  /** Whether a withdrawn item had this number. */
  readonly reused: boolean;
};

export type CodeIssuer = (segments: FileCodeSegments) => Result<NextCode, readonly SegmentProblem[]>;

/** A place in a series that an issued code takes. */
export type SeriesPlace = { readonly series: string; readonly number: number };

type SeriesState = { highest: number; readonly living: Set<number>; readonly withdrawn: Set<number> };

/**
 * The next code in the series of the segments. A series is what shares all segments of the template but the number; it
 * goes on from its highest number. Gaps are left as they are: a paper may lie in them that nobody has entered yet.
 */
export function issueNext(
  template: FileCodeTemplate,
  segments: FileCodeSegments,
  issued: readonly IssuedCode[],
  options: IssueOptions = {},
): Result<NextCode, readonly SegmentProblem[]> {
  return openIssuer(template, issued, options)(segments);
}

/** Issues one code after another; each counts as taken for the next. */
export function openIssuer(
  template: FileCodeTemplate,
  issued: readonly IssuedCode[],
  options: IssueOptions = {},
): CodeIssuer {
  const allSeries = readSeries(template, issued);
  return (segments) => {
    const problems = findSegmentProblems(template, { ...segments, number: 1 });
    if (problems.length > 0) return refuse(problems);
    const state = stateOf(allSeries, seriesKey(template, segments));
    const free = options.reuseWithdrawn === true ? lowestFree(state) : null;
    const numbered: FileCodeSegments = { ...segments, number: free ?? state.highest + 1 };
    const code = composeFileCode(template, numbered);
    if (!code.ok) return code;
    take(state, numbered.number ?? 0, false);
    return succeed({ code: code.value, segments: numbered, reused: free !== null });
  };
}

/** Names the series that the segments belong to, among codes of the same template. */
export function seriesKey(template: FileCodeTemplate, segments: FileCodeSegments): string {
  const kinds = template.segments.filter((segment) => segment !== 'number');
  return JSON.stringify(kinds.map((segment) => segments[segment]));
}

/**
 * The places that a code takes: by its stored segments, which a change of the template leaves alone, and by its text,
 * which must not come up twice even if the segments beside it are wrong. As a rule both are the same.
 */
export function placesOf(
  template: FileCodeTemplate,
  { code, segments }: Pick<IssuedCode, 'code' | 'segments'>,
): readonly SeriesPlace[] {
  const read = parseFileCode(template, code);
  const readings = read.ok ? [segments, read.value] : [segments];
  const places = readings.flatMap((reading) =>
    reading.number === null ? [] : [{ series: seriesKey(template, reading), number: reading.number }],
  );
  const [first, second] = places;
  return first && second && first.series === second.series && first.number === second.number ? [first] : places;
}

function readSeries(template: FileCodeTemplate, issued: readonly IssuedCode[]): Map<string, SeriesState> {
  const allSeries = new Map<string, SeriesState>();
  for (const item of issued) {
    for (const { series, number } of placesOf(template, item)) {
      take(stateOf(allSeries, series), number, item.withdrawn);
    }
  }
  return allSeries;
}

function stateOf(allSeries: Map<string, SeriesState>, series: string): SeriesState {
  const known = allSeries.get(series);
  if (known !== undefined) return known;
  const state: SeriesState = { highest: 0, living: new Set(), withdrawn: new Set() };
  allSeries.set(series, state);
  return state;
}

function take(state: SeriesState, number: number, withdrawn: boolean): void {
  state.highest = Math.max(state.highest, number);
  (withdrawn ? state.withdrawn : state.living).add(number);
}

function lowestFree(state: SeriesState): number | null {
  const free = [...state.withdrawn].filter((number) => !state.living.has(number));
  return free.length === 0 ? null : Math.min(...free);
}
