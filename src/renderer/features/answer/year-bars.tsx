import type { Answer } from '#domain/answer/answer-question';
import { answerMessages } from '../../archive/answer-messages.ts';
import { messages } from './messages.ts';
import styles from './answer.module.css';

/** Pixels of the highest bar. */
const TALLEST = 84;

/** The honours of each year as a row of bars: a table, whose head stands below. */
export function YearBars({ years }: Pick<Answer, 'years'>) {
  const most = Math.max(1, ...years.map(({ count }) => count));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- many years are scrolled, by keys too
    <section className={styles['bars']} aria-label={messages.byYear} tabIndex={0}>
      <table data-testid="answer-years">
        <thead>
          <tr>
            {years.map(({ year }) => (
              <th key={year ?? ''} scope="col">
                {year ?? answerMessages.noYear}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {years.map(({ year, count }) => (
              <td key={year ?? ''}>
                <span className={count === 0 ? styles['zero'] : undefined}>{count}</span>
                <div className={styles['bar']} style={{ height: (TALLEST * count) / most }} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
