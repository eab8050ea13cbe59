import { COUNTED_SINCE, type YearCounts, type YearTable } from './count-years.ts';
import { HomeCard } from './home-card.tsx';
import styles from './home-screen.module.css';
import { messages } from './messages.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';

/** Honours by year and level, with plans and activities beside them. */
export function Years({ table }: { readonly table: YearTable }) {
  const { years, earlier, undated, since } = table;
  return (
    <HomeCard title={messages.byYear}>
      <table className={styles['years']} data-testid="years">
        <thead>
          <tr>
            {COLUMNS.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map(([year, counts]) => (
            <YearRow key={year} name={String(year)} counts={counts} />
          ))}
          {hasAny(earlier) && <YearRow name={messages.earlier(COUNTED_SINCE)} counts={earlier} />}
          {hasAny(undated) && <YearRow name={messages.undated} counts={undated} />}
        </tbody>
        <tfoot>
          <YearRow name={messages.since(COUNTED_SINCE)} counts={since} />
        </tfoot>
      </table>
    </HomeCard>
  );
}

type Column = {
  readonly name: string;
  readonly count: ((counts: YearCounts) => number) | null;
  readonly isStrong?: boolean;
};

const COLUMNS: readonly Column[] = [
  { name: messages.year, count: null },
  { name: messages.national, count: ({ levels }) => levels['国家级'], isStrong: true },
  { name: messages.provincial, count: ({ levels }) => levels['省部级'], isStrong: true },
  { name: messages.municipal, count: ({ levels }) => levels['市厅级'] },
  { name: messages.otherLevels, count: ({ levels, noLevel }) => levels['县处级'] + levels['其他'] + noLevel },
  { name: messages.allHonors, count: ({ honor }) => honor },
  { name: KIND_NAMES.plan, count: ({ plan }) => plan },
  { name: KIND_NAMES.activity, count: ({ activity }) => activity },
];

function YearRow({ name, counts }: { readonly name: string; readonly counts: YearCounts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.flatMap(({ name: column, count, isStrong }) => {
        if (count === null) return [];
        const value = count(counts);
        const text = value === 0 ? <span className={styles['zero']}>0</span> : value;
        return [<td key={column}>{isStrong && value > 0 ? <strong>{text}</strong> : text}</td>];
      })}
    </tr>
  );
}

function hasAny({ honor, plan, activity }: YearCounts): boolean {
  return honor + plan + activity > 0;
}
