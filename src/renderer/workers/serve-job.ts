import type { JobKind, JobReply } from './job-reply.ts';

export type Post<K extends JobKind> = (reply: JobReply<K>, transfer?: Transferable[]) => void;

/**
 * Has a worker take what the window sends it. Whatever goes wrong is said, once: a worker must not fall silent. It makes
 * one thing and is ended by the window, which is also how a job is cancelled.
 */
export function serveJob<K extends JobKind>(take: (request: K['request'], post: Post<K>) => Promise<void>): void {
  const post: Post<K> = (reply, transfer = []) => self.postMessage(reply, { transfer });
  self.addEventListener('message', ({ data }: MessageEvent<K['request']>) => {
    take(data, post).catch((error: unknown) => {
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
  });
}
