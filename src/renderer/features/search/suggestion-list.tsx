import { Fragment } from 'react';
import type { LabelPiece, SearchSuggestion } from '#domain/search/query/complete-search-text';
import { ChoiceList } from '../../components/choice-list.tsx';
import { messages } from './messages.ts';
import styles from './suggestion-list.module.css';

type SuggestionListProps = {
  readonly id: string;
  readonly suggestions: readonly SearchSuggestion[];
  readonly active: number;
  readonly onTake: (suggestion: SearchSuggestion) => void;
};

/** What could be typed, below the box. */
export function SuggestionList({ id, suggestions, active, onTake }: SuggestionListProps) {
  return (
    <div className={styles['popup']}>
      <ChoiceList
        id={id}
        label={messages.suggestions.label}
        choices={suggestions.map(({ kind, insert, label, count }) => ({
          key: `${kind} ${insert}`,
          content: <Label pieces={label} />,
          note: count === null ? messages.suggestions.kind[kind] : messages.suggestions.count(count),
        }))}
        active={active}
        onTake={(index) => {
          const taken = suggestions[index];
          if (taken) onTake(taken);
        }}
      />
      <div className={styles['keys']}>{messages.suggestions.keys}</div>
    </div>
  );
}

function Label({ pieces }: { readonly pieces: readonly LabelPiece[] }) {
  return pieces.map(({ text, isMatch }, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- the same piece may stand there twice
    <Fragment key={at}>{isMatch ? <b>{text}</b> : text}</Fragment>
  ));
}
