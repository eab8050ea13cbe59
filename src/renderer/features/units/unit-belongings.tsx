import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { fieldLabel } from '../../archive/field-labels.ts';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { messages } from './messages.ts';
import { UnitLink } from './unit-link.tsx';
import styles from './units.module.css';

/** The brands of a unit, and the units below it; nothing where there are none. */
export function UnitBelongings({ unit }: { readonly unit: Unit }) {
  const children = useUnitDirectory()
    .all()
    .filter(({ parent }) => parent?.id !== undefined && String(parent?.id) === unit.id);
  return (
    <>
      {unit.brands.length > 0 && <Brands unit={unit} />}
      {children.length > 0 && (
        <section aria-label={messages.page.children}>
          <h2 className={styles['subtitle']}>{messages.page.children}</h2>
          <ul className={styles['children']}>
            {children.map((child) => (
              <li key={child.id}>
                <UnitLink id={child.id} name={unitDisplayName(child)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Brands({ unit }: { readonly unit: Unit }) {
  return (
    <section aria-label={messages.page.brands}>
      <h2 className={styles['subtitle']}>{messages.page.brands}</h2>
      <ul className={styles['brands']}>
        {unit.brands.map(({ name, since, summary, source }) => (
          <li key={name}>
            <strong>{name}</strong>
            {since.raw !== '' && <span className={styles['echo']}> {messages.page.since(formatFuzzyDate(since))}</span>}
            {summary !== '' && <p className={styles['brandText']}>{summary}</p>}
            {source !== '' && (
              <p className={styles['echo']}>
                {fieldLabel('source')}：{source}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
