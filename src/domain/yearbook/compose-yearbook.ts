import { chapterTitle } from '../document/chapter-numbering.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import type { Block, Chapter } from '../document/document-tree.ts';
import { frontMatter } from '../document/front-matter.ts';
import { withNamesOfTheDay } from '../document/names-of-the-day.ts';
import { paragraphsOf } from '../document/sentence.ts';
import { isEntry, type ArchiveRecord, type Entry } from '../records/archive-record.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { composeActivities } from './activities-chapter.ts';
import { composeAppendix } from './appendix-chapter.ts';
import { composeHonors } from './honors-chapter.ts';
import { composeIndex } from './index-chapter.ts';
import { composePlates } from './picture-plates.ts';
import { composePlans } from './plans-chapter.ts';
import { composePractices } from './practices-chapter.ts';
import { selectEntries, type SelectedEntries } from './select-entries.ts';
import { composeStatistics } from './statistics-chapter.ts';
import { composeUndated } from './undated-chapter.ts';
import { YEARBOOK_CHAPTERS, type YearbookChapter, type YearbookOptions } from './yearbook-options.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

export type ChapterCounts = Readonly<Record<'plans' | 'activities' | 'practices' | 'honors' | 'undated', number>>;

export type Yearbook = ComposedDocument & { readonly perChapter: ChapterCounts };

/**
 * The yearbook of one year as a neutral document, in the order that yearbooks have: pictures, contents, 特载, 大事记, 概况,
 * the chapters by work, honours, statistics, appendix, index. Pure: the same records and options always make the same
 * book, whatever the order of the records.
 *
 * @param records of any kind; what a yearbook does not show is left alone
 * @param units makes the book print the official names that units had on the date of each record; without them names
 * stand as they are printed on the records
 */
export function composeYearbook(
  records: readonly ArchiveRecord[],
  options: YearbookOptions,
  units: UnitDirectory | null = null,
): Yearbook {
  const living = records.filter(({ deletedAt }) => deletedAt === null);
  const entries = living.filter(isEntry).map((entry) => (units ? withNamesOfTheDay(entry, units) : entry));
  const selected = selectEntries(
    entries,
    options,
    living.filter((record) => record.kind === 'practice'),
  );
  const undated = options.includeUndated ? selected.undated : [];
  const { plans, activities, practices, honors } = selected;
  const plates = options.chapters.includes('pictures') ? platesOf(living, selected, options) : undefined;
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
      ...(plates === undefined ? {} : { plates }),
      chapters: composeChapters({ records: living, entries, selected, undated }, options),
    },
    chosen: [...plans, ...activities, ...practices, ...honors, ...undated],
    perChapter: {
      plans: plans.length,
      activities: activities.length,
      practices: practices.length,
      honors: honors.length,
      undated: undated.length,
    },
    omittedUndated: selected.undated.length - undated.length,
  };
}

function platesOf(
  records: readonly ArchiveRecord[],
  { activities, honors }: SelectedEntries,
  options: YearbookOptions,
) {
  const groups = records.filter((record) => record.kind === 'photoGroup');
  const attachments = records.filter((record) => record.kind === 'attachment');
  return composePlates({ groups, attachments, activities, honors }, options.year, options.pictures);
}

function overviewOf(selected: SelectedEntries, undated: readonly Entry[], year: number): string {
  const { plans, activities, practices, honors } = selected;
  const counts = [
    plans.length > 0 ? T.counted('plan', plans.length) : '',
    activities.length > 0 ? T.counted('activity', activities.length) : '',
    practices.length > 0 ? T.counted('practice', practices.length) : '',
    honors.length > 0 ? T.counted('honor', honors.length) : '',
  ].filter((count) => count !== '');
  const overview = counts.length > 0 ? T.overview(year, counts.join('、')) : T.overviewEmpty(year);
  return undated.length > 0 ? `${overview}${T.overviewUndated(undated.length)}` : overview;
}

type BookContent = {
  readonly records: readonly ArchiveRecord[];
  /** Of any year, with their units' names of the day. */
  readonly entries: readonly Entry[];
  readonly selected: SelectedEntries;
  readonly undated: readonly Entry[];
};

function composeChapters(content: BookContent, options: YearbookOptions): readonly Chapter[] {
  const { year } = options;
  const { records, entries, selected, undated } = content;
  const isChosen = (chapter: YearbookChapter) => options.chapters.includes(chapter);
  const blocksOf: Readonly<Record<NumberedChapter, () => readonly Block[]>> = {
    special: () => ownText(options.special),
    activities: () => composeActivities(selected.activities, year),
    overview: () => ownText(options.overview),
    plans: () => composePlans(selected.plans, year),
    practices: () => composePractices(selected.practices, year),
    honors: () => composeHonors(selected.honors, year),
    statistics: () =>
      composeStatistics(
        selected,
        entries.filter((entry) => entry.kind === 'honor'),
        year,
      ),
  };
  const numbered = NUMBERED.filter(isChosen)
    .map((chapter) => ({ chapter, blocks: blocksOf[chapter]() }))
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ chapter, blocks }, index) => ({
      title: chapterTitle(index + 1, T.chapterNames[chapter]),
      // The first chapter follows the opening, and one sentence is no reason to begin a page.
      startsNewPage: index > 0 && blocks.length > 1,
      blocks,
    }));
  const { plans, activities, practices, honors } = selected;
  const appendix = () =>
    composeAppendix(
      entries.filter((entry) => entry.kind === 'plan'),
      records.filter((record) => record.kind === 'unitChange'),
      year,
    );
  const unnumbered = [
    { title: T.appendix, blocks: isChosen('appendix') ? appendix() : [] },
    { title: T.undatedChapter, blocks: undated.length > 0 ? composeUndated(undated) : [] },
    {
      title: T.index,
      blocks: isChosen('index') ? composeIndex([...plans, ...activities, ...practices, ...honors, ...undated]) : [],
    },
  ];
  return [
    ...numbered,
    ...unnumbered.filter(({ blocks }) => blocks.length > 0).map((chapter) => ({ ...chapter, startsNewPage: true })),
  ];
}

type NumberedChapter = keyof typeof T.chapterNames;
const NUMBERED = YEARBOOK_CHAPTERS.filter((chapter): chapter is NumberedChapter => chapter in T.chapterNames);

function ownText(text: string): readonly Block[] {
  return paragraphsOf(text).map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}
