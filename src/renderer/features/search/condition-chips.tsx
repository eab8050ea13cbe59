import { WarningOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import type { ParsedSearch } from '#domain/search/query/parse-search-text';
import { withoutPart } from '#domain/search/query/edit-search-text';
import type { QueryContext } from '#domain/search/query/query-context';
import { QUERY_PROBLEMS } from '../../archive/query-problem-messages.ts';
import { messages } from './messages.ts';
import { partLabel } from './part-label.ts';
import styles from './search-screen.module.css';

type ConditionChipsProps = {
  readonly text: string;
  readonly parsed: ParsedSearch;
  readonly context: QueryContext;
  readonly onChange: (text: string) => void;
};

/** More would only push the hits out of sight. */
const MOST_CHIPS = 30;
const LONGEST_QUOTED = 24;

/** What was understood as more than plain words, each removable, and what was not read as it may have been meant. */
export function ConditionChips({ text, parsed, context, onChange }: ConditionChipsProps) {
  const chips = useMemo(
    () =>
      parsed.parts.flatMap((part) => {
        const label = partLabel(part, context);
        return label === null ? [] : [{ part, label }];
      }),
    [parsed, context],
  );
  const problems = useMemo(() => problemsInWords(text, parsed), [text, parsed]);
  if (chips.length === 0 && problems.length === 0) return null;
  return (
    <div className={styles['conditions']}>
      {chips.length > 0 && (
        <ul className={styles['chips']} aria-label={messages.chips.label}>
          {chips.slice(0, MOST_CHIPS).map(({ part, label }) => (
            <li key={`${part.start} ${label}`}>
              <button
                type="button"
                className={styles['chip']}
                aria-label={messages.chips.remove(label)}
                title={messages.chips.remove(label)}
                onClick={() => onChange(withoutPart(text, part, context))}
                onKeyDown={(event) => {
                  if (event.key !== 'Delete' && event.key !== 'Backspace') return;
                  event.preventDefault();
                  onChange(withoutPart(text, part, context));
                }}
              >
                <span className={styles['chipLabel']}>{label}</span>
                <span aria-hidden>×</span>
              </button>
            </li>
          ))}
          {chips.length > MOST_CHIPS && <li>{messages.chips.more(chips.length - MOST_CHIPS)}</li>}
        </ul>
      )}
      {problems.length > 0 && (
        <ul className={styles['problems']} aria-label={messages.problems}>
          {problems.map((problem) => (
            <li key={problem}>
              <WarningOutlined aria-hidden /> {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Each said once, with what was typed where that says more than a mark. */
function problemsInWords(text: string, { problems }: ParsedSearch): readonly string[] {
  const said = problems.map(({ code, start, end }) => {
    const typed = text.slice(start, end).trim();
    const isTelling = typed.length > 1 && typed.length <= LONGEST_QUOTED;
    return isTelling ? messages.problemAt(typed, QUERY_PROBLEMS[code]) : QUERY_PROBLEMS[code];
  });
  return [...new Set(said)];
}
