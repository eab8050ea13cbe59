export type PictureSize = { readonly width: number; readonly height: number };

/** Markers of a JPEG that begin a frame, whose header has the size. */
const FRAMES: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
const START_OF_SCAN = 0xda;

/**
 * How many pixels a picture says that it has, from its first bytes and before anything of it is decoded. Null when the
 * beginning does not tell.
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    if (view.getUint32(0) === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (view.getUint16(0) === 0x424d) {
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    }
    if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
  } catch (error) {
    // The beginning ends before the size.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

function jpegSize(view: DataView): PictureSize | null {
  let position = 2;
  while (view.getUint8(position) === 0xff) {
    const marker = view.getUint8(position + 1);
    if (FRAMES.has(marker)) return { width: view.getUint16(position + 7), height: view.getUint16(position + 5) };
    if (marker === START_OF_SCAN) return null;
    // A marker may be padded with further 0xff.
    position += marker === 0xff ? 1 : 2 + view.getUint16(position + 2);
  }
  return null;
}

function webpSize(view: DataView): PictureSize | null {
  switch (view.getUint32(12)) {
    // VP8X: 24 bits each, one less than the size.
    case 0x56503858:
      return { width: 1 + readUint24(view, 24), height: 1 + readUint24(view, 27) };
    // VP8: lossy, 14 bits each.
    case 0x56503820:
      return { width: view.getUint16(26, true) % 0x4000, height: view.getUint16(28, true) % 0x4000 };
    // VP8L: lossless, 14 bits each behind the signature, one less than the size.
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits % 0x4000), height: 1 + (Math.floor(bits / 0x4000) % 0x4000) };
    }
    default:
      return null;
  }
}

function readUint24(view: DataView, position: number): number {
  return view.getUint16(position, true) + view.getUint8(position + 2) * 0x10000;
}
