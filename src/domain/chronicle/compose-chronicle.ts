import { appendTo } from '../append-to.ts';
import { windowWords } from '../dates/date-window.ts';
import { countingYear, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { sectionHeading } from '../document/chapter-numbering.ts';
import { composeScoped } from '../document/compose-scoped.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import type { Block, Chapter } from '../document/document-tree.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { entryTitle, sentence } from '../document/sentence.ts';
import { recordDate, type Entry } from '../records/archive-record.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { dateInYear } from '../yearbook/date-words.ts';
import { describeActivityEvent } from '../yearbook/describe-activity.ts';
import { describeHonorEvent } from '../yearbook/describe-honor.ts';
import { describePlanEvent } from '../yearbook/describe-plan.ts';
import { groupByStretch } from '../yearbook/stretches.ts';
import { composeUndated } from '../yearbook/undated-chapter.ts';
import { YEARBOOK_TERMS } from '../yearbook/yearbook-terms.ts';
import type { ChronicleOptions } from './chronicle-options.ts';
import { CHRONICLE_TERMS as T } from './chronicle-terms.ts';

const KINDS_COUNTED = ['activity', 'plan', 'honor'] as const;

/**
 * The chronicle (大事记) as a neutral document: one event an entry, under its year, month and day. Exact days come first,
 * an unknown day stands at the month's end, an unknown month at the year's end. Pure: the same records and options always
 * make the same one.
 */
export function composeChronicle(
  entries: readonly Entry[],
  options: ChronicleOptions,
  units: UnitDirectory | null = null,
): ComposedDocument {
  const wanted = entries.filter(({ kind }) => options.kinds.includes(kind));
  return composeScoped(wanted, options, units, {
    subject: T.subject,
    overview: (dated, appended) => [overviewOf(dated, appended, options)],
    chapters: composeChapters,
    perChapter: (dated) => Object.fromEntries(options.kinds.map((kind) => [kind, count(dated, kind)])),
  });
}

function overviewOf(dated: readonly Entry[], undated: readonly Entry[], options: ChronicleOptions): string {
  const { unit, level } = options;
  const window = windowWords(options.window);
  const counts = KINDS_COUNTED.flatMap((kind) => {
    const number = count(dated, kind);
    return number === 0 ? [] : [YEARBOOK_TERMS.counted(kind, number)];
  });
  const scope = sentence([
    unit === null ? '' : DOCUMENT_TERMS.scopeOfUnit(unit.name, unit.ids.length > 1),
    level === null ? '' : T.scopeOfLevel(level),
  ]);
  const appendix = sentence([undated.length > 0 ? T.undated(undated.length) : '']);
  if (dated.length === 0) return `${sentence([T.totalEmpty(window)])}${scope}${appendix}`;
  return `${sentence([T.total(window, counts.join('、'))])}${scope}${sentence([T.arrangement])}${appendix}`;
}

function count(entries: readonly Entry[], kind: EntryKind): number {
  return entries.filter((entry) => entry.kind === kind).length;
}

function composeChapters(dated: readonly Entry[], undated: readonly Entry[]): readonly Chapter[] {
  const years = new Map<number, Entry[]>();
  for (const entry of dated) appendTo(years, countingYear(recordDate(entry)) ?? 0, entry);
  const chapters = [...years]
    .toSorted(([a], [b]) => a - b)
    .map(([year, entries], index) => ({
      title: T.year(year),
      startsNewPage: index > 0,
      blocks: yearBlocks(entries, year),
    }));
  if (undated.length === 0) return chapters;
  return [
    ...chapters,
    { title: YEARBOOK_TERMS.undatedChapter, startsNewPage: chapters.length > 0, blocks: composeUndated(undated) },
  ];
}

/** @param entries in chronicle order */
function yearBlocks(entries: readonly Entry[], year: number): readonly Block[] {
  return groupByStretch(entries, year).flatMap(({ name, members }) => {
    let last = '';
    const events = members.flatMap((entry): readonly Block[] => {
      const day = dayName(recordDate(entry), year);
      const isNew = day !== '' && day !== last;
      last = day;
      return [...(isNew ? [{ kind: 'heading', level: 3, text: day } as const] : []), eventOf(entry)];
    });
    return [sectionHeading(name), ...events];
  });
}

/** Which day under the heading of its month; nothing where the heading says all that is known. */
function dayName(date: FuzzyDate, year: number): string {
  switch (date.precision) {
    case 'day':
      return T.day(Number(date.start?.slice(8)));
    case 'month':
      return T.dayUnknown;
    case 'year':
      return T.monthUnknown;
    case 'half-year':
      return '';
    default:
      return dateInYear(date, year);
  }
}

function eventOf(entry: Entry): Block {
  return { kind: 'entry', entryId: entry.id, title: entryTitle(entry.title), paragraphs: describeEvent(entry) };
}

function describeEvent(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'plan':
      return describePlanEvent(entry);
    case 'activity':
      return describeActivityEvent(entry);
    case 'honor':
      return describeHonorEvent(entry);
  }
}
