import type { RequestOf, ResponseOf } from '#contract/archive-contract';
import { LARGEST_PART } from '#contract/file-contract';
import { callMain } from './bridge.ts';

export type WantedFile = RequestOf<'file:begin'>;
type Saved = Extract<ResponseOf<'file:keep'>, { ok: true }> | Extract<ResponseOf<'file:begin'>, { ok: false }>;

/**
 * Has main write a file to where the person says, as a whole or not at all. It goes over in parts: 57 MB in one piece
 * made the window stand still for 290 ms.
 *
 * @param signal leaves nothing of the file when it is aborted before the last part
 */
export async function saveFile(
  wanted: WantedFile,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal | null = null,
): Promise<Saved> {
  const begun = await callMain('file:begin', wanted);
  if (!begun.ok) return begun;
  const { token } = begun;
  for (let from = 0; from < bytes.byteLength; from += LARGEST_PART) {
    if (signal?.aborted) {
      await callMain('file:discard', { token });
      return { ok: false, code: 'cancelled', detail: '' };
    }
    // A copy: of a view, the bridge would take over the whole buffer that it looks at.
    const answer = await callMain('file:append', { token, bytes: bytes.slice(from, from + LARGEST_PART) });
    if (!answer.ok) return answer;
  }
  return callMain('file:keep', { token });
}
