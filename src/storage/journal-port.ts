/** The journal as storage sees it: change sets as text, in order, on disk before `append` answers. */
export type JournalHead = { readonly sequence: number; readonly hash: string };

export type JournalEntry = JournalHead & { readonly text: string };

export type AppendFailure = {
  readonly code: 'out-of-step' | 'no-space' | 'not-writable' | 'failed' | 'read-only';
  readonly detail: string;
};

export type JournalPort = {
  readonly append: (
    expected: JournalHead,
    text: string,
  ) => Promise<{ readonly ok: true; readonly head: JournalHead } | ({ readonly ok: false } & AppendFailure)>;
  /** Some entries behind a sequence number, in order; none when there are no more. */
  readonly read: (after: number) => Promise<readonly JournalEntry[]>;
};
