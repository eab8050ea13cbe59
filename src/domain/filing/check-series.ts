import type { RecordId } from '../records/record-base.ts';
import { parseFileCode, type SegmentProblem } from './file-code.ts';
import { compareSegments, type FileCodeSegments } from './file-code-segments.ts';
import type { FileCodeTemplate } from './file-code-template.ts';
import { placesOf, seriesKey, type IssuedCode } from './issue-code.ts';

/**
 * What a person should look at in the issued codes. Only a duplicate is wrong in any case (DA/T 13-2022, 4.1): a gap may
 * be a paper not entered yet, a code of another shape may be older than the template, and files of one matter may stand
 * together against the order of their dates (DA/T 22-2015, 5.3).
 */
export type SeriesFinding =
  | { readonly code: 'duplicate'; readonly ids: readonly RecordId[]; readonly fileCodes: readonly string[] }
  | {
      readonly code: 'does-not-fit';
      readonly id: RecordId;
      readonly fileCode: string;
      readonly problems: readonly SegmentProblem[];
    }
  /** The code says other than the segments stored beside it. */
  | { readonly code: 'segments-disagree'; readonly id: RecordId; readonly fileCode: string }
  /** Numbers `from` to `to`, both included, that no item has or had. */
  | { readonly code: 'gap'; readonly series: FileCodeSegments; readonly from: number; readonly to: number }
  /** Certainly dated before the item `after`, which has a lower number. */
  | {
      readonly code: 'out-of-order';
      readonly id: RecordId;
      readonly fileCode: string;
      readonly after: { readonly id: RecordId; readonly fileCode: string };
    };

type Numbered = { readonly item: IssuedCode; readonly number: number };
type Series = { readonly segments: FileCodeSegments; readonly taken: Numbered[] };

/** Looks through the issued codes: shape first, then duplicates, then each series in order. */
export function checkSeries(template: FileCodeTemplate, issued: readonly IssuedCode[]): readonly SeriesFinding[] {
  const living = issued.filter((item) => !item.withdrawn);
  return [
    ...living.flatMap((item) => checkShape(template, item)),
    ...findDuplicates(template, living),
    ...collectSeries(template, issued).flatMap((series) => [...findGaps(series), ...findDisorder(series)]),
  ];
}

function checkShape(template: FileCodeTemplate, item: IssuedCode): readonly SeriesFinding[] {
  const { id, code: fileCode, segments } = item;
  const read = parseFileCode(template, fileCode);
  if (!read.ok) return [{ code: 'does-not-fit', id, fileCode, problems: read.error }];
  // Segments that the template does not have are not in the code, and may be stored all the same.
  const agrees = template.segments.every((segment) => read.value[segment] === segments[segment]);
  return agrees ? [] : [{ code: 'segments-disagree', id, fileCode }];
}

/** By text and by place in the series: after a change of width 0001 and 00001 are the same number. */
function findDuplicates(template: FileCodeTemplate, living: readonly IssuedCode[]): readonly SeriesFinding[] {
  const holders = new Map<string, IssuedCode[]>();
  for (const item of living) {
    const claims = placesOf(template, item).map(({ series, number }) => `${number} of ${series}`);
    for (const claim of new Set([`text ${item.code}`, ...claims])) {
      const group = holders.get(claim);
      if (group === undefined) holders.set(claim, [item]);
      else group.push(item);
    }
  }
  const groups = new Map([...holders.values()].map((items) => [items.map((item) => item.id).join(' '), items]));
  return [...groups.values()]
    .filter((items) => items.length > 1)
    .map((items) => ({
      code: 'duplicate',
      ids: items.map((item) => item.id),
      fileCodes: [...new Set(items.map((item) => item.code))],
    }));
}

function collectSeries(template: FileCodeTemplate, issued: readonly IssuedCode[]): readonly Series[] {
  const bySeries = new Map<string, Series>();
  for (const item of issued) {
    for (const { series, number } of placesOf(template, item)) {
      const known = bySeries.get(series) ?? { segments: segmentsOfSeries(template, item, series), taken: [] };
      known.taken.push({ item, number });
      bySeries.set(series, known);
    }
  }
  return [...bySeries.values()]
    .map(({ segments, taken }) => ({ segments, taken: taken.toSorted((a, b) => a.number - b.number) }))
    .toSorted((a, b) => compareSegments(template.segments, a.segments, b.segments));
}

function segmentsOfSeries(template: FileCodeTemplate, item: IssuedCode, series: string): FileCodeSegments {
  const read = parseFileCode(template, item.code);
  const isStored = seriesKey(template, item.segments) === series;
  return { ...(isStored || !read.ok ? item.segments : read.value), number: null };
}

/** A withdrawn number is no gap: it is known what it was. */
function findGaps({ segments, taken }: Series): readonly SeriesFinding[] {
  return taken.flatMap(({ number }, index) => {
    const expected = (taken[index - 1]?.number ?? 0) + 1;
    return number > expected ? [{ code: 'gap', series: segments, from: expected, to: number - 1 } as const] : [];
  });
}

/**
 * Only what is certain counts: an item of May may well be older or younger than one of 4 May. Each item is held against
 * the latest before it; one that is out of order begins anew, so that one wrong date is told once.
 */
function findDisorder({ taken }: Series): readonly SeriesFinding[] {
  const findings: SeriesFinding[] = [];
  let latest: IssuedCode | null = null;
  for (const { item } of taken) {
    const { start, end } = item.date;
    if (item.withdrawn || start === null || end === null) continue;
    const latestStart: string = latest?.date.start ?? '';
    if (latest !== null && end < latestStart) {
      const after = { id: latest.id, fileCode: latest.code };
      findings.push({ code: 'out-of-order', id: item.id, fileCode: item.code, after });
      latest = item;
    } else if (start >= latestStart) latest = item;
  }
  return findings;
}
