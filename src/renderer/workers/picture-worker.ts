import { hasJpegEnd } from '#formats/photo/jpeg-end';
import { photoFacts } from '#formats/photo/photo-facts';
import { pictureSize, type PictureSize } from '#formats/photo/picture-size';
import { tiffPages } from '#formats/photo/tiff-pages';
import type { NoPreview, PictureFacts, PictureReply, PictureRequest, Preview } from './picture-messages.ts';
import {
  DECODABLE,
  decode,
  endsAsJpeg,
  fetchFile,
  fetchPart,
  HEAD_BYTES,
  MOST_BYTES,
  MOST_PIXELS,
  openCanvas,
  TAIL_BYTES,
} from './stored-picture.ts';

const LARGEST_TIFF_COUNTED = 64 * 1024 * 1024;
const QUALITY = 0.82;

type Made = { readonly preview: Preview } | { readonly why: NoPreview };

self.addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  answer(data).catch(() => post({ id: data.id, type: 'no-preview', why: { reason: 'broken' } }));
});

async function answer(request: PictureRequest): Promise<void> {
  const { id } = request;
  if (request.type === 'facts') {
    return post({ id, type: 'facts', facts: await readFacts(request.sha256) });
  }
  const made = await makePreview(request);
  if ('why' in made) return post({ id, type: 'no-preview', why: made.why });
  return post({ id, type: 'preview', preview: made.preview }, [made.preview.bytes.buffer]);
}

async function readFacts(sha256: string): Promise<PictureFacts> {
  const head = await fetchFile(sha256, HEAD_BYTES);
  if (!head) return { taken: '', size: null, isIncomplete: false };
  const bytes = await head.arrayBuffer();
  const tail = head.type === 'image/jpeg' ? await fetchPart(sha256, `bytes=-${TAIL_BYTES}`) : null;
  return {
    taken: photoFacts(bytes).taken,
    size: pictureSize(new Uint8Array(bytes)),
    isIncomplete: tail !== null && !hasJpegEnd(new Uint8Array(await tail.arrayBuffer())),
  };
}

async function makePreview({ sha256, mime, longest }: Extract<PictureRequest, { type: 'preview' }>): Promise<Made> {
  if (!DECODABLE.has(mime)) return describeUnsupported(sha256, mime);
  const head = await fetchFile(sha256, HEAD_BYTES);
  if (!head) return { why: { reason: 'missing' } };
  const headBytes = await head.arrayBuffer();
  const original = pictureSize(new Uint8Array(headBytes));
  const isTooLarge = original !== null && original.width * original.height > MOST_PIXELS;
  if (isTooLarge) return embeddedPreview(headBytes, original, longest);
  const file = await fetchFile(sha256);
  if (!file) return { why: { reason: 'missing' } };
  if (file.size > MOST_BYTES) return embeddedPreview(headBytes, original, longest);
  const isIncomplete = mime === 'image/jpeg' && !(await endsAsJpeg(file));
  const bitmap = await decode(file, isIncomplete);
  if (!bitmap) return { why: { reason: 'broken' } };
  const size = { width: bitmap.width, height: bitmap.height };
  const bytes = await shrink(bitmap, longest);
  return { preview: { bytes, original: size, isIncomplete, isEmbedded: false } };
}

async function shrink(bitmap: ImageBitmap, longest: number): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const { canvas, context } = openCanvas(width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}

/** The camera's own small picture stands for one that is too large to be decoded. */
async function embeddedPreview(head: ArrayBuffer, original: PictureSize | null, longest: number): Promise<Made> {
  const { thumbnail, orientation } = photoFacts(head);
  const bitmap = thumbnail && (await createImageBitmap(new Blob([thumbnail])).catch(() => null));
  if (!bitmap) {
    return { why: { reason: 'too-large', width: original?.width ?? null, height: original?.height ?? null } };
  }
  const bytes = await shrink(await upright(bitmap, orientation), longest);
  return { preview: { bytes, original, isIncomplete: false, isEmbedded: true } };
}

/** The small picture has no orientation of its own; only the turns that cameras write are made. */
async function upright(bitmap: ImageBitmap, orientation: number): Promise<ImageBitmap> {
  const quarters = { 3: 2, 6: 1, 8: 3 }[orientation] ?? 0;
  if (quarters === 0) return bitmap;
  const isOnItsSide = quarters % 2 === 1;
  const { width, height } = bitmap;
  const { canvas, context } = isOnItsSide ? openCanvas(height, width) : openCanvas(width, height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(bitmap, -width / 2, -height / 2);
  bitmap.close();
  return createImageBitmap(canvas);
}

async function describeUnsupported(sha256: string, mime: string): Promise<Made> {
  if (mime !== 'image/tiff') return { why: { reason: 'unsupported', pages: null } };
  const file = await fetchFile(sha256);
  if (!file) return { why: { reason: 'missing' } };
  if (file.size > LARGEST_TIFF_COUNTED) return { why: { reason: 'unsupported', pages: null } };
  return { why: { reason: 'unsupported', pages: tiffPages(new Uint8Array(await file.arrayBuffer())) } };
}

function post(reply: PictureReply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer });
}
