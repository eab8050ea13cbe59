import * as v from 'valibot';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { LEVELS } from '../vocabulary/levels.ts';

/** Which units of the line of the one that is asked about are counted with it. */
export const LINE_PARTS = ['all', 'predecessors', 'successors', 'own'] as const;
export type LinePart = (typeof LINE_PARTS)[number];

/** Whose honours count: those of units, of persons, or both. */
export const RECIPIENT_PARTS = ['both', 'collective', 'individual'] as const;
export type RecipientPart = (typeof RECIPIENT_PARTS)[number];

/** When a date of several days counts: when it ends within the window, or when any of its days lies there. */
export const DATE_RULES = ['end', 'any'] as const;
export type DateRule = (typeof DATE_RULES)[number];

/** A question with its counting rule, its window as somebody typed it. */
export const answerRequestSchema = v.pipe(
  v.strictObject({
    /** Null asks about all units. */
    unitId: v.nullable(v.string()),
    line: v.picklist(LINE_PARTS),
    /** None of them asks about all levels. */
    levels: v.pipe(v.array(v.picklist(LEVELS)), v.readonly()),
    from: v.string(),
    to: v.string(),
    recipients: v.picklist(RECIPIENT_PARTS),
    dates: v.picklist(DATE_RULES),
    /** Whether honours that were taken back count. */
    revoked: v.boolean(),
    /** Whether honours of which nobody has settled the level count for the levels that are asked about. */
    unknownLevel: v.boolean(),
  }),
  v.readonly(),
);
export type AnswerRequest = v.InferOutput<typeof answerRequestSchema>;

/** What a leader asks most often, before a unit is named. */
export const USUAL_REQUEST: AnswerRequest = {
  unitId: null,
  line: 'all',
  levels: ['国家级'],
  from: '2014',
  to: '',
  recipients: 'both',
  dates: 'end',
  revoked: false,
  unknownLevel: false,
};

/** From the first day of one date to the last day of another, both included; null leaves that end open. */
export type AnswerWindow = { readonly from: FuzzyDate | null; readonly to: FuzzyDate | null };

/** A question that can be answered. */
export type AnswerQuestion = Omit<AnswerRequest, 'from' | 'to'> & AnswerWindow;

export type QuestionProblem = { readonly code: 'bad-date' | 'reversed-window'; readonly where: 'from' | 'to' };

/** Understands the window of a request. @param today ISO 8601 calendar day */
export function readQuestion(request: AnswerRequest, today: string): Result<AnswerQuestion, QuestionProblem> {
  const from = readDay(request.from, today);
  if (from === undefined) return refuse({ code: 'bad-date', where: 'from' });
  const to = readDay(request.to, today);
  if (to === undefined) return refuse({ code: 'bad-date', where: 'to' });
  if (from?.start && to?.end && from.start > to.end) return refuse({ code: 'reversed-window', where: 'to' });
  return succeed({ ...request, from, to });
}

/** Undefined for what is no date, or one without a year. */
function readDay(typed: string, today: string): FuzzyDate | null | undefined {
  if (typed.trim() === '') return null;
  const parsed = parseFuzzyDate(typed, { today });
  return parsed.ok && parsed.value.date.start !== null ? parsed.value.date : undefined;
}
