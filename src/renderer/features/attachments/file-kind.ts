import { PDF_MIME, WORD_MIME } from '../../jobs/attachment-text.ts';

export type FileKind = 'picture' | 'heic' | 'tiff' | 'pdf' | 'word' | 'old-word' | 'sheet' | 'other';

const KINDS: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'image/bmp': 'picture',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/tiff': 'tiff',
  [PDF_MIME]: 'pdf',
  [WORD_MIME]: 'word',
  'application/msword': 'old-word',
  'application/vnd.ms-works': 'old-word',
  'application/vnd.ms-excel': 'sheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'sheet',
};

/** What a file is to those who look at it, by the media type that its bytes told. */
export function fileKind(mime: string): FileKind {
  return Object.hasOwn(KINDS, mime) ? (KINDS[mime] ?? 'other') : 'other';
}

const PHOTO_KINDS: ReadonlySet<FileKind> = new Set(['picture', 'heic', 'tiff']);

/** Whether it may be a photo: those have a moment of exposure and can be grouped. */
export function isPhoto(mime: string): boolean {
  return PHOTO_KINDS.has(fileKind(mime));
}

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  jpg: 'picture',
  jpeg: 'picture',
  png: 'picture',
  gif: 'picture',
  webp: 'picture',
  bmp: 'picture',
  pdf: 'pdf',
  docx: 'word',
};

/** The extension of a name that promises another kind of file than its bytes are; null when it promises nothing wrong. */
export function misleadingExtension(name: string, mime: string): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const promised = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  return promised === undefined || promised === fileKind(mime) ? null : extension;
}
