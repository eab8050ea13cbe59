import type { TextRange } from './query-tokens.ts';

/** What of a typed text was not read as it may have been meant. The search goes on without it, or with what it could be. */
export type ProblemCode =
  /** What lies behind the limit of length was not read. */
  | 'too-long'
  /** The terms from here on were not read. */
  | 'too-many-terms'
  /** A group this deep within groups is read as if it had no parentheses. */
  | 'too-deep'
  /** Reaches to the end of the text. */
  | 'unclosed-quote'
  | 'unclosed-parenthesis'
  /** Closes nothing and was left out. */
  | 'stray-parenthesis'
  | 'empty-quotes'
  | 'empty-group'
  /** Joins a term with nothing, or excludes nothing, and was left out. */
  | 'dangling-operator'
  | 'dangling-minus'
  /** A field without a value, or with one that is not understood, was left out. */
  | 'empty-value'
  | 'unreadable-year'
  | 'unknown-level'
  | 'unknown-kind'
  /** Nothing goes by exactly this name: it was searched for within names. */
  | 'unknown-unit';

export type QueryProblem = TextRange & { readonly code: ProblemCode };
