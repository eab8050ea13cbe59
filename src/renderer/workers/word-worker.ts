import { wordText } from '#formats/word/word-text';
import type { WordReply, WordRequest } from './word-messages.ts';

/** A package that is larger has pictures in it that would have to be in memory for their few words. */
const MOST_BYTES = 200 * 1024 * 1024;

self.addEventListener('message', ({ data }: MessageEvent<WordRequest>) => {
  read(data)
    .then((text) => post({ ok: true, text }))
    .catch((error: unknown) => post({ ok: false, detail: String(error) }));
});

async function read({ sha256 }: WordRequest): Promise<string> {
  const response = await fetch(`/attachment/${sha256}`);
  if (!response.ok) throw new Error(`${response.status}`);
  if (Number(response.headers.get('content-length')) > MOST_BYTES) throw new Error('too large');
  return wordText(new Uint8Array(await response.arrayBuffer()));
}

function post(reply: WordReply): void {
  self.postMessage(reply);
}
