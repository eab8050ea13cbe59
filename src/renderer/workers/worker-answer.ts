/** What a worker that is asked many things says to one of them, told by its number. */
export type WorkerAnswer<Reply> = { readonly id: number } & (
  { readonly progress: { readonly done: number; readonly total: number } } | { readonly reply: Reply }
);
