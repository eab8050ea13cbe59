import { chapterTitle } from '../document/chapter-numbering.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import type { Block, Chapter } from '../document/document-tree.ts';
import { frontMatter } from '../document/front-matter.ts';
import { withNamesOfTheDay } from '../document/names-of-the-day.ts';
import type { Entry } from '../records/archive-record.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { composeActivities } from './activities-chapter.ts';
import { composeHonors } from './honors-chapter.ts';
import { composePlans } from './plans-chapter.ts';
import { selectEntries, type SelectedEntries } from './select-entries.ts';
import { composeUndated } from './undated-chapter.ts';
import { YEARBOOK_CHAPTERS, type YearbookChapter, type YearbookOptions } from './yearbook-options.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

export type ChapterCounts = Readonly<Record<YearbookChapter | 'undated', number>>;

export type Yearbook = ComposedDocument & { readonly perChapter: ChapterCounts };

/**
 * The yearbook of one year as a neutral document. Pure: the same records and options always make the same book, whatever
 * the order of the records.
 *
 * @param units makes the book print the official names that units had on the date of each record; without them names
 * stand as they are printed on the records
 */
export function composeYearbook(
  entries: readonly Entry[],
  options: YearbookOptions,
  units: UnitDirectory | null = null,
): Yearbook {
  const selected = selectEntries(units ? entries.map((entry) => withNamesOfTheDay(entry, units)) : entries, options);
  const undated = options.includeUndated ? selected.undated : [];
  const perChapter = {
    plans: selected.plans.length,
    activities: selected.activities.length,
    honors: selected.honors.length,
    undated: undated.length,
  };
  return {
    tree: {
      ...frontMatter({
        title: options.title,
        volume: T.volume(options.year),
        subject: T.subject(options.year),
        editor: options.editor,
        compiledOn: options.compiledOn,
        overview: [overviewOf(selected, undated, options.year)],
      }),
      chapters: composeChapters(selected, undated, options),
    },
    chosen: [...selected.plans, ...selected.activities, ...selected.honors, ...undated],
    perChapter,
    omittedUndated: selected.undated.length - undated.length,
  };
}

function overviewOf(selected: SelectedEntries, undated: readonly Entry[], year: number): string {
  const counts = [
    selected.plans.length > 0 ? T.counted('plan', selected.plans.length) : '',
    selected.activities.length > 0 ? T.counted('activity', selected.activities.length) : '',
    selected.honors.length > 0 ? T.counted('honor', selected.honors.length) : '',
  ].filter((count) => count !== '');
  const overview = counts.length > 0 ? T.overview(year, counts.join('、')) : T.overviewEmpty(year);
  return undated.length > 0 ? `${overview}${T.overviewUndated(undated.length)}` : overview;
}

function composeChapters(
  selected: SelectedEntries,
  undated: readonly Entry[],
  options: YearbookOptions,
): readonly Chapter[] {
  const blocksOf: Readonly<Record<YearbookChapter, () => readonly Block[]>> = {
    plans: () => composePlans(selected.plans, options.year),
    activities: () => composeActivities(selected.activities, options.year),
    honors: () => composeHonors(selected.honors, options.year),
  };
  const chosen = YEARBOOK_CHAPTERS.filter((chapter) => options.chapters.includes(chapter));
  const chapters = chosen.map((chapter, index) => ({
    title: chapterTitle(index + 1, T.chapterNames[chapter]),
    // The first chapter follows the opening, and one sentence is no reason to begin a page.
    startsNewPage: index > 0 && selected[chapter].length > 0,
    blocks: blocksOf[chapter](),
  }));
  if (undated.length === 0) return chapters;
  return [...chapters, { title: T.undatedChapter, startsNewPage: true, blocks: composeUndated(undated) }];
}
