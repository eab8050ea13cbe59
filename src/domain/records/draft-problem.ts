import type { DateConcern, DateProblem } from '../dates/parse-fuzzy-date.ts';
import type { TextCleaning } from '../text/clean-text.ts';

/** Why a draft cannot be saved. `field` is a path at the record boundary, such as "date" or "recipients[2]". */
export type DraftProblem = {
  readonly code:
    | 'required'
    | 'too-long'
    | 'too-many'
    | 'not-text'
    | 'not-a-list'
    | 'not-a-count'
    | 'not-a-choice'
    | 'not-a-record'
    | 'unknown-field'
    | 'not-a-date'
    | 'bad-id'
    | DateProblem['code'];
  readonly field: string;
  /** What the limit is, where there is one. */
  readonly limit?: number;
  /** The value that was refused, shortened, where it helps to see it. */
  readonly value?: string;
};

/** What the person should know although the draft can be saved: text that was cleaned, a date to look at again. */
export type DraftNotice = { readonly code: TextCleaning | DateConcern; readonly field: string };
