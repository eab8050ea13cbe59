import { windowWords } from '../dates/date-window.ts';
import type { Entry } from '../records/archive-record.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import type { ComposedDocument } from './composed-document.ts';
import { selectInScope, type DocumentScope } from './document-scope.ts';
import type { Chapter } from './document-tree.ts';
import { frontMatter } from './front-matter.ts';
import { withNamesOfTheDay } from './names-of-the-day.ts';

type ScopedOptions = DocumentScope & {
  readonly title: string;
  readonly editor: string;
  readonly compiledOn: string;
  readonly includeUndated: boolean;
};

/** What one document makes of the entries in its scope; `appended` are the undated ones that are wanted in it. */
type ScopedParts<E extends Entry> = {
  readonly subject: (window: string) => string;
  readonly overview: (dated: readonly E[], appended: readonly E[]) => readonly string[];
  readonly chapters: (dated: readonly E[], appended: readonly E[]) => readonly Chapter[];
  readonly perChapter: (dated: readonly E[]) => Readonly<Record<string, number>>;
};

/** A document about a window of days, perhaps of one unit and level. Whom it names has the name of the day there. */
export function composeScoped<E extends Entry>(
  entries: readonly E[],
  options: ScopedOptions,
  units: UnitDirectory | null,
  parts: ScopedParts<E>,
): ComposedDocument {
  const named = units ? entries.map((entry) => withNamesOfTheDay(entry, units)) : entries;
  const { dated, undated } = selectInScope(named, options);
  const appended = options.includeUndated ? undated : [];
  const { title, editor, compiledOn } = options;
  const volume = windowWords(options.window);
  const overview = parts.overview(dated, appended);
  return {
    tree: {
      ...frontMatter({ title, volume, subject: parts.subject(volume), editor, compiledOn, overview }),
      chapters: parts.chapters(dated, appended),
    },
    chosen: [...dated, ...appended],
    perChapter: { ...parts.perChapter(dated), undated: appended.length },
    omittedUndated: undated.length - appended.length,
  };
}
