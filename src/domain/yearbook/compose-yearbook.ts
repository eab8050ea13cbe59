import { breakTitle } from '../document/break-title.ts';
import { chineseNumber } from '../document/chinese-number.ts';
import type { Block, Chapter, DocumentTree, Opening } from '../document/document-tree.ts';
import type { Entry } from '../records/archive-record.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { composeChronicle } from './chronicle-chapter.ts';
import { composeHonors } from './honors-chapter.ts';
import { withNamesOfTheDay } from './names-of-the-day.ts';
import { composePlans } from './plans-chapter.ts';
import { selectEntries, type SelectedEntries } from './select-entries.ts';
import { printed } from './sentence.ts';
import { composeUndated } from './undated-chapter.ts';
import { YEARBOOK_CHAPTERS, type YearbookChapter, type YearbookOptions } from './yearbook-options.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/** Characters that the widest type of the cover and of the opening page hold on a line. */
const COVER_CAPACITY = 12;
const OPENING_CAPACITY = 18;

export type ChapterCounts = Readonly<Record<YearbookChapter | 'undated', number>>;

export type Yearbook = {
  readonly tree: DocumentTree;
  /** How many records are in it. */
  readonly entries: number;
  readonly perChapter: ChapterCounts;
  /** Records of the chosen chapters that were left out because their year is not known. */
  readonly omittedUndated: number;
};

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
    tree: composeTree(selected, undated, options),
    entries: perChapter.plans + perChapter.activities + perChapter.honors + perChapter.undated,
    perChapter,
    omittedUndated: selected.undated.length - undated.length,
  };
}

function composeTree(selected: SelectedEntries, undated: readonly Entry[], options: YearbookOptions): DocumentTree {
  const title = printed(options.title);
  const editor = printed(options.editor);
  return {
    properties: {
      title: `${title}（${T.volume(options.year)}）`,
      subject: T.subject(options.year),
      creator: editor,
      compiledOn: options.compiledOn,
    },
    cover: {
      titleLines: breakTitle(title, COVER_CAPACITY),
      subtitle: T.volume(options.year),
      editor,
      date: fullDate(options.compiledOn),
    },
    contentsTitle: T.contents,
    opening: composeOpening(title, selected, undated, options),
    chapters: composeChapters(selected, undated, options),
  };
}

function composeOpening(
  title: string,
  selected: SelectedEntries,
  undated: readonly Entry[],
  options: YearbookOptions,
): Opening {
  const counts = [
    selected.plans.length > 0 ? T.counted('plan', selected.plans.length) : '',
    selected.activities.length > 0 ? T.counted('activity', selected.activities.length) : '',
    selected.honors.length > 0 ? T.counted('honor', selected.honors.length) : '',
  ].filter((count) => count !== '');
  const overview = counts.length > 0 ? T.overview(options.year, counts.join('、')) : T.overviewEmpty(options.year);
  const appendix = undated.length > 0 ? T.overviewUndated(undated.length) : '';
  return {
    titleLines: [...breakTitle(title, OPENING_CAPACITY), `（${T.volume(options.year)}）`],
    blocks: [{ kind: 'paragraph', text: `${overview}${appendix}` }],
  };
}

function composeChapters(
  selected: SelectedEntries,
  undated: readonly Entry[],
  options: YearbookOptions,
): readonly Chapter[] {
  const blocksOf: Readonly<Record<YearbookChapter, () => readonly Block[]>> = {
    plans: () => composePlans(selected.plans, options.year),
    activities: () => composeChronicle(selected.activities, options.year),
    honors: () => composeHonors(selected.honors, options.year),
  };
  const chosen = YEARBOOK_CHAPTERS.filter((chapter) => options.chapters.includes(chapter));
  const chapters = chosen.map((chapter, index) => ({
    title: T.chapterTitle(chineseNumber(index + 1), T.chapterNames[chapter]),
    // The first chapter follows the opening, and one sentence is no reason to begin a page.
    startsNewPage: index > 0 && selected[chapter].length > 0,
    blocks: blocksOf[chapter](),
  }));
  if (undated.length === 0) return chapters;
  return [...chapters, { title: T.undatedChapter, startsNewPage: true, blocks: composeUndated(undated) }];
}

/** GB/T 9704-2012, 7.3.5.4: Arabic digits, no leading zeros. */
function fullDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
