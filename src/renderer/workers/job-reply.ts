/** What a worker posts that makes one thing: progress any number of times, then exactly one of done or failed. */
export type JobReply<Stage extends string, Done extends object> =
  | { readonly type: 'progress'; readonly stage: Stage; readonly done: number; readonly total: number }
  | ({ readonly type: 'done' } & Done)
  | { readonly type: 'failed'; readonly message: string };
