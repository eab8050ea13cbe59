const MOST_PAGES = 10_000;

/** How many pages a TIFF has; null when its directory cannot be followed to the end. */
export function tiffPages(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const order = view.getUint16(0);
    if (order !== 0x4949 && order !== 0x4d4d) return null;
    const isLittle = order === 0x4949;
    const seen = new Set<number>();
    for (let at = view.getUint32(4, isLittle); at !== 0;) {
      // A directory that leads back to itself would never end.
      if (seen.has(at) || seen.size >= MOST_PAGES) return null;
      seen.add(at);
      at = view.getUint32(at + 2 + 12 * view.getUint16(at, isLittle), isLittle);
    }
    return seen.size;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
