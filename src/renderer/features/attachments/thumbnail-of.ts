import { callMain } from '../../archive/bridge.ts';
import { previewPdf } from '../../jobs/attachment-pdf.ts';
import { makePreview } from '../../jobs/attachment-pictures.ts';
import type { NoPreview } from '../../workers/picture-messages.ts';
import { fileKind } from './file-kind.ts';

/** Twice the size of a tile, for screens of high density. */
const LONGEST_SIDE = 360;

export type Thumbnail =
  | {
      readonly type: 'shown';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** What is to be said beside it. */
      readonly hint: 'incomplete' | 'embedded' | null;
    }
  | { readonly type: 'none'; readonly why: NoPreview | null };

/** PDFs are drawn by the window itself: one at a time, so that it goes on answering in between. */
let lastPdf: Promise<unknown> = Promise.resolve();

/** The small picture of an attachment: the one that is kept, or a new one that is kept from now on. */
export async function thumbnailOf({
  sha256,
  mime,
}: {
  readonly sha256: string;
  readonly mime: string;
}): Promise<Thumbnail> {
  const kept = await callMain('thumbnails:read', { sha256 });
  if (kept) return { type: 'shown', bytes: new Uint8Array(kept), hint: null };
  switch (fileKind(mime)) {
    case 'picture':
    case 'heic':
    case 'tiff':
      return thumbnailOfPicture(sha256, mime);
    case 'pdf': {
      const turn = lastPdf.then(() => previewPdf(sha256, LONGEST_SIDE));
      lastPdf = turn.catch(() => undefined);
      const bytes = await turn;
      if (!bytes) return { type: 'none', why: null };
      await keep(sha256, bytes);
      return { type: 'shown', bytes, hint: null };
    }
    default:
      return { type: 'none', why: null };
  }
}

async function thumbnailOfPicture(sha256: string, mime: string): Promise<Thumbnail> {
  const made = await makePreview({ sha256, mime }, LONGEST_SIDE);
  if (!made.ok) return { type: 'none', why: made.why };
  const { bytes, isIncomplete, isEmbedded } = made.preview;
  // What has to be said beside a picture is found out anew each time, so that it is never shown without.
  if (isIncomplete || isEmbedded) return { type: 'shown', bytes, hint: isIncomplete ? 'incomplete' : 'embedded' };
  await keep(sha256, bytes);
  return { type: 'shown', bytes, hint: null };
}

/** A thumbnail that could not be kept is made again the next time. */
async function keep(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await callMain('thumbnails:keep', { sha256, bytes }).catch(() => null);
}
