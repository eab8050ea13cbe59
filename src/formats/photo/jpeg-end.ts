const END_OF_IMAGE = 0xd9;

/**
 * Whether a JPEG has the mark that ends a picture. What is cut off while it is copied has none. Some cameras append
 * data of their own behind it, so the mark is looked for in all of the last part.
 */
export function hasJpegEnd(tail: Uint8Array): boolean {
  for (let at = tail.lastIndexOf(END_OF_IMAGE); at > 0; at = tail.lastIndexOf(END_OF_IMAGE, at - 1)) {
    if (tail[at - 1] === 0xff) return true;
  }
  return false;
}
