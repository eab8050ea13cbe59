import * as v from 'valibot';
import type { RecordOf } from '../records/archive-record.ts';

/** What the office writes itself for the yearbook of a year: 特载 and 概况. */
const textsSchema = v.object({ special: v.string(), overview: v.string() });
export type YearbookTexts = v.InferOutput<typeof textsSchema>;

const NO_TEXTS: YearbookTexts = { special: '', overview: '' };

/** Under which the texts of a year are kept, as a saved view: stored with the archive, journaled, to be undone. */
export function yearbookScreen(year: number): string {
  return `yearbook/${year}`;
}

/** The texts of a year; empty ones when none were kept, or what is kept cannot be read. */
export function readYearbookTexts(views: readonly RecordOf<'savedView'>[], year: number): YearbookTexts {
  const kept = views.find(({ screen }) => screen === yearbookScreen(year));
  if (kept === undefined) return NO_TEXTS;
  try {
    const read = v.safeParse(textsSchema, JSON.parse(kept.state));
    return read.success ? read.output : NO_TEXTS;
  } catch {
    return NO_TEXTS;
  }
}
