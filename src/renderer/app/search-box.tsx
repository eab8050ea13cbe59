import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useRef } from 'react';
import { isComposing, isUnfinishedInput } from '../hooks/is-composing.ts';
import { useShortcut } from '../hooks/use-shortcut.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useSearchState } from '../features/search/search-state.tsx';
import { messages } from './messages.ts';
import styles from './shell.module.css';

/** The one box over all kinds. Typing shows results from the first character; the input method is left to finish. */
export function SearchBox() {
  const input = useRef<InputRef>(null);
  const { route, go } = useNavigation();
  const { typed, type } = useSearchState();
  const focus = () => {
    input.current?.focus({ cursor: 'all' });
    if (route.screen !== 'search') go({ screen: 'search' });
  };
  useShortcut('Ctrl+F', focus);
  useShortcut('Ctrl+K', focus);
  return (
    <Input
      ref={input}
      className={styles['search'] ?? ''}
      prefix={<SearchOutlined aria-hidden />}
      suffix={<kbd className={styles['key']}>Ctrl F</kbd>}
      placeholder={messages.searchPlaceholder}
      aria-label={messages.searchLabel}
      allowClear
      value={typed}
      maxLength={500}
      onChange={(event) => {
        type(event.target.value, isUnfinishedInput(event.nativeEvent));
        if (route.screen !== 'search' && event.target.value !== '') go({ screen: 'search' });
      }}
      onCompositionEnd={(event) => type(event.currentTarget.value, false)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-search-hit]')?.focus();
        }
        if (event.key === 'Escape') type('', false);
      }}
    />
  );
}
