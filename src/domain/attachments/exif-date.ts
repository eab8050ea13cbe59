import { isRealDay, toIsoDay } from '../dates/calendar.ts';

/** No photograph is older; cameras write such years when their clock was never set. */
const FIRST_YEAR = 1826;
const MAX_LENGTH = 64;
// Of some devices the parts are set apart by - / or . and padded with a blank instead of a zero.
const EXIF_DATE = /^(\d{4})([:\-/.])([ \d]?\d)\2([ \d]?\d)(?:[ T][\d: .+\-Z]*)?$/;

/**
 * The day of an EXIF date such as "2023:05:04 10:22:33" (Exif 2.32, DateTimeOriginal: local time, blanks or zeros when
 * unknown) as `2023-05-04`. Null when there is none, whatever is wrong with the text. The time of day is not looked at,
 * so a broken one does not cost the day.
 */
export function exifDate(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  // The value is a C string: it ends at the first NUL.
  const match = EXIF_DATE.exec((text.split('\0', 1)[0] ?? '').trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  return year >= FIRST_YEAR && isRealDay(year, month, day) ? toIsoDay(year, month, day) : null;
}
