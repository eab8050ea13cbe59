import type { MatchRange, PinyinMatcher } from '#domain/pinyin/pinyin-match';

/** Something that may be taken over into a field. */
export type Candidate = {
  /** What the field will hold. */
  readonly text: string;
  /** Other names by which it is found. */
  readonly names?: readonly string[];
  readonly id?: string;
};

/** A candidate that fits what was typed: by which of its names, and by which part of that. */
export type Suggestion = {
  readonly candidate: Candidate;
  readonly name: string;
  readonly ranges: readonly MatchRange[];
};

/** A candidate may be found by several of its names; so many more are ranked than are shown. */
const NAMES_EACH = 3;

/** The candidates that fit, best first, each once by the best of its names; all of them while nothing is typed. */
export function suggest(
  matcher: PinyinMatcher,
  typed: string,
  candidates: readonly Candidate[],
  limit: number,
): readonly Suggestion[] {
  const named = candidates.flatMap((candidate) =>
    [candidate.text, ...(typed.trim() === '' ? [] : (candidate.names ?? []))].map((name) => ({ candidate, name })),
  );
  const seen = new Set<Candidate>();
  const suggestions: Suggestion[] = [];
  for (const { item, ranges } of matcher.rank(typed, named, ({ name }) => name, limit * NAMES_EACH)) {
    if (seen.has(item.candidate) || suggestions.length === limit) continue;
    seen.add(item.candidate);
    suggestions.push({ ...item, ranges });
  }
  return suggestions;
}

/** Whether letters were typed that are no text yet: somebody means a name by its pinyin. */
export function isPinyinTyped(typed: string): boolean {
  return /^[a-z][a-z' ]+$/i.test(typed.trim());
}
