import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { choiceId, ChoiceList } from '../../components/choice-list.tsx';
import { isComposing, isUnfinishedInput } from '../../hooks/is-composing.ts';
import { messages } from './messages.ts';
import { usePaletteItems, type PaletteItem, type PaletteOffer } from './use-palette-items.tsx';
import styles from './palette.module.css';

type PaletteProps = PaletteOffer & { readonly onClose: () => void };

/**
 * Finds and does anything from anywhere. The browser's own dialog: it opens without a transition, keeps the cursor
 * inside, and gives it back to where it was.
 */
export function Palette({ onClose, ...offer }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  // Enter was quicker than the answer.
  const [isAwaited, setAwaited] = useState(false);
  const { items, isFirstSure } = usePaletteItems(text, offer);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const chosen = Math.min(active, items.length - 1);
  const type = (value: string, isUnfinished: boolean) => {
    setTyped(value);
    setAwaited(false);
    if (isUnfinished) return;
    setText(value);
    setActive(0);
  };
  const take = (item: PaletteItem | undefined) => {
    if (!item || !dialog.current?.open) return;
    // Closed first, so that the cursor goes back before what is done takes it elsewhere.
    dialog.current.close();
    item.run();
  };
  useEffect(() => {
    if (isAwaited && isFirstSure) take(items[0]);
  });
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setAwaited(false);
      setActive((chosen + step + items.length) % Math.max(1, items.length));
    } else if (event.key === 'Enter') {
      // What was chosen by arrows is what is seen; what stands first may still be the answer to the text before.
      if (chosen === 0 && !isFirstSure) setAwaited(true);
      else take(items[chosen]);
    } else if (event.key === 'Escape') dialog.current?.close();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a click beside it closes it, as Escape does
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label={messages.title}
      // An input method's Escape gives up what it composes, not the dialog.
      onCancel={(event) => event.preventDefault()}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
    >
      <div className={styles['inside']}>
        <input
          className={styles['box']}
          role="combobox"
          aria-label={messages.label}
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? choiceId(listId, chosen) : undefined}
          placeholder={messages.placeholder}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={({ target, nativeEvent }) => type(target.value, isUnfinishedInput(nativeEvent))}
          onCompositionEnd={({ currentTarget }) => type(currentTarget.value, false)}
          onKeyDown={press}
        />
        <ChoiceList
          id={listId}
          label={messages.title}
          choices={items}
          active={chosen}
          onTake={(index) => take(items[index])}
        />
        <div className={styles['keys']}>{messages.keys}</div>
      </div>
    </dialog>
  );
}
