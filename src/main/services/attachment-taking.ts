import type { Offers } from './attachment-offers.ts';
import type { AttachmentStore, TakeResult } from './attachment-store.ts';

export type TakingResult =
  | (Extract<TakeResult, { readonly ok: true }> & { readonly name: string })
  | Extract<TakeResult, { readonly ok: false }>
  | { readonly ok: false; readonly code: 'unknown-token'; readonly detail: string };

export type TakingProgress = { readonly done: number; readonly total: number | null };

/** Taking files that were offered, by their tokens, so that each can be watched and cancelled. */
export type Taking = {
  readonly take: (token: string) => Promise<TakingResult>;
  /** Null when it is not under way. */
  readonly progress: (token: string) => TakingProgress | null;
  readonly cancel: (token: string) => boolean;
};

type UnderWay = { readonly stop: AbortController; progress: TakingProgress; result: Promise<TakingResult> };

export function createTaking(store: AttachmentStore, offers: Offers): Taking {
  const underWay = new Map<string, UnderWay>();
  async function run(token: string, job: UnderWay): Promise<TakingResult> {
    const offer = offers.sourceOf(token);
    if (!offer) return { ok: false, code: 'unknown-token', detail: token };
    const onProgress = (done: number, total: number | null) => {
      job.progress = { done, total };
    };
    const taken = await store.take({ source: offer.source, name: offer.name, onProgress, signal: job.stop.signal });
    if (!taken.ok) return taken;
    // A file that failed can be tried again with the same token; one that is in the store has served.
    offers.release([token]);
    return { ...taken, name: offer.name };
  }
  return {
    take: (token) => {
      const running = underWay.get(token);
      if (running) return running.result;
      const job: UnderWay = { stop: new AbortController(), progress: { done: 0, total: null }, result: NOT_BEGUN };
      job.result = run(token, job).finally(() => underWay.delete(token));
      underWay.set(token, job);
      return job.result;
    },
    progress: (token) => underWay.get(token)?.progress ?? null,
    cancel: (token) => {
      const running = underWay.get(token);
      running?.stop.abort();
      return running !== undefined;
    },
  };
}

const NOT_BEGUN: Promise<never> = new Promise(() => undefined);
