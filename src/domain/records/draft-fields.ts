import * as v from 'valibot';
import { isPlausibleYear, spanOfPoint, type DatePoint } from '../dates/date-point.ts';
import { fuzzyDateSchema, formatFuzzyDate, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { parseFuzzyDate, questionDate } from '../dates/parse-fuzzy-date.ts';
import { recogniseLevel } from '../vocabulary/levels.ts';
import type { DraftNotice } from './draft-problem.ts';

/** What reading a draft needs to know from outside, and where it leaves its remarks. */
export type DraftContext = {
  /** ISO calendar day in local time. */
  readonly today: string;
  readonly notices: DraftNotice[];
};

type DraftConfig = v.Config<v.BaseIssue<unknown>> & { readonly draft?: DraftContext };

/**
 * A schema of draft fields, to be run on one draft. The schema library hands what it is configured with down to every
 * part of a schema, so that the schema itself is made once and not for each draft.
 */
export function inContext<S extends v.GenericSchema>(schema: S, context: DraftContext): S {
  const config: DraftConfig = { draft: context };
  return v.config(schema, config);
}

function contextIn(config: object): DraftContext {
  return (config as DraftConfig).draft ?? { today: '', notices: [] };
}

/** Longest texts, in UTF-16 code units. A summary of 4,000 characters and a whole plan must fit; a pasted book must not. */
export const TEXT_LIMITS = {
  title: 300,
  name: 200,
  documentNo: 100,
  phrase: 200,
  prose: 20_000,
  document: 200_000,
} as const;
const MOST_NAMES = 500;

export const titleField = v.pipe(
  v.string('not-text'),
  v.minLength(1, 'required'),
  v.maxLength(TEXT_LIMITS.title, 'too-long'),
);

export function textField(limit: number) {
  return v.optional(v.pipe(v.nullable(v.string('not-text')), v.transform(orEmpty), v.maxLength(limit, 'too-long')), '');
}

function orEmpty(text: string | null): string {
  return text ?? '';
}

/** A list of names; blank ones are dropped, repeated ones kept once, the order stays. */
export const namesField = v.optional(
  v.pipe(
    v.array(v.pipe(v.string('not-text'), v.maxLength(TEXT_LIMITS.name, 'too-long')), 'not-a-list'),
    v.maxLength(MOST_NAMES, 'too-many'),
    v.transform((names): readonly string[] => [...new Set(names.filter((name) => name !== ''))]),
  ),
  [],
);

export const levelField = v.optional(
  v.nullable(
    v.pipe(
      v.string('not-a-choice'),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        if (dataset.value === '') return null;
        const level = recogniseLevel(dataset.value);
        if (level !== null) return level;
        addIssue({ message: 'not-a-choice' });
        return NEVER;
      }),
    ),
  ),
  null,
);

/** @param most the largest number that is still believed */
export const countField = (most: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        v.number('not-a-count'),
        v.integer('not-a-count'),
        v.minValue(0, 'not-a-count'),
        v.maxValue(most, 'not-a-count'),
      ),
    ),
    null,
  );

/** One of a closed list; an empty or missing value stands for the default. */
export function choiceField<const T extends string>(choices: readonly T[], fallback: T) {
  return v.optional(
    v.pipe(
      v.nullable(v.string('not-a-choice')),
      v.transform((value) => value || fallback),
      v.picklist(choices, 'not-a-choice'),
    ),
    fallback,
  );
}

/** Several of a closed list, each once. */
export function choicesField<const T extends string>(choices: readonly T[]) {
  return v.optional(
    v.pipe(
      v.array(v.picklist(choices, 'not-a-choice'), 'not-a-list'),
      v.transform((chosen): readonly T[] => [...new Set(chosen)]),
    ),
    [],
  );
}

const DATE_PARTS = v.strictObject(
  {
    raw: v.optional(v.string('not-a-date'), ''),
    ...v.entriesFromList(['start', 'end', 'precision'], v.optional(v.unknown())),
  },
  'not-a-date',
);

/**
 * A date as typed, or as {raw, start, end, precision}. A complete object is taken at its word, since somebody may have
 * found out the year that `raw` does not name; otherwise `raw` is read.
 */
export function dateField(field: string) {
  return v.optional(
    v.pipe(
      // To the schema library a list is an object without the fields.
      v.custom<unknown>((input) => !Array.isArray(input), 'not-a-date'),
      v.nullable(v.union([v.string(), DATE_PARTS], 'not-a-date')),
      v.rawTransform(({ dataset, config, addIssue, NEVER }): FuzzyDate => {
        const input = dataset.value;
        const context = contextIn(config);
        const complete = completeDate(input);
        if (complete) {
          for (const code of questionDate(complete, context.today)) context.notices.push({ code, field });
          return complete;
        }
        const raw = typeof input === 'string' ? input : (input?.raw ?? '');
        if (raw === '' && typeof input === 'object' && input !== null && isSpanGiven(input)) {
          addIssue({ message: 'impossible-date' });
          return NEVER;
        }
        const parsed = parseFuzzyDate(raw, { today: context.today });
        if (!parsed.ok) {
          addIssue({ message: parsed.error.code });
          return NEVER;
        }
        for (const concern of parsed.value.concerns) context.notices.push({ code: concern, field });
        return parsed.value.date;
      }),
    ),
    '',
  );
}

function isSpanGiven(parts: Record<string, unknown>): boolean {
  return Boolean(parts['start'] ?? parts['end']);
}

/** A date object whose span is given and possible; its text is made up from the span when there is none. */
function completeDate(input: unknown): FuzzyDate | null {
  const parsed = v.safeParse(fuzzyDateSchema, input);
  if (!parsed.success || parsed.output.start === null || !spansItsPrecision(parsed.output)) return null;
  return parsed.output.raw === '' ? { ...parsed.output, raw: formatFuzzyDate(parsed.output) } : parsed.output;
}

/** Whether a day is one day, a month one month and so on: a month's span called a day would be an invented day. */
function spansItsPrecision({ start, end, precision }: FuzzyDate): boolean {
  if (precision === 'range') return true;
  const [year = 0, month = 0, day = 0] = (start ?? '').split('-').map(Number);
  if (!isPlausibleYear(year)) return false;
  const half = month === 1 ? 'first-half' : 'second-half';
  const point: DatePoint = {
    year,
    month: precision === 'day' || precision === 'month' ? month : null,
    day: precision === 'day' ? day : null,
    portion: precision === 'half-year' ? half : null,
  };
  const span = spanOfPoint(point, year);
  return span !== null && span.start === start && span.end === end;
}
