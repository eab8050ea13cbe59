import type { NoPreview, PictureFacts, PictureReply, PictureRequest, Preview } from '../workers/picture-messages.ts';

/** Beyond this a picture counts as one that cannot be decoded; the worker is ended and begun anew. */
const LONGEST_MS = 60_000;

export type MadePreview =
  { readonly ok: true; readonly preview: Preview } | { readonly ok: false; readonly why: NoPreview };

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

let worker: Worker | null = null;
let lastId = 0;
/** One picture at a time: two large ones at once would take twice the memory. */
let lastTurn: Promise<unknown> = Promise.resolve();

/** Makes a small picture of a stored file, apart from the window. @param longest its longest side in pixels */
export async function makePreview(
  file: { readonly sha256: string; readonly mime: string },
  longest: number,
): Promise<MadePreview> {
  const { sha256, mime } = file;
  const reply = await inTurn(() => ask({ type: 'preview', sha256, mime, longest }));
  if (reply?.type === 'preview') return { ok: true, preview: reply.preview };
  return { ok: false, why: reply?.type === 'no-preview' ? reply.why : { reason: 'broken' } };
}

/** What a stored picture says of itself, without decoding it. */
export async function readPhotoFacts(sha256: string): Promise<PictureFacts> {
  const reply = await inTurn(() => ask({ type: 'facts', sha256 }));
  return reply?.type === 'facts' ? reply.facts : { taken: '', size: null, isIncomplete: false };
}

function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(step);
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/** Null when the worker broke down or took too long. */
function ask(request: Unnumbered<PictureRequest>): Promise<PictureReply | null> {
  worker ??= new Worker(new URL('../workers/picture-worker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  lastId += 1;
  const id = lastId;
  const listening = new AbortController();
  return new Promise<PictureReply | null>((resolve) => {
    const giveUp = () => {
      asked.terminate();
      worker = null;
      resolve(null);
    };
    const timer = setTimeout(giveUp, LONGEST_MS);
    const { signal } = listening;
    signal.addEventListener('abort', () => clearTimeout(timer));
    asked.addEventListener('error', giveUp, { signal });
    asked.addEventListener(
      'message',
      ({ data }: MessageEvent<PictureReply>) => {
        if (data.id === id) resolve(data);
      },
      { signal },
    );
    asked.postMessage({ ...request, id });
  }).finally(() => listening.abort());
}
