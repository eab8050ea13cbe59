import type { Unit, UnitName } from '#domain/records/unit';
import { unitDisplayName } from '#domain/records/unit';
import { namesInOrder, periodOf } from '#domain/units/name-validity';
import { messages } from './messages.ts';
import { periodText } from './period-text.ts';
import styles from './units.module.css';

/** The names of a unit one after the other, each with its time. */
export function NameTimeline({ unit }: { readonly unit: Unit }) {
  const shown = namesInOrder(unit);
  const current = unitDisplayName(unit);
  const isCurrent = (name: UnitName) =>
    name.kind === 'full' && name.name === current && unit.activeTo.start === null && name.to.start === null;
  return (
    <section aria-label={messages.page.names}>
      <h2 className={styles['subtitle']}>{messages.page.names}</h2>
      <ol className={styles['timeline']} data-testid="name-timeline">
        {shown.map((name, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a unit may have had a name twice
          <li key={index} className={name.kind === 'full' ? styles['official'] : styles['unofficial']}>
            <span className={styles['period']}>{periodText(periodOf(unit, name)) || messages.page.always}</span>
            <span className={styles['nameText']}>{name.name}</span>
            <span className={styles['tag']}>
              {isCurrent(name) ? messages.page.inUse : messages.nameKinds[name.kind]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
