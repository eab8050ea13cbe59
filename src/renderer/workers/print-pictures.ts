import { pictureKey, type Picture } from '#domain/document/document-tree';
import type { PrintPicture } from '#formats/docx/print-picture';
import { photoFacts } from '#formats/photo/photo-facts';
import { pictureSize } from '#formats/photo/picture-size';
import { stripMetadata } from '#formats/photo/strip-metadata';
import type { MissingPicture } from './document-messages.ts';
import {
  DECODABLE,
  decode,
  endsAsJpeg,
  fetchFile,
  HEAD_BYTES,
  MOST_BYTES,
  MOST_PIXELS,
  openCanvas,
} from './stored-picture.ts';

type PixelSize = { readonly width: number; readonly height: number };
type Made = { readonly print: PrintPicture } | { readonly reason: MissingPicture['reason'] };

/** Printers of offices do not show more. */
const PIXELS_PER_MILLIMETRE = 300 / 25.4;
const QUALITY = 0.85;
/** A picture that is not much larger than what is printed goes in as it is: nothing is lost or decoded, but metadata stay out. */
const MOST_BYTES_AS_IT_IS = 1024 * 1024;
const MOST_PIXELS_AS_IT_IS = 1.5;
const PLAIN_TYPES: ReadonlyMap<string, PrintPicture['type']> = new Map([
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
]);
/** Pictures of the archive made ready for print, one after another: two large ones at once would take twice the memory. */
export async function printPictures(pictures: readonly Picture[], onProgress: (done: number) => void) {
  const ready = new Map<string, PrintPicture>();
  const missing: MissingPicture[] = [];
  for (const [index, picture] of pictures.entries()) {
    const made = await makePrint(picture).catch((): Made => ({ reason: 'broken' }));
    if ('print' in made) ready.set(pictureKey(picture), made.print);
    else missing.push({ name: picture.name, reason: made.reason });
    onProgress(index + 1);
  }
  return { ready, missing };
}

async function makePrint(picture: Picture): Promise<Made> {
  if (!DECODABLE.has(picture.mime)) return { reason: 'unsupported' };
  const file = await fetchFile(picture.sha256);
  if (!file) return { reason: 'missing' };
  if (file.size > MOST_BYTES) return { reason: 'too-large' };
  const head = await file.slice(0, HEAD_BYTES).arrayBuffer();
  const stored = pictureSize(new Uint8Array(head));
  if (stored !== null && stored.width * stored.height > MOST_PIXELS) return { reason: 'too-large' };
  const isCutOff = picture.mime === 'image/jpeg' && !(await endsAsJpeg(file));
  const asItIs = isCutOff ? null : await takeAsItIs(picture, file, stored, head);
  if (asItIs !== null) return { print: asItIs };
  const bitmap = await decode(file, isCutOff);
  return bitmap === null ? { reason: 'broken' } : { print: await scaleForPrint(bitmap, picture) };
}

async function takeAsItIs(
  picture: Picture,
  file: Blob,
  stored: PixelSize | null,
  head: ArrayBuffer,
): Promise<PrintPicture | null> {
  const type = PLAIN_TYPES.get(picture.mime);
  if (type === undefined || stored === null || file.size > MOST_BYTES_AS_IT_IS || picture.rotation !== 0) return null;
  const scale = scaleToPrint(stored, picture.box);
  if (scale * scale * MOST_PIXELS_AS_IT_IS < 1 || photoFacts(head).orientation !== 1) return null;
  const bytes = stripMetadata(new Uint8Array(await file.arrayBuffer()), type);
  return bytes && { bytes, type, ...stored };
}

/** Upright, since a decoded picture stands as its camera was held, and turned as somebody has turned it since. */
async function scaleForPrint(bitmap: ImageBitmap, { rotation, box }: Picture): Promise<PrintPicture> {
  const isOnItsSide = rotation % 180 !== 0;
  const turned = isOnItsSide ? { width: bitmap.height, height: bitmap.width } : bitmap;
  const scale = scaleToPrint(turned, box);
  const width = Math.max(1, Math.round(turned.width * scale));
  const height = Math.max(1, Math.round(turned.height * scale));
  const { canvas, context } = openCanvas(width, height);
  // A JPEG has no transparency, and paper is white.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((rotation * Math.PI) / 180);
  const [across, along] = isOnItsSide ? [height, width] : [width, height];
  context.drawImage(bitmap, -across / 2, -along / 2, across, along);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'jpeg', width, height };
}

/** By how much a picture is made smaller for its box; never larger. */
function scaleToPrint({ width, height }: PixelSize, box: Picture['box']): number {
  return Math.min(1, (box.width * PIXELS_PER_MILLIMETRE) / width, (box.height * PIXELS_PER_MILLIMETRE) / height);
}
