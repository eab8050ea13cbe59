import { load } from 'exifreader';

export type PhotoFacts = {
  /** The moment of exposure as the camera wrote it, e.g. "2023:05:04 10:22:33"; empty when it did not. */
  readonly taken: string;
  /** The small picture that a camera puts beside the large one (JPEG); null when there is none. */
  readonly thumbnail: Uint8Array<ArrayBuffer> | null;
  /** How it has to be turned to stand upright, 1 to 8; 1 is as it is. */
  readonly orientation: number;
};

const NOTHING: PhotoFacts = { taken: '', thumbnail: null, orientation: 1 };

/** What a photo says of itself in its first bytes (EXIF). Nothing when it says nothing, or something that is broken. */
export function photoFacts(head: ArrayBuffer): PhotoFacts {
  try {
    const tags = load(head, { expanded: true });
    const image: unknown = tags.Thumbnail?.image;
    return {
      taken: tags.exif?.DateTimeOriginal?.description ?? '',
      thumbnail: image instanceof ArrayBuffer ? new Uint8Array(image) : null,
      orientation: tags.exif?.Orientation?.value ?? 1,
    };
  } catch {
    // The library throws for every file that has no metadata or metadata that breaks the rules.
    return NOTHING;
  }
}
