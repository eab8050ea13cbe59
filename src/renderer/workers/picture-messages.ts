/** What the window asks of the picture worker: a small picture of an attachment, or what its camera says of it. */
export type PictureRequest =
  | {
      readonly id: number;
      readonly type: 'preview';
      readonly sha256: string;
      readonly mime: string;
      /** The longest side that the preview may have, in pixels. */
      readonly longest: number;
    }
  | { readonly id: number; readonly type: 'facts'; readonly sha256: string };

/** Why there is no preview. The file itself is whole in the store, and can be saved out. */
export type NoPreview =
  /** A kind that cannot be shown; `pages` for a TIFF that has several. */
  | { readonly reason: 'unsupported'; readonly pages: number | null }
  /** It cannot be decoded, not even in part. */
  | { readonly reason: 'broken' }
  /** Decoding it would take more memory than a window should. */
  | { readonly reason: 'too-large'; readonly width: number | null; readonly height: number | null }
  /** The bytes are not in the store. */
  | { readonly reason: 'missing' };

export type Preview = {
  /** A WebP; its buffer is transferred. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The pixels of the picture itself; null when its beginning does not tell. */
  readonly original: { readonly width: number; readonly height: number } | null;
  /** The file ends before the picture does; what is there is shown. */
  readonly isIncomplete: boolean;
  /** It is the small picture that the camera had put into the file. */
  readonly isEmbedded: boolean;
};

export type PictureReply =
  | { readonly id: number; readonly type: 'preview'; readonly preview: Preview }
  | { readonly id: number; readonly type: 'no-preview'; readonly why: NoPreview }
  | { readonly id: number; readonly type: 'facts'; readonly facts: PictureFacts };

/** What a picture says of itself before it is decoded. */
export type PictureFacts = {
  /** The moment of exposure as the camera wrote it; empty when it did not. */
  readonly taken: string;
  readonly size: { readonly width: number; readonly height: number } | null;
  /** The file ends before the picture does. */
  readonly isIncomplete: boolean;
};
