import { compareChronologically, touchesYear, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { RecordId } from '../records/record-base.ts';
import type { SegmentProblem } from './file-code.ts';
import { compareSegments, type FileCodeSegments, type SegmentKind } from './file-code-segments.ts';
import { settingsTemplate, type FilingSettings } from './filing-settings.ts';
import { openIssuer, seriesKey, type IssuedCode, type IssueOptions } from './issue-code.ts';
import type { Retention } from './retention.ts';

/** An item selected for filing. */
export type IssueCandidate = {
  readonly id: RecordId;
  readonly title: string;
  readonly date: FuzzyDate;
  /** 年度: as a rule the year in which the file was signed or finished (DA/T 22-2015, 5.2), but a person decides. */
  readonly year: number | null;
  readonly retention: Retention | null;
  /** Empty for the department of the settings. */
  readonly department: string;
};

export type ProposedCode = {
  readonly id: RecordId;
  readonly title: string;
  readonly code: string;
  readonly segments: FileCodeSegments;
  readonly reused: boolean;
};

export type PlannedSeries = {
  /** What its codes share; the number is null. */
  readonly segments: FileCodeSegments;
  readonly proposals: readonly ProposedCode[];
};

export type IssueProblem = {
  readonly id: RecordId;
  readonly title: string;
  readonly code: SegmentProblem['code'] | 'already-issued';
  readonly segment: SegmentKind | null;
};

/** Worth a look before the code is frozen: the year of the code is none that the date touches. */
export type IssueNotice = { readonly id: RecordId; readonly title: string; readonly code: 'year-not-of-date' };

export type IssuePlan = {
  readonly series: readonly PlannedSeries[];
  /** Items with a problem get no code and hold no number back from the others. */
  readonly problems: readonly IssueProblem[];
  readonly notices: readonly IssueNotice[];
};

/**
 * Proposes codes for selected items, to be looked at before anything is issued. In each series they follow their dates
 * (DA/T 22-2015, 5.3), an unknown day at its month's end, then their titles, so that the same selection always gets the
 * same codes. Series stand in the order of their codes.
 */
export function planIssue(
  settings: FilingSettings,
  candidates: readonly IssueCandidate[],
  issued: readonly IssuedCode[],
  options: IssueOptions = {},
): IssuePlan {
  const template = settingsTemplate(settings);
  const issue = openIssuer(template, issued, options);
  const holders = new Set(issued.map((item) => item.id));
  const series = new Map<string, { readonly segments: FileCodeSegments; readonly proposals: ProposedCode[] }>();
  const problems: IssueProblem[] = [];
  const notices: IssueNotice[] = [];
  for (const candidate of inFilingOrder(candidates)) {
    const { id, title } = candidate;
    if (holders.has(id)) {
      problems.push({ id, title, code: 'already-issued', segment: null });
      continue;
    }
    const segments = segmentsFor(candidate, settings);
    const next = issue(segments);
    if (!next.ok) {
      problems.push(...next.error.map((problem) => ({ id, title, ...problem })));
      continue;
    }
    const key = seriesKey(template, segments);
    const planned = series.get(key) ?? { segments, proposals: [] };
    planned.proposals.push({ id, title, ...next.value });
    series.set(key, planned);
    if (isOfAnotherYear(candidate)) notices.push({ id, title, code: 'year-not-of-date' });
  }
  return {
    series: [...series.values()].toSorted((a, b) => compareSegments(template.segments, a.segments, b.segments)),
    problems,
    notices,
  };
}

/** Each item once, however often it was selected. */
function inFilingOrder(candidates: readonly IssueCandidate[]): readonly IssueCandidate[] {
  const unique = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return [...unique.values()].toSorted(
    (a, b) => compareChronologically(a.date, b.date) || compareText(a.title, b.title) || compareText(a.id, b.id),
  );
}

function segmentsFor(candidate: IssueCandidate, { fonds, category, department }: FilingSettings): FileCodeSegments {
  const { year, retention } = candidate;
  return { fonds, category, year, retention, department: candidate.department || department, number: null };
}

function isOfAnotherYear({ date, year }: IssueCandidate): boolean {
  return year !== null && date.start !== null && !touchesYear(date, year);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
