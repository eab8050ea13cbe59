/** How much of a file's beginning its kind is read from. */
export const HEAD_BYTES = 1024;

export const UNKNOWN_MIME = 'application/octet-stream';

/** What a page may be shown as it is. Nothing in here can carry a script that the browser would run. */
const DISPLAYABLE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
  'application/pdf',
]);

export function isDisplayable(mime: string): boolean {
  return DISPLAYABLE.has(mime);
}

const OFFICE_PREFIX = 'application/vnd.openxmlformats-officedocument';
const OFFICE_TYPES: Readonly<Record<string, string>> = {
  docx: `${OFFICE_PREFIX}.wordprocessingml.document`,
  xlsx: `${OFFICE_PREFIX}.spreadsheetml.sheet`,
  pptx: `${OFFICE_PREFIX}.presentationml.presentation`,
};
const OLE_TYPES: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  wps: 'application/vnd.ms-works',
};
/** The first entry of a package, when it tells what the package is without its name. */
const PACKAGE_FOLDERS: Readonly<Record<string, string>> = { 'word/': 'docx', 'xl/': 'xlsx', 'ppt/': 'pptx' };
/** The first entry of a package that an office program wrote, but which could be of any of them. */
const PACKAGE_BEGINNINGS = ['[Content_Types].xml', '_rels/', 'docProps/', 'customXml/'];
const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
const HEIF_BRANDS: ReadonlySet<string> = new Set(['mif1', 'msf1', 'heif']);

type Magic = { readonly at?: number; readonly bytes: string; readonly mime: string };

/** Fixed beginnings, one character for each byte. */
const MAGIC: readonly Magic[] = [
  { bytes: '\xff\xd8\xff', mime: 'image/jpeg' },
  { bytes: '\x89PNG\r\n\x1a\n', mime: 'image/png' },
  { bytes: 'GIF87a', mime: 'image/gif' },
  { bytes: 'GIF89a', mime: 'image/gif' },
  { bytes: 'II*\0', mime: 'image/tiff' },
  { bytes: 'MM\0*', mime: 'image/tiff' },
  { bytes: '%PDF-', mime: 'application/pdf' },
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP = 'PK\x03\x04';

/**
 * What a file is by its first bytes. The name only decides between kinds that begin alike (Word, Excel and PowerPoint),
 * never makes a picture out of something else.
 */
export function sniffMime(head: Uint8Array, name: string): string {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES)).toString('latin1');
  const magic = MAGIC.find(({ bytes }) => text.startsWith(bytes));
  if (magic) return magic.mime;
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'image/webp';
  if (isBitmap(head, text)) return 'image/bmp';
  if (text.startsWith('ftyp', 4)) return sniffMedia(text.slice(8, 12));
  if (text.startsWith(ZIP)) return sniffPackage(text, extensionOf(name));
  if (text.startsWith(OLE)) return OLE_TYPES[extensionOf(name)] ?? 'application/x-ole-storage';
  return sniffText(text);
}

/** `BM` alone is also how a text may begin: the four reserved bytes are zero and the header has a known length. */
function isBitmap(head: Uint8Array, text: string): boolean {
  if (!text.startsWith('BM') || head.byteLength < 18 || !text.startsWith('\0\0\0\0', 6)) return false;
  const headerLength = text.charCodeAt(14);
  return [12, 40, 52, 56, 64, 108, 124].includes(headerLength) && text.startsWith('\0\0\0', 15);
}

function sniffMedia(brand: string): string {
  if (HEIC_BRANDS.has(brand)) return 'image/heic';
  return HEIF_BRANDS.has(brand) ? 'image/heif' : UNKNOWN_MIME;
}

function sniffPackage(text: string, extension: string): string {
  const firstEntry = text.slice(30);
  const folder = Object.keys(PACKAGE_FOLDERS).find((name) => firstEntry.startsWith(name));
  const told = folder === undefined ? undefined : OFFICE_TYPES[PACKAGE_FOLDERS[folder] ?? ''];
  if (told !== undefined) return told;
  const isOffice = PACKAGE_BEGINNINGS.some((beginning) => firstEntry.startsWith(beginning));
  return (isOffice ? OFFICE_TYPES[extension] : undefined) ?? 'application/zip';
}

function sniffText(text: string): string {
  if (text === '') return UNKNOWN_MIME;
  if (/^(?:\xff\xfe|\xfe\xff)/.test(text)) return 'text/plain';
  // oxlint-disable-next-line eslint/no-control-regex -- bytes that no text has are what is looked for
  if (/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(text)) return UNKNOWN_MIME;
  const start = text
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/<svg[\s>]/.test(start) && start.startsWith('<')) return 'image/svg+xml';
  if (/^<(?:!doctype html|html|head|body|script|iframe)\b/.test(start)) return 'text/html';
  if (start.startsWith('<?xml')) return 'text/xml';
  return 'text/plain';
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
