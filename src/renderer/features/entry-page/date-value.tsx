import { formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import styles from './entry-page.module.css';
import { messages } from './messages.ts';

/** The date in official form, and as it was printed where that differs. */
export function DateValue({ date }: { readonly date: FuzzyDate }) {
  const formatted = date.precision === 'unknown' ? messages.undated : formatFuzzyDate(date);
  if (date.raw === '' || date.raw === formatted) return formatted;
  return (
    <>
      {formatted} <span className={styles['raw']}>{messages.printedAs(date.raw)}</span>
    </>
  );
}
