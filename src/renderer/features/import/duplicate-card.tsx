import { Checkbox, Radio, Tag } from 'antd';
import { compareSides, type ComparedField, type OtherSide } from '#domain/import/compare-sides';
import type { EntryChoice } from '#domain/import/import-plan';
import { MAIN_FIELDS } from '#domain/ledger/main-fields';
import { isEntry } from '#domain/records/archive-record';
import { fieldLabel } from '../../archive/field-labels.ts';
import { describeTwinReason } from '../../archive/import-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import type { EntryView } from '#domain/import/plan-lists';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { TwinNote } from './twin-note.tsx';
import { useImportStore } from './use-import.tsx';

const words = messages.records;
type Decision = keyof typeof words.decisions;

type DuplicateCardProps = { readonly view: EntryView; readonly choice: EntryChoice | null };

/** An entry beside what it may be the same as: why, field by field, and what is to be done. */
export function DuplicateCard({ view, choice }: DuplicateCardProps) {
  const store = useImportStore();
  const other = useOtherSide(view);
  const { entry } = view;
  const { outcome, key } = entry;
  if (outcome.type !== 'probable-duplicate' || other === null) return null;
  const known = new Set(MAIN_FIELDS[entry.kind]);
  const sides = compareSides(entry.draft, other).filter(({ name, isSame }) => !isSame || known.has(name));
  // What was put right in the file is wanted; else the archive only takes over what it lacks.
  const isPutRight = outcome.reason.file === 'same' && other.in === 'archive' && other.record.revision === 1;
  const proposed = sides.filter(({ isSame, theirs, mine }) => !isSame && mine !== '' && (isPutRight || theirs === ''));
  const taken = choice?.do === 'take-fields' ? choice.fields : proposed.map(({ name }) => name);
  const decide = (decision: Decision, fields = taken) => {
    if (decision !== 'take-fields') store.choose([key], { do: decision });
    else if (other.in === 'archive') store.choose([key], { do: decision, id: other.record.id, fields });
  };
  const decisions = (Object.keys(words.decisions) as readonly Decision[]).filter(
    (decision) => other.in === 'archive' || decision !== 'take-fields',
  );
  return (
    <section className={styles['duplicate']} aria-label={entry.draft.title} data-testid="import-duplicate">
      <header className={styles['duplicateHead']}>
        <strong>{words.at(entry.place.sheet, entry.place.row)}</strong>
        <span>
          {words.twinAt}
          <TwinNote view={view} />
        </span>
        <span className={styles['quiet']}>{words.score(outcome.score)}</span>
        {describeTwinReason(outcome.reason).map((reason) => (
          <Tag key={reason}>{reason}</Tag>
        ))}
      </header>
      <Sides
        sides={sides}
        kind={entry.kind}
        other={other.in}
        taken={choice?.do === 'take-fields' ? taken : null}
        onTake={(fields) => decide('take-fields', fields)}
      />
      <Radio.Group
        aria-label={words.decideLabel(entry.draft.title)}
        value={choice?.do ?? null}
        onChange={(event) => decide(event.target.value as Decision)}
        options={decisions.map((value) => ({ value, label: words.decisions[value] }))}
      />
    </section>
  );
}

function useOtherSide({ entry, twin }: EntryView): OtherSide | null {
  const { records } = useSession();
  const { outcome } = entry;
  if (twin) return { in: 'file', draft: twin.draft };
  const record = 'twin' in outcome && outcome.twin.in === 'archive' ? records.get(outcome.twin.id) : null;
  return record && isEntry(record) ? { in: 'archive', record } : null;
}

type SidesProps = {
  readonly sides: readonly ComparedField[];
  readonly kind: EntryView['entry']['kind'];
  readonly other: OtherSide['in'];
  /** Names of the fields that go into the record of the archive; null while that is not chosen. */
  readonly taken: readonly string[] | null;
  readonly onTake: (fields: readonly string[]) => void;
};

function Sides({ sides, kind, other, taken, onTake }: SidesProps) {
  return (
    <table className={styles['sides']}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.mine}</th>
          <th scope="col">{other === 'archive' ? words.theirs : words.theirsInFile}</th>
        </tr>
      </thead>
      <tbody>
        {sides.map(({ name, mine, theirs, isSame }) => {
          const label = fieldLabel(name, kind);
          const isTaken = taken?.includes(name) ?? false;
          return (
            <tr key={name} className={isSame ? styles['same'] : styles['differs']}>
              <th scope="row">{label}</th>
              <td>
                {taken !== null && !isSame && mine !== '' ? (
                  <Checkbox
                    checked={isTaken}
                    aria-label={words.take(label)}
                    onChange={(event) =>
                      onTake(event.target.checked ? [...taken, name] : taken.filter((each) => each !== name))
                    }
                  >
                    {mine}
                  </Checkbox>
                ) : (
                  mine
                )}
              </td>
              <td className={isTaken ? styles['replaced'] : undefined}>{theirs}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
