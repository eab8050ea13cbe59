import * as v from 'valibot';
import { isPlausibleYear } from '../dates/date-point.ts';
import { RETENTIONS } from './retention.ts';

/** What a file code (档号) is made of (DA/T 13-2022, DA/T 22-2015, 5.4). */
export const SEGMENT_KINDS = ['fonds', 'category', 'year', 'retention', 'department', 'number'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** The names of the segments in a template, which archivists write. */
export const SEGMENT_NAMES: Readonly<Record<SegmentKind, string>> = {
  fonds: '全宗号',
  category: '门类',
  year: '年度',
  retention: '保管期限',
  department: '机构',
  number: '件号',
};

/** Digits of an item number (件号). DA/T 22-2015 asks for 4; other categories have 3 or 5. */
export const NUMBER_WIDTHS = { least: 3, usual: 4, most: 5 } as const;

const MOST_NUMBER = 10 ** NUMBER_WIDTHS.most - 1;

export const fileCodeSegmentsSchema = v.pipe(
  v.strictObject({
    /** One letter and three digits, given by the archives: Z109. */
    fonds: v.string(),
    /** 文书 is WS. */
    category: v.string(),
    year: v.nullable(v.pipe(v.number(), v.check(isPlausibleYear))),
    retention: v.nullable(v.picklist(RETENTIONS)),
    /** 机构 or 问题, as a code (BGS) or a name (办公室). */
    department: v.string(),
    number: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_NUMBER))),
  }),
  v.readonly(),
);
/** The segments of a file code as far as they are known; empty or null where they are not, or not part of the code. */
export type FileCodeSegments = v.InferOutput<typeof fileCodeSegmentsSchema>;

export const NO_SEGMENTS: FileCodeSegments = {
  fonds: '',
  category: '',
  year: null,
  retention: null,
  department: '',
  number: null,
};

export function equalSegments(a: FileCodeSegments, b: FileCodeSegments): boolean {
  return SEGMENT_KINDS.every((segment) => a[segment] === b[segment]);
}

/** The order of codes by the given segments: years and numbers by value, retention longest first, text by its characters. */
export function compareSegments(order: readonly SegmentKind[], a: FileCodeSegments, b: FileCodeSegments): number {
  for (const segment of order) {
    const [left, right] = [rank(segment, a), rank(segment, b)];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function rank(segment: SegmentKind, segments: FileCodeSegments): string | number {
  if (segment === 'retention') return segments.retention === null ? -1 : RETENTIONS.indexOf(segments.retention);
  return segments[segment] ?? -1;
}
