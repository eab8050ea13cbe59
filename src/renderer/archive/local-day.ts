import { toIsoDay } from '#domain/dates/calendar';

/** The calendar day of a moment as the clock on the wall says, ISO 8601. */
export function localDay(moment: Date): string {
  return toIsoDay(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}
