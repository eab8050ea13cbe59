import { bareTitle, bigramsOf } from '../duplicates/bare-title.ts';
import { createBigramIndex } from '../duplicates/bigram-index.ts';
import { readFileName, type FileNameText } from './file-name-text.ts';

/** A record that files may belong to. */
export type MatchableRecord = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly year: number | null;
  /** Every name of the bodies on the record by which a file may call them, short forms too. */
  readonly bodies: readonly string[];
  readonly documentNo: string;
  readonly certificateNo: string;
  /** The record's own number in the archive, e.g. a 档号. */
  readonly fileCode: string;
};

/** What speaks for the record; `other-year` speaks against it. */
export type FileMatchReason =
  'file-code' | 'certificate-no' | 'document-no' | 'title' | 'part-of-title' | 'body' | 'year' | 'other-year';

export type FileMatchProposal = {
  readonly id: string;
  readonly kind: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly FileMatchReason[];
};

export type FileNameMatch = {
  readonly fileName: string;
  /** sure: may be chosen beforehand; likely: a person looks at the proposals; none: nothing worth proposing. */
  readonly verdict: 'sure' | 'likely' | 'none';
  /** Best first, at most 5; the unlikely ones are left out. */
  readonly proposals: readonly FileMatchProposal[];
};

type Prepared = {
  readonly record: MatchableRecord;
  readonly title: string;
  readonly titlePairs: ReadonlySet<number>;
  readonly bodies: readonly string[];
  readonly fileCode: string;
  readonly certificateNo: string;
  readonly documentNo: string;
};

type Weighed = { readonly proposal: FileMatchProposal; readonly weight: number };

const SURE = 0.8;
const LIKELY = 0.5;
const WORTH_SHOWING = 0.35;
/** A record that comes this near to the best one makes the choice a person's. */
const MARGIN = 0.15;
const MAX_PROPOSALS = 5;
/** Shorter codes stand in too many names by accident: 0153, 2023. */
const MIN_CODE_LENGTH = 5;
const MIN_TITLE_LENGTH = 3;
/** Under this share of a title's pairs the likeness is that of any two titles. */
const MIN_TITLE_SHARE = 0.5;

/**
 * Proposes for each file name the records that it may belong to: by file code, certificate or document number, title,
 * bodies and year. A file is never sure of a record when another one is about as good: two honours of the same title
 * from different years are told apart by the year in the name, or not at all.
 */
export function matchFileNames(
  fileNames: readonly string[],
  records: readonly MatchableRecord[],
): readonly FileNameMatch[] {
  const prepared = records.map(prepare);
  const titles = createBigramIndex();
  for (const { titlePairs } of prepared) titles.add(titlePairs);
  // Few records have a number at all, and it must be looked for in each name.
  const numbered = prepared.flatMap((record, slot) =>
    record.fileCode || record.certificateNo || record.documentNo ? [slot] : [],
  );

  return fileNames.map((fileName) => {
    const name = readFileName(fileName);
    const sharedPairs = new Map<number, number>();
    titles.visitShared(bigramsOf(name.bare), (slot, shared) => sharedPairs.set(slot, shared));
    for (const slot of numbered) if (!sharedPairs.has(slot)) sharedPairs.set(slot, 0);
    const weighed = Array.from(sharedPairs).flatMap(([slot, shared]) => {
      const record = prepared[slot];
      const result = record === undefined ? null : weigh(name, record, shared);
      return result === null ? [] : [result];
    });
    return judge(fileName, weighed);
  });
}

function prepare(record: MatchableRecord): Prepared {
  const title = bareTitle(record.title);
  return {
    record,
    title,
    titlePairs: bigramsOf(title),
    bodies: record.bodies.map(bareTitle).filter((body) => body.length >= 2),
    fileCode: codeOf(record.fileCode),
    certificateNo: codeOf(record.certificateNo),
    documentNo: codeOf(record.documentNo),
  };
}

/** Empty for what is no usable code. */
function codeOf(text: string): string {
  const code = bareTitle(text);
  return code.length >= MIN_CODE_LENGTH && /\d/.test(code) ? code : '';
}

function weigh(name: FileNameText, record: Prepared, sharedPairs: number): Weighed | null {
  const reasons: FileMatchReason[] = [];
  let weight = 0;
  const say = (reason: FileMatchReason, worth: number): void => {
    reasons.push(reason);
    weight += worth;
  };
  if (containsCode(name.bare, record.fileCode)) say('file-code', 0.9);
  if (containsCode(name.bare, record.certificateNo)) say('certificate-no', 0.9);
  // One document often decides several honours.
  if (containsCode(name.bare, record.documentNo)) say('document-no', 0.6);
  weighTitle(name, record, sharedPairs, say);
  // Body and year alone fit far too many records.
  if (weight === 0) return null;
  if (record.bodies.some((body) => name.bare.includes(body))) say('body', 0.15);
  if (record.record.year !== null && name.years.length > 0) {
    if (name.years.includes(record.record.year)) say('year', 0.15);
    else say('other-year', -0.3);
  }
  if (weight < WORTH_SHOWING) return null;
  const { id, kind } = record.record;
  return { proposal: { id, kind, score: Math.min(1, weight), reasons }, weight };
}

function weighTitle(
  name: FileNameText,
  { title, titlePairs }: Prepared,
  sharedPairs: number,
  say: (reason: FileMatchReason, worth: number) => void,
): void {
  if (title.length >= MIN_TITLE_LENGTH && sharedPairs >= titlePairs.size && name.bare.includes(title)) {
    // A short title stands in many names by accident.
    say('title', title.length <= 4 ? 0.6 : 0.7);
    return;
  }
  if (name.core.length > 4 && title.includes(name.core)) {
    // The name leaves out the beginning or the end: 全国优秀法院 for 2021年度全国优秀法院.
    say('part-of-title', 0.4 + 0.3 * (name.core.length / title.length));
    return;
  }
  const share = titlePairs.size === 0 ? 0 : sharedPairs / titlePairs.size;
  if (share >= MIN_TITLE_SHARE && sharedPairs >= 3) say('part-of-title', 0.6 * share);
}

/** The code must not be a part of a longer number or word: HZ2023001 does not stand in HZ20230015. */
function containsCode(bare: string, code: string): boolean {
  if (code === '') return false;
  for (let at = bare.indexOf(code); at !== -1; at = bare.indexOf(code, at + 1)) {
    const before = at === 0 ? '' : bare.charAt(at - 1);
    const after = bare.charAt(at + code.length);
    if (!continues(before, code.charAt(0)) && !continues(code.charAt(code.length - 1), after)) return true;
  }
  return false;
}

function continues(left: string, right: string): boolean {
  return (/\d/.test(left) && /\d/.test(right)) || (/[a-z]/.test(left) && /[a-z]/.test(right));
}

function judge(fileName: string, weighed: readonly Weighed[]): FileNameMatch {
  const sorted = weighed.toSorted((a, b) => b.weight - a.weight || compareIds(a.proposal.id, b.proposal.id));
  const proposals = sorted.slice(0, MAX_PROPOSALS).map(({ proposal }) => proposal);
  const best = sorted[0]?.weight ?? 0;
  const second = sorted[1]?.weight ?? 0;
  if (best < LIKELY) return { fileName, verdict: 'none', proposals };
  return { fileName, verdict: best >= SURE && best - second >= MARGIN ? 'sure' : 'likely', proposals };
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
