import { AutoComplete } from 'antd';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { PinyinMatcher } from '#domain/pinyin/pinyin-match';
import { Highlighted } from '../../components/highlighted.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { isPinyinTyped, suggest, type Candidate, type Suggestion } from './suggestions.ts';
import styles from './entry-form.module.css';

type CompletingInputProps = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Called instead of `onChange` when a candidate is taken from the list. */
  readonly onPick?: (candidate: Candidate) => void;
  readonly onLeave?: () => void;
  readonly matcher: PinyinMatcher;
  /** Asked for only while the field has the cursor. */
  readonly candidates: () => readonly Candidate[];
  /** Whether Enter takes the first of the list, and not only one that was marked by an arrow key. */
  readonly takesFirst?: boolean;
  readonly placeholder?: string;
  readonly label?: string;
};

const MOST_SHOWN = 10;

/**
 * A line of text that is completed while it is typed, by Chinese, pinyin or initials. Tab leaves it with what was typed,
 * Enter takes what is marked; pinyin is hardly ever meant as it stands, so the first match is marked for it.
 */
export function CompletingInput(props: CompletingInputProps) {
  const { id, value, onChange, onPick, onLeave, matcher, candidates, takesFirst, placeholder, label } = props;
  const [hasCursor, setHasCursor] = useState(false);
  const suggestions = useMemo(() => {
    if (!hasCursor) return [];
    const found = suggest(matcher, value, candidates(), MOST_SHOWN);
    // What stands there already is not worth a list.
    return found.length === 1 && found[0]?.candidate.text === value ? [] : found;
  }, [hasCursor, matcher, value, candidates]);
  return (
    <AutoComplete
      id={id}
      className={styles['completing'] ?? ''}
      value={value}
      placeholder={placeholder}
      aria-label={label}
      showSearch={{ filterOption: false }}
      defaultActiveFirstOption={(takesFirst ?? false) || isPinyinTyped(value)}
      options={suggestions.map((suggestion) => ({
        value: suggestion.candidate.text,
        label: <SuggestionText {...suggestion} />,
        candidate: suggestion.candidate,
      }))}
      onInputKeyDown={passByList}
      onFocus={() => setHasCursor(true)}
      onBlur={() => {
        setHasCursor(false);
        onLeave?.();
      }}
      onChange={(text: string | undefined, option) => {
        if (isPicked(option) && onPick) onPick(option.candidate);
        else onChange(text ?? '');
      }}
    />
  );
}

function isPicked(option: unknown): option is { readonly candidate: Candidate } {
  return typeof option === 'object' && option !== null && 'candidate' in option;
}

/** A candidate with what was matched of it; by another of its names, that name stands behind it. */
export function SuggestionText({ candidate, name, ranges }: Suggestion) {
  const matched = <Highlighted text={name} highlights={ranges} />;
  if (name === candidate.text) return <span className={styles['suggestion']}>{matched}</span>;
  return (
    <span className={styles['suggestion']}>
      {candidate.text}（{matched}）
    </span>
  );
}

/**
 * Keys that a list would take for itself. Tab leaves the field, taking over what was typed; left to itself the list would
 * choose the item that happens to be marked, add or remove it, and keep the cursor. Ctrl+Enter belongs to the form.
 */
export function passByList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Tab') event.stopPropagation();
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return;
  event.stopPropagation();
  const { key, ctrlKey, metaKey, repeat } = event;
  // What is stopped here does not reach the shortcuts of the window.
  dispatchEvent(new globalThis.KeyboardEvent('keydown', { key, ctrlKey, metaKey, repeat, cancelable: true }));
}
