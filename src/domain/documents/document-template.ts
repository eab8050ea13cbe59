import * as v from 'valibot';
import { daysInMonth } from '../dates/calendar.ts';
import type { DateWindow } from '../dates/date-window.ts';
import type { DocumentOrder } from './compose-document.ts';
import { checkDocumentOrder, documentKindSchema } from './read-document-order.ts';

/** A window of up to so many days moves with the years as a whole; a longer one keeps its beginning. */
const LONGEST_MOVING_DAYS = 366;
const DAY_MS = 86_400_000;

const year = v.pipe(v.number(), v.integer());
const monthDay = v.pipe(v.string(), v.regex(/^\d\d-\d\d$/));
const endSchema = v.strictObject({
  /** Years after the one in which the template is used, or below 0 before it; null for a day that stays. */
  offset: v.nullable(year),
  /** The year of a day that stays. */
  year: v.nullable(year),
  day: monthDay,
});

const templateSchema = v.strictObject({
  rongdang: v.literal('document-template'),
  version: v.literal(1),
  kind: documentKindSchema,
  /** For a document about a window of days. */
  window: v.nullable(v.strictObject({ from: endSchema, to: endSchema })),
  /** For a document about a year. */
  yearOffset: v.nullable(year),
  options: v.record(v.string(), v.unknown()),
});

/** What is chosen for a document, so that it can be chosen again in another year, as JSON text. */
export function templateOf({ kind, options }: DocumentOrder): string {
  const { compiledOn, ...rest } = options;
  const now = Number(compiledOn.slice(0, 4));
  const kept: Record<string, unknown> = { ...rest };
  // What the office writes itself belongs to its year.
  for (const own of ['window', 'special', 'overview']) delete kept[own];
  const ofYear = 'year' in options ? options.year : null;
  if (ofYear !== null) delete kept['year'];
  const template: v.InferOutput<typeof templateSchema> = {
    rongdang: 'document-template',
    version: 1,
    kind,
    window: 'window' in options ? windowRule(options.window, now) : null,
    yearOffset: ofYear === null ? null : ofYear - now,
    options: kept,
  };
  return JSON.stringify(template, null, 2);
}

/** The order that a template stands for on a day (ISO 8601); null when the text is no template. */
export function orderOfTemplate(text: string, today: string): DocumentOrder | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), templateSchema), text);
  if (!read.success) return null;
  const { kind, window, yearOffset, options } = read.output;
  const now = Number(today.slice(0, 4));
  const order = checkDocumentOrder(kind, {
    ...options,
    ...(window === null ? {} : { window: { from: dayOf(window.from, now), to: dayOf(window.to, now) } }),
    ...(yearOffset === null ? {} : { year: now + yearOffset }),
    compiledOn: today,
  });
  return order.ok ? order.value : null;
}

function windowRule({ from, to }: DateWindow, now: number) {
  const isMoving = (Date.parse(to) - Date.parse(from)) / DAY_MS < LONGEST_MOVING_DAYS;
  return { from: isMoving ? moving(from, now) : staying(from), to: moving(to, now) };
}

function moving(day: string, now: number): v.InferOutput<typeof endSchema> {
  return { offset: Number(day.slice(0, 4)) - now, year: null, day: day.slice(5) };
}

function staying(day: string): v.InferOutput<typeof endSchema> {
  return { offset: null, year: Number(day.slice(0, 4)), day: day.slice(5) };
}

/** The last day of a February is the last one in every year. */
function dayOf({ offset, year: fixed, day }: v.InferOutput<typeof endSchema>, now: number): string {
  const inYear = fixed ?? now + (offset ?? 0);
  const isLastOfFebruary = day === '02-28' || day === '02-29';
  return `${inYear}-${isLastOfFebruary ? `02-${daysInMonth(inYear, 2)}` : day}`;
}
