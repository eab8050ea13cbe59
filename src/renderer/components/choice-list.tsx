import { useEffect, type ReactNode } from 'react';
import styles from './choice-list.module.css';

export type Choice = {
  readonly key: string;
  /** Stands above the first choice of a group. */
  readonly group?: string | undefined;
  readonly content: ReactNode;
  /** Said small at the end of the line. */
  readonly note?: ReactNode;
};

type ChoiceListProps = {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The one that Enter takes; -1 for none. */
  readonly active: number;
  readonly onTake: (index: number) => void;
};

/** The id of a choice, for the box that says which one is active. */
export function choiceId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The list of a combobox. The cursor stays in the box, whose keys choose; the list shows what they would take. */
export function ChoiceList({ id, label, choices, active, onTake }: ChoiceListProps) {
  useEffect(() => {
    document.getElementById(choiceId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select shows neither marks nor notes
    <div id={id} role="listbox" aria-label={label} className={styles['list']}>
      {choices.map(({ key, group, content, note }, index) => (
        <div key={key} role="presentation">
          {group !== undefined && group !== choices[index - 1]?.group && (
            <div className={styles['group']} aria-hidden>
              {group}
            </div>
          )}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the box */}
          <div
            id={choiceId(id, index)}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles['choice']}
            // The box must not lose the cursor to the mouse.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(index)}
          >
            <span className={styles['content']}>{content}</span>
            <span className={styles['note']}>{note}</span>
          </div>
        </div>
      ))}
    </div>
  );
}
