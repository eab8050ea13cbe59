import type { FileNameMatch } from '#domain/attachments/match-file-names';
import type { MatchReply, MatchRequest } from '../workers/match-messages.ts';

/** Proposes records for file names, apart from the window. Null when it was aborted or broke down. */
export async function matchAttachmentNames(
  request: MatchRequest,
  signal: AbortSignal,
): Promise<readonly FileNameMatch[] | null> {
  const worker = new Worker(new URL('../workers/match-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<readonly FileNameMatch[] | null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
    worker.addEventListener('error', () => resolve(null));
    worker.addEventListener('message', ({ data }: MessageEvent<MatchReply>) => resolve(data.matches));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
