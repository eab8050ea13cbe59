import { appendTo } from '../append-to.ts';
import { windowWords } from '../dates/date-window.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import { chapterTitle, numberedSection } from '../document/chapter-numbering.ts';
import { composeScoped } from '../document/compose-scoped.ts';
import type { ComposedDocument } from '../document/composed-document.ts';
import type { Block, Chapter, EntryBlock } from '../document/document-tree.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { entryTitle, sentence } from '../document/sentence.ts';
import type { Entry } from '../records/archive-record.ts';
import type { Honor } from '../records/honor.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { groupByLevel, honorTotals, levelName, type LevelGroup } from '../yearbook/honor-shares.ts';
import { composeUndated } from '../yearbook/undated-chapter.ts';
import { YEARBOOK_TERMS } from '../yearbook/yearbook-terms.ts';
import type { CompilationOptions } from './compilation-options.ts';
import { COMPILATION_TERMS as T } from './compilation-terms.ts';
import { describeCompiledHonor } from './describe-compiled-honor.ts';
import { composeStatistics } from './statistics-chapter.ts';
import { unitChapters } from './unit-chapters.ts';

/**
 * The compilation of honours (荣誉汇编) as a neutral document: an entry for each, by level and year or by unit, and a table
 * that counts them. What has no honours has no chapter. Pure: the same records and options always make the same one.
 */
export function composeCompilation(
  entries: readonly Entry[],
  options: CompilationOptions,
  units: UnitDirectory | null = null,
): ComposedDocument {
  const honors = entries.filter((entry) => entry.kind === 'honor').filter((honor) => isWanted(honor, options));
  return composeScoped(honors, options, units, {
    subject: T.subject,
    overview: (dated, appended) => overviewOf(dated, appended, options),
    chapters: (dated, appended) => composeChapters(dated, appended, options, units),
    perChapter: (dated) =>
      Object.fromEntries(groupByLevel(dated).map(({ level, honors: held }) => [levelName(level), held.length])),
  });
}

function isWanted({ verification }: Honor, { includeUnverified }: CompilationOptions): boolean {
  return includeUnverified || verification === '已核实';
}

function overviewOf(
  dated: readonly Honor[],
  undated: readonly Honor[],
  { window, unit, level, groupBy, includeUnverified }: CompilationOptions,
): readonly string[] {
  const words = windowWords(window);
  const unverified = dated.filter(({ verification }) => verification !== '已核实').length;
  const scope = sentence([
    unit === null ? '' : DOCUMENT_TERMS.scopeOfUnit(unit.name, unit.ids.length > 1),
    level === null ? '' : T.scopeOfLevel(level),
    includeUnverified ? '' : T.verifiedOnly,
  ]);
  const doubts = sentence([unverified > 0 ? T.unverified(unverified) : '']);
  const appendix = sentence([undated.length > 0 ? T.undated(undated.length) : '']);
  if (dated.length === 0) return [`${sentence([T.totalEmpty(words)])}${scope}${appendix}`];
  const totals = honorTotals(T.total(words, dated.length), dated);
  return [`${totals}${doubts}${appendix}`, `${scope}${sentence([T.arrangement[groupBy]])}`];
}

function composeChapters(
  dated: readonly Honor[],
  undated: readonly Honor[],
  options: CompilationOptions,
  units: UnitDirectory | null,
): readonly Chapter[] {
  const entryOf = (honor: Honor) => honorEntry(honor, options);
  const parts =
    options.groupBy === 'level'
      ? groupByLevel(dated).map((group) => levelChapter(group, options, entryOf))
      : unitChapters(dated, units, options.unit && new Set(options.unit.ids), entryOf);
  const numbered = parts.map(({ name, blocks }, index) => ({
    title: chapterTitle(index + 1, name),
    // There may be a hundred units with an honour each.
    startsNewPage: options.groupBy === 'level' && index > 0,
    blocks,
  }));
  const statistics = {
    title: chapterTitle(parts.length + 1, T.statistics),
    startsNewPage: true,
    blocks: composeStatistics(dated, options.window),
  };
  const appendix = {
    title: YEARBOOK_TERMS.undatedChapter,
    startsNewPage: parts.length > 0,
    blocks: composeUndated(undated, (entry) =>
      entry.kind === 'honor' ? describeCompiledHonor(entry, options.details) : [],
    ),
  };
  return [...numbered, ...(dated.length > 0 ? [statistics] : []), ...(undated.length > 0 ? [appendix] : [])];
}

function levelChapter(
  { level, honors }: LevelGroup,
  { window }: CompilationOptions,
  entryOf: (honor: Honor) => EntryBlock,
): { readonly name: string; readonly blocks: readonly Block[] } {
  const name = level === null ? T.unsettledChapter : T.levelChapter(level);
  const introduction: Block = { kind: 'paragraph', text: sentence([T.levelTotal(name, honors.length)]) };
  // The cover has said which year it is.
  if (window.from.slice(0, 4) === window.to.slice(0, 4))
    return { name, blocks: [introduction, ...honors.map(entryOf)] };
  const years = new Map<number, Honor[]>();
  for (const honor of honors) appendTo(years, countingYear(honor.date) ?? 0, honor);
  const sections = [...years].toSorted(([a], [b]) => a - b);
  return {
    name,
    blocks: [
      introduction,
      ...sections.flatMap(([year, held], index) => [numberedSection(index + 1, T.year(year)), ...held.map(entryOf)]),
    ],
  };
}

function honorEntry(honor: Honor, { details }: CompilationOptions): EntryBlock {
  return {
    kind: 'entry',
    entryId: honor.id,
    title: entryTitle(honor.title),
    paragraphs: describeCompiledHonor(honor, details),
  };
}
