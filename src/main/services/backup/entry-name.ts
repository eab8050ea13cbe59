const LONGEST_NAME = 500;
/** Controls, characters that turn the direction of writing, and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** Backslashes, drive letters, UNC paths and NTFS streams (`a:stream`) all need one of these. */
const NOT_IN_WINDOWS = /[\\:*?"<>|]/;
/** Names that Windows gives to devices in every folder, whatever extension stands behind them. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/**
 * Why the name of a zip entry is refused, or null: only a plain relative path that means the same file on every system
 * is taken. A directory's name ends with a slash.
 */
export function refuseEntryName(name: string): string | null {
  if (name === '' || name.length > LONGEST_NAME) return 'empty or too long';
  if (UNSEEN.test(name)) return 'characters that cannot be seen';
  if (NOT_IN_WINDOWS.test(name)) return 'characters that are no part of a name';
  if (name.startsWith('/')) return 'an absolute path';
  for (const part of name.replace(/\/$/, '').split('/')) {
    if (part === '' || part === '.' || part === '..') return 'a path that goes elsewhere';
    if (/^\s|[\s.]$/.test(part)) return 'a space or dot at the edge of a name';
    if (DEVICE.test(part)) return 'the name of a device';
  }
  return null;
}

/** Two names with the same key are one file on some system: case and Unicode form do not count there. */
export function entryNameKey(name: string): string {
  return name.replace(/\/$/, '').normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
