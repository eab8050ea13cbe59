/** What a kind of job is asked with, how far it may be, and what it makes. */
export type JobKind = { readonly request: unknown; readonly stage: string; readonly done: object };

/** What a worker posts that makes one thing: progress any number of times, then exactly one of done or failed. */
export type JobReply<K extends JobKind> =
  | { readonly type: 'progress'; readonly stage: K['stage']; readonly done: number; readonly total: number }
  | ({ readonly type: 'done' } & K['done'])
  | { readonly type: 'failed'; readonly message: string };
