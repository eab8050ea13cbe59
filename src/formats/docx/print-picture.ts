import { pictureKey, type Picture } from '#domain/document/document-tree';
import { millimetres } from './page-geometry.ts';

/** A picture as it goes into the file: upright, and of no more pixels than are printed. */
export type PrintPicture = {
  readonly bytes: Uint8Array;
  readonly type: 'jpeg' | 'png';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};

/** By `pictureKey`. What is not among them cannot be printed, and its name stands in its place. */
export type PrintPictures = ReadonlyMap<string, PrintPicture>;

export const NO_PICTURES: PrintPictures = new Map();

/** In twips: fewer than 96 pixels an inch would look coarse, so a small picture is not made larger than that. */
const LARGEST_PIXEL = 15;

/** How large a picture stands on the page: fitted into its box, in whole twips. Null when it cannot be printed. */
export function printedSize(
  picture: Picture,
  pictures: PrintPictures,
): { readonly width: number; readonly height: number } | null {
  const print = pictures.get(pictureKey(picture));
  if (print === undefined) return null;
  const { width, height } = picture.box;
  const scale = Math.min(millimetres(width) / print.width, millimetres(height) / print.height, LARGEST_PIXEL);
  return { width: Math.max(1, Math.floor(print.width * scale)), height: Math.max(1, Math.floor(print.height * scale)) };
}
