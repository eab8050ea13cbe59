import type { JobReply } from './job-reply.ts';

export type Post<Stage extends string, Done extends object> = (
  reply: JobReply<Stage, Done>,
  transfer?: Transferable[],
) => void;

/**
 * Has a worker take what the window sends it. Whatever goes wrong is said, once: a worker must not fall silent. It makes
 * one thing and is ended by the window, which is also how a job is cancelled.
 */
export function serveJob<Request, Stage extends string, Done extends object>(
  take: (request: Request, post: Post<Stage, Done>) => Promise<void>,
): void {
  const post: Post<Stage, Done> = (reply, transfer = []) => self.postMessage(reply, { transfer });
  self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    take(data, post).catch((error: unknown) => {
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
  });
}
