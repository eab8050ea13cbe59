import { formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import type { Period } from '#domain/units/name-validity';
import { messages } from './messages.ts';

/** A period in words; empty when neither end is known. */
export function periodText({ from, to }: Period): string {
  const [begin, end] = [dateWords(from), dateWords(to)];
  if (begin !== '' && end !== '') return messages.page.between(begin, end);
  if (begin !== '') return messages.page.since(begin);
  return end === '' ? '' : messages.page.until(end);
}

function dateWords(date: FuzzyDate): string {
  return date.start === null ? '' : formatFuzzyDate(date);
}
