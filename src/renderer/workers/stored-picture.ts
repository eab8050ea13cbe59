import { hasJpegEnd } from '#formats/photo/jpeg-end';

/** The beginning of a file has its size, its metadata and the picture that a camera puts beside the large one. */
export const HEAD_BYTES = 512 * 1024;
/** Where the mark that ends a JPEG is looked for. */
export const TAIL_BYTES = 256 * 1024;
/** 12,000 x 9,000 and a little more: four bytes for each pixel have to be in memory at once. */
export const MOST_PIXELS = 120_000_000;
/** A file of this size is no picture of so few pixels, and all of it has to be in memory. */
export const MOST_BYTES = 300 * 1024 * 1024;
export const DECODABLE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
]);
const END_OF_JPEG = new Uint8Array([0xff, 0xd9]);

/** All of a stored file, or its beginning; null when the store does not have it. */
export function fetchFile(sha256: string, length?: number): Promise<Blob | null> {
  return fetchPart(sha256, length === undefined ? null : `bytes=0-${length - 1}`);
}

export async function fetchPart(sha256: string, range: string | null): Promise<Blob | null> {
  const response = await fetch(`/attachment/${sha256}`, { headers: range === null ? {} : { range } });
  return response.ok ? response.blob() : null;
}

export async function endsAsJpeg(file: Blob): Promise<boolean> {
  return hasJpegEnd(new Uint8Array(await file.slice(-TAIL_BYTES).arrayBuffer()));
}

/** A picture that was cut off is decoded as far as it goes once its end is marked; null when it cannot be decoded. */
export async function decode(file: Blob, isIncomplete: boolean): Promise<ImageBitmap | null> {
  const whole = isIncomplete ? new Blob([file, END_OF_JPEG], { type: file.type }) : file;
  return createImageBitmap(whole).catch(() => null);
}

/** A canvas of that size with its context, which smooths what is drawn smaller. */
export function openCanvas(
  width: number,
  height: number,
): {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
} {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}
