import { isFindable, type ArchiveRecord, type FindableRecord } from '../records/archive-record.ts';
import { FINDABLE_KINDS } from '../records/record-base.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import { WORKS } from '../vocabulary/works.ts';
import { foldText } from './fold-text.ts';
import { normalizeForSearch } from './normalize-text.ts';
import { toSearchDocument, type SearchDocument } from './search-document.ts';
import type { SearchQuery } from './search-engine.ts';
import type { SearchExpression } from './search-expression.ts';
import type { FacetCount, SearchFacets, SearchFilters } from './search-facets.ts';
import { isPart, toSearchPart, type SearchPart } from './search-part.ts';

/** For tests: searches records by reading every field of each, as plainly as the rules are written. */
export type NaiveArchive = {
  readonly put: (record: ArchiveRecord) => void;
  readonly remove: (id: string) => void;
  readonly size: () => number;
  readonly search: (query: SearchQuery) => { readonly hits: readonly NaiveHit[]; readonly facets: SearchFacets };
};

type Grade = { readonly isExact: boolean; readonly score: number };
type NaiveHit = Grade & { readonly id: string };
/** `text` is normalised. */
type PlacedField = { readonly name: string; readonly text: string; readonly folded: string; readonly weight: number };
type Entry = SearchDocument & { readonly placed: readonly PlacedField[]; readonly has: ReadonlySet<string> };

const [TITLE, BODY, OTHER] = [7, 4, 1];

export function createNaiveArchive(): NaiveArchive {
  const records = new Map<string, ArchiveRecord>();
  // Entries are made anew only after a change.
  let known: readonly Entry[] | null = null;
  const living = () => [...records.values()].filter(({ deletedAt }) => deletedAt === null);
  const entries = () => {
    const all = living();
    known ??= toEntries(all);
    return known;
  };
  return {
    put: (record) => {
      records.set(record.id, record);
      known = null;
    },
    remove: (id) => {
      records.delete(id);
      known = null;
    },
    size: () => living().filter(isFindable).length,
    search: ({ expression, isExactOnly = false, ...filters }) => {
      const graded = entries()
        .map((entry) => ({ entry, grade: evaluate(entry, expression, isExactOnly) }))
        .filter((each): each is { entry: Entry; grade: Grade } => each.grade !== null);
      const passes = (entry: Entry, apartFrom: keyof SearchFacets | null) =>
        Object.entries(FILTERS).every(([name, test]) => name === apartFrom || test(entry, filters));
      const hits = graded
        .filter(({ entry }) => passes(entry, null))
        .toSorted(
          (a, b) =>
            Number(b.grade.isExact) - Number(a.grade.isExact) ||
            b.grade.score - a.grade.score ||
            byRecency(a.entry, b.entry),
        )
        .map(({ entry, grade }) => ({ id: entry.id, ...grade }));
      return {
        hits,
        facets: countFacets((name) => graded.map(({ entry }) => entry).filter((entry) => passes(entry, name))),
      };
    },
  };
}

function toEntries(all: readonly ArchiveRecord[]): readonly Entry[] {
  const documents = all.filter(isFindable).map(documentOf);
  const allParts = all.filter(isPart).map(toSearchPart);
  return documents.map((document) => {
    const parts = allParts.filter(({ ownerIds }) => ownerIds.includes(document.id));
    const units = documents.filter(({ kind, id }) => kind === 'unit' && document.unitIds.includes(id));
    return toEntry(document, parts, units.flatMap(ownNames));
  });
}

const made = new WeakMap<FindableRecord, SearchDocument>();

function documentOf(record: FindableRecord): SearchDocument {
  const document = made.get(record) ?? toSearchDocument(record);
  made.set(record, document);
  return document;
}

function toEntry(document: SearchDocument, parts: readonly SearchPart[], names: readonly string[]): Entry {
  const weightOf = (name: string) => {
    if (name === 'title' || (name === 'unitName' && document.kind === 'unit')) return TITLE;
    return name === 'body' ? BODY : OTHER;
  };
  return {
    ...document,
    placed: [
      ...document.fields.map(({ name, text }) => place(name, text, weightOf(name))),
      ...names.map((text) => place('body', text, BODY)),
      ...parts.flatMap((part) => part.fields.map(({ name, text }) => place(name, text, OTHER))),
    ],
    has: new Set([...document.things, ...parts.flatMap(({ things }) => things)]),
  };
}

const folds = new Map<string, readonly [text: string, folded: string]>();

function place(name: string, typed: string, weight: number): PlacedField {
  const normalized = normalizeForSearch(typed);
  const [text, folded] = folds.get(typed) ?? [normalized, foldText(normalized)];
  folds.set(typed, [text, folded]);
  return { name, text, folded, weight };
}

function ownNames({ fields }: SearchDocument): readonly string[] {
  return fields.filter(({ name }) => name === 'title' || name === 'unitName').map(({ text }) => text);
}

