import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SearchSuggestion } from '#domain/search/query/complete-search-text';
import { choiceId } from '../components/choice-list.tsx';
import { useSearchState } from '../features/search/search-state.tsx';
import { wishOf } from '../features/search/hit-wish.ts';
import { SuggestionList } from '../features/search/suggestion-list.tsx';
import { useCompletion, type Completion } from '../features/search/use-completion.ts';
import { isComposing, isUnfinishedInput } from '../hooks/is-composing.ts';
import { useShortcut } from '../hooks/use-shortcut.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { messages } from './messages.ts';
import styles from './shell.module.css';

/** The one box over all kinds. Typing shows results from the first character; the input method is left to finish. */
export function SearchBox() {
  const input = useRef<InputRef>(null);
  const listId = useId();
  const { route, go } = useNavigation();
  const { typed, type, remember, setWish } = useSearchState();
  const [isFocused, setFocused] = useState(false);
  const completion = useCompletion(isFocused);
  const placeCaret = useCaretPlacing(input);
  const showScreen = () => {
    if (route.screen !== 'search') go({ screen: 'search' });
  };
  useShortcut('Ctrl+F', () => {
    input.current?.focus({ cursor: 'all' });
    showScreen();
  });
  const take = ({ range: [start, end], insert }: SearchSuggestion) => {
    const before = typed.slice(0, start) + insert;
    type(before + typed.slice(end), false);
    placeCaret(before.length);
    completion.typedAt(before.length);
  };
  const enterHits = (key: 'Enter' | 'ArrowDown') => {
    remember(typed);
    showScreen();
    setWish((before) => wishOf(key, before));
  };
  const { suggestions, active } = completion;
  const isOpen = suggestions.length > 0;
  return (
    <div className={styles['search']}>
      <Input
        ref={input}
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd className={styles['key']}>Ctrl F</kbd>}
        placeholder={messages.searchPlaceholder}
        aria-label={messages.searchLabel}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be typed into
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && active >= 0 ? choiceId(listId, active) : undefined}
        autoComplete="off"
        spellCheck={false}
        data-search-box
        allowClear
        value={typed}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          setWish(null);
          completion.close();
        }}
        onChange={({ target, nativeEvent }) => {
          const isUnfinished = isUnfinishedInput(nativeEvent);
          type(target.value, isUnfinished);
          completion.typedAt(isUnfinished ? null : target.selectionStart);
          if (target.value !== '') showScreen();
        }}
        onCompositionEnd={({ currentTarget }) => {
          type(currentTarget.value, false);
          completion.typedAt(currentTarget.selectionStart);
        }}
        onKeyDown={(event) => pressKey(event, { completion, take, enterHits, clear: () => type('', false) })}
      />
      {isOpen && <SuggestionList id={listId} suggestions={suggestions} active={active} onTake={take} />}
    </div>
  );
}

type KeyActions = {
  readonly completion: Completion;
  readonly take: (suggestion: SearchSuggestion) => void;
  readonly enterHits: (key: 'Enter' | 'ArrowDown') => void;
  readonly clear: () => void;
};

/** Keys go to the suggestions while there are any, then to the hits. */
function pressKey(event: KeyboardEvent<HTMLElement>, { completion, take, enterHits, clear }: KeyActions): void {
  if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
  const isOpen = completion.suggestions.length > 0;
  switch (event.key) {
    case 'ArrowDown':
      event.preventDefault();
      if (!isOpen || !completion.move(1)) enterHits('ArrowDown');
      break;
    case 'ArrowUp':
      if (!isOpen) return;
      event.preventDefault();
      completion.move(-1);
      break;
    case 'Tab':
    case 'Enter': {
      const chosen = isOpen && !event.shiftKey ? completion.choice(event.key) : null;
      if (chosen === null && event.key === 'Tab') return;
      event.preventDefault();
      if (chosen === null) enterHits('Enter');
      else take(chosen);
      break;
    }
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End':
      // What was suggested belongs to where the caret was.
      completion.close();
      break;
    case 'Escape':
      event.preventDefault();
      if (isOpen) completion.close();
      else clear();
      break;
  }
}

/** Puts the caret where it belongs once the text that it belongs into stands in the box. */
function useCaretPlacing(input: { readonly current: InputRef | null }): (caret: number) => void {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  return (caret) => {
    wanted.current = caret;
  };
}
