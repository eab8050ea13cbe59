import { useMemo } from 'react';
import { LEVELS, type Level } from '#domain/vocabulary/levels';
import {
  countHonors,
  honorsOfLine,
  tallyHonors,
  tallyLevels,
  type HonorYear,
  type LineCount,
} from '#domain/units/unit-tally';
import { messages } from './messages.ts';
import { useRecordsOfUnits, useUnitLine } from '../../archive/use-unit-line.ts';
import styles from './units.module.css';

/** The honours that a unit received, by year and level: its own, and with those of its predecessors. */
export function HonorTally({ unitId }: { readonly unitId: string }) {
  const line = useUnitLine(unitId);
  const recordsOf = useRecordsOfUnits([unitId, ...line.predecessors]);
  const honors = useMemo(() => honorsOfLine(unitId, line, recordsOf), [unitId, line, recordsOf]);
  const years = useMemo(() => tallyHonors(honors, unitId), [honors, unitId]);
  const levels = useMemo(() => tallyLevels(honors, unitId), [honors, unitId]);
  const shownLevels = [...LEVELS, null].filter((level): level is Level | null => levels.has(level));
  const row = (name: string, of: HonorYear['levels'], total: LineCount) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {shownLevels.map((level) => (
        <td key={level ?? ''}>{countText(of.get(level))}</td>
      ))}
      <td>{countText(total)}</td>
    </tr>
  );
  return (
    <section aria-label={messages.page.honors}>
      <h2 className={styles['subtitle']}>{messages.page.honors}</h2>
      {honors.length === 0 ? (
        <p className={styles['none']}>{messages.page.noHonors}</p>
      ) : (
        <>
          <table className={styles['tally']} data-testid="honor-tally">
            <thead>
              <tr>
                <th scope="col">{messages.page.year}</th>
                {shownLevels.map((level) => (
                  <th key={level ?? ''} scope="col">
                    {level ?? messages.page.noLevel}
                  </th>
                ))}
                <th scope="col">{messages.page.total}</th>
              </tr>
            </thead>
            <tbody>
              {row(messages.page.total, levels, countHonors(honors, unitId))}
              {years.map(({ year, levels: of, total }) => row(String(year ?? messages.page.noYear), of, total))}
            </tbody>
          </table>
          {line.predecessors.length > 0 && <p className={styles['echo']}>{messages.page.tallyHint}</p>}
        </>
      )}
    </section>
  );
}

function countText(count: LineCount | undefined): string {
  if (!count) return '';
  const { own, withPredecessors } = count;
  return own === withPredecessors ? String(own) : messages.page.ownAndAll(own, withPredecessors);
}
