import { countingYear, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { hasGap, type LedgerGap } from '../ledger/ledger-filters.ts';
import type { LedgerRecord } from '../records/archive-record.ts';
import { isRevoked } from '../records/honor-standing.ts';
import type { Honor } from '../records/honor.ts';
import { unitLine, type Succession } from '../units/unit-line.ts';
import { honorsOfUnits } from '../units/unit-tally.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';
import { compareEntries } from '../document/order-entries.ts';
import type { AnswerQuestion } from './answer-request.ts';

/** What a question is answered from. */
export type AnswerSource = {
  /** All honours that are not deleted. */
  readonly honors: readonly Honor[];
  /** The records that name a unit. */
  readonly recordsOf: (unitId: string) => readonly LedgerRecord[];
  readonly succession: Succession;
  /** Ids of the records that a certificate is attached to. */
  readonly certified: ReadonlySet<string>;
};

/**
 * Why an honour is not counted that may have been meant: it is as was asked but for this. `later`: its date reaches into
 * the window and ends after it.
 */
export const LEFT_OUT = ['undated', 'no-level', 'later', 'revoked'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What an honour that is counted may lack. */
export const ANSWER_GAPS = [
  'no-certificate',
  'no-document',
  'unverified',
  'no-level',
  'undated',
] as const satisfies readonly LedgerGap[];
export type AnswerGap = (typeof ANSWER_GAPS)[number];

/** A unit that was counted, with how many of the honours it received; a joint one counts for each of its units. */
export type AnswerUnit = {
  readonly unitId: string;
  readonly relation: 'asked' | 'predecessor' | 'successor';
  readonly count: number;
};

export type Answer = {
  readonly question: AnswerQuestion;
  readonly count: number;
  readonly collective: number;
  readonly individual: number;
  /** What was counted, each once, in chronicle order. */
  readonly honors: readonly Honor[];
  /** Every year from the first to the last, also those without an honour; null, for no known one, comes last. */
  readonly years: readonly { readonly year: number | null; readonly count: number }[];
  /** Highest first, without those that have none; null is the level that nobody has settled. */
  readonly levels: readonly { readonly level: Level | null; readonly count: number }[];
  /** The unit that was asked about first; none when all were. */
  readonly units: readonly AnswerUnit[];
  readonly leftOut: Readonly<Record<LeftOut, readonly Honor[]>>;
  readonly lacking: Readonly<Record<AnswerGap, readonly Honor[]>>;
};

/**
 * How many honours, and which. Each counts once, however many bodies awarded it and however many units of the line
 * received it.
 */
export function answerQuestion(question: AnswerQuestion, source: AnswerSource): Answer {
  const units = unitsOf(question, source.succession);
  const ids = units.map(({ unitId }) => unitId);
  const received = question.unitId === null ? source.honors : honorsOfUnits(ids, source.recordsOf);
  const counted: Honor[] = [];
  const leftOut: Record<LeftOut, Honor[]> = { undated: [], 'no-level': [], later: [], revoked: [] };
  for (const honor of received) {
    const place = placeOf(honor, question);
    if (place === 'counted') counted.push(honor);
    else if (place !== null) leftOut[place].push(honor);
  }
  const honors = counted.toSorted(compareEntries);
  for (const reason of LEFT_OUT) leftOut[reason].sort(compareEntries);
  const collective = honors.filter((honor) => honor.collective).length;
  return {
    question,
    count: honors.length,
    collective,
    individual: honors.length - collective,
    honors,
    years: countByYear(honors, question),
    levels: countByLevel(honors),
    units: countUnits(units, honors),
    leftOut,
    lacking: findLacking(honors, source.certified),
  };
}

type LineUnit = Omit<AnswerUnit, 'count'>;

function unitsOf({ unitId, line }: AnswerQuestion, succession: Succession): readonly LineUnit[] {
  if (unitId === null) return [];
  const { predecessors, successors } = unitLine(unitId, succession);
  const before = line === 'all' || line === 'predecessors' ? predecessors : [];
  const after = line === 'all' || line === 'successors' ? successors : [];
  return [
    { unitId, relation: 'asked' },
    ...before.map((id): LineUnit => ({ unitId: id, relation: 'predecessor' })),
    ...after.map((id): LineUnit => ({ unitId: id, relation: 'successor' })),
  ];
}

/** Where an honour of the right recipients belongs; null when it was not asked for. */
function placeOf(honor: Honor, question: AnswerQuestion): 'counted' | LeftOut | null {
  const { recipients, levels } = question;
  if (recipients !== 'both' && honor.collective !== (recipients === 'collective')) return null;
  const hasLevel = levels.length === 0 || (honor.level === null ? question.unknownLevel : levels.includes(honor.level));
  if (!hasLevel && honor.level !== null) return null;
  const time = placeInWindow(honor.date, question);
  if (time === 'outside') return null;
  if (!question.revoked && isRevoked(honor)) return 'revoked';
  if (time !== 'inside') return time;
  return hasLevel ? 'counted' : 'no-level';
}

/** Without a window any date will do, and none. */
function placeInWindow(
  { start, end }: FuzzyDate,
  { from, to, dates }: AnswerQuestion,
): 'inside' | 'outside' | 'undated' | 'later' {
  if (from === null && to === null) return 'inside';
  if (start === null || end === null) return 'undated';
  const last = to?.end ?? '9999-12-31';
  if (end < (from?.start ?? '') || start > last) return 'outside';
  return dates === 'any' || end <= last ? 'inside' : 'later';
}

/** An honour whose date ends after the window counts for the window's last year. */
function countByYear(honors: readonly Honor[], { from, to }: AnswerQuestion): Answer['years'] {
  const last = to === null ? null : countingYear(to);
  const counts = new Map<number, number>();
  let undated = 0;
  for (const { date } of honors) {
    const year = countingYear(date);
    if (year === null) {
      undated += 1;
      continue;
    }
    const counted = last === null ? year : Math.min(year, last);
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  const unknown = undated === 0 ? [] : [{ year: null, count: undated }];
  if (counts.size === 0) return unknown;
  const known = [...counts.keys()].toSorted((a, b) => a - b);
  const begin = from?.start ? Number(from.start.slice(0, 4)) : (known[0] ?? 0);
  const length = (known.at(-1) ?? begin) - begin + 1;
  const dated = Array.from({ length }, (_, index) => ({ year: begin + index, count: counts.get(begin + index) ?? 0 }));
  return [...dated, ...unknown];
}

function countByLevel(honors: readonly Honor[]): Answer['levels'] {
  const levels: readonly (Level | null)[] = [...LEVELS, null];
  return levels
    .map((level) => ({ level, count: honors.filter((honor) => honor.level === level).length }))
    .filter(({ count }) => count > 0);
}

function countUnits(units: readonly LineUnit[], honors: readonly Honor[]): readonly AnswerUnit[] {
  return units.map((unit) => ({
    ...unit,
    count: honors.filter(({ recipients }) => recipients.some(({ unitId }) => unitId === unit.unitId)).length,
  }));
}

function findLacking(honors: readonly Honor[], certified: ReadonlySet<string>): Answer['lacking'] {
  const lacking = ANSWER_GAPS.map((gap) => [gap, honors.filter((honor) => hasGap(honor, gap, certified))] as const);
  return Object.fromEntries(lacking) as unknown as Answer['lacking'];
}