function evaluate(entry: Entry, expression: SearchExpression, isExactOnly: boolean): Grade | null {
  switch (expression.type) {
    case 'all': {
      const grades = expression.parts.map((part) => evaluate(entry, part, isExactOnly));
      if (grades.some((grade) => grade === null)) return null;
      return {
        isExact: grades.every((grade) => grade?.isExact),
        score: grades.reduce((sum, grade) => sum + (grade?.score ?? 0), 0),
      };
    }
    case 'any': {
      const grades = expression.parts.flatMap((part) => evaluate(entry, part, isExactOnly) ?? []);
      return grades.toSorted((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score)[0] ?? null;
    }
    case 'not':
      return passing(evaluate(entry, expression.part, true) === null);
    case 'text':
      return matchFields(entry.placed, expression.text, isExactOnly || expression.isPhrase);
    case 'kind':
      return passing(expression.kinds.includes(entry.kind));
    case 'year': {
      const years = yearsOf(entry);
      return passing(years.some((year) => year >= (expression.from ?? 0) && year <= (expression.to ?? 9999)));
    }
    case 'level':
      return passing(expression.levels.includes(entry.level));
    case 'unit':
      return passing(entry.unitIds.includes(expression.unitId));
    case 'has':
      return passing(entry.has.has(expression.what) === expression.isThere);
    case 'unitName':
      return unscored(matchFields(namesOf(entry), expression.text, isExactOnly));
    case 'field': {
      if (expression.field === 'status') {
        const status = matchFields([place('status', entry.status, OTHER)], expression.text, isExactOnly);
        return passing(status !== null);
      }
      const name = expression.field === 'work' ? 'works' : expression.field;
      const fields = entry.placed.filter(
        (field) => field.name === name || (name === 'title' && entry.kind === 'unit' && field.name === 'unitName'),
      );
      return unscored(matchFields(fields, expression.text, isExactOnly));
    }
  }
}

function namesOf({ kind, placed }: Entry): readonly PlacedField[] {
  const names = kind === 'unit' ? ['title', 'unitName'] : ['body'];
  return placed.filter(({ name }) => names.includes(name));
}

function passing(passes: boolean): Grade | null {
  return passes ? { isExact: true, score: 0 } : null;
}

function unscored(grade: Grade | null): Grade | null {
  return grade && { ...grade, score: 0 };
}

function matchFields(fields: readonly PlacedField[], typed: string, isExactOnly: boolean): Grade | null {
  const term = normalizeForSearch(typed).trim();
  if (term === '') return { isExact: true, score: 0 };
  const exact = bestScore(fields, term);
  if (exact > 0) return { isExact: true, score: exact };
  const folded = foldText(term);
  const isTelling = folded.length > 1 || (folded.length === 1 && term.length === 1);
  if (isExactOnly || !isTelling) return null;
  const loose = bestScore(
    fields.map(({ folded: text, weight }) => ({ text, weight })),
    folded,
  );
  return loose > 0 ? { isExact: false, score: loose } : null;
}

function bestScore(fields: readonly { readonly text: string; readonly weight: number }[], term: string): number {
  return fields.reduce((best, { text, weight }) => {
    if (!text.includes(term)) return best;
    if (text === term) return Math.max(best, weight + 2);
    return Math.max(best, weight + (text.startsWith(term) ? 1 : 0));
  }, 0);
}

function byRecency(a: Entry, b: Entry): number {
  const key = ({ date, createdAt }: Entry) => [date?.end ?? '', date?.start ?? '', createdAt].join(' ');
  if (key(a) !== key(b)) return key(a) < key(b) ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function yearsOf({ date }: SearchDocument): readonly number[] {
  if (date === null || date.start === null || date.end === null) return [];
  const first = Number(date.start.slice(0, 4));
  return Array.from({ length: Number(date.end.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}

const FILTERS: { readonly [K in keyof SearchFacets]: (entry: Entry, filters: SearchFilters) => boolean } = {
  kinds: ({ kind }, { kinds = [] }) => kinds.length === 0 || kinds.includes(kind),
  years: (entry, { years = [] }) =>
    years.length === 0 ||
    yearsOf(entry).some((year) => years.some(({ from, to }) => year >= (from ?? 0) && year <= (to ?? 9999))),
  levels: ({ level }, { levels = [] }) => levels.length === 0 || (level !== null && levels.includes(level)),
  units: ({ unitIds }, { unitId }) => unitId === undefined || unitIds.includes(unitId),
  works: (entry, { works = [] }) => works.length === 0 || entry.works.some((work) => works.includes(work)),
  series: (entry, { series = [] }) => series.length === 0 || (entry.series !== '' && series.includes(entry.series)),
  statuses: ({ status }, { statuses = [] }) => statuses.length === 0 || statuses.includes(status),
};

function countFacets(passed: (name: keyof SearchFacets) => readonly Entry[]): SearchFacets {
  const frequent = (counts: readonly FacetCount<string>[]) =>
    counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const inOrder = <T extends string>(counts: readonly FacetCount<string>[], order: readonly T[]) =>
    order.flatMap((value) => counts.filter((each): each is FacetCount<T> => each.value === value));
  const present = (values: readonly (string | null)[]) =>
    tally(values.filter((value): value is string => value !== null && value !== ''));
  return {
    kinds: inOrder(present(passed('kinds').map(({ kind }) => kind)), FINDABLE_KINDS),
    years: tally(passed('years').flatMap(yearsOf)).toSorted((a, b) => b.value - a.value),
    levels: inOrder(present(passed('levels').map(({ level }) => level)), LEVELS),
    units: frequent(tally(passed('units').flatMap(({ unitIds }) => unitIds))),
    works: inOrder(tally(passed('works').flatMap(({ works }) => works)), WORKS),
    series: frequent(present(passed('series').map(({ series }) => series))),
    statuses: frequent(present(passed('statuses').map(({ status }) => status))),
  };
}

function tally<T>(values: readonly T[]): readonly FacetCount<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count }));
}
