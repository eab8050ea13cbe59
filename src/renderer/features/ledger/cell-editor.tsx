// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- a native list cannot stand at a cell
import { Input } from 'antd';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { editableText, isListField } from '#domain/ledger/cell-text';
import type { AnyField } from '#domain/records/field';
import { fieldValue } from '#domain/records/record-fields';
import { useRecords } from '../../archive/use-records.ts';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { isComposing } from '../../hooks/is-composing.ts';
import { usePinyinMatcher } from '../../hooks/use-pinyin-matcher.ts';
import { isClosedList, isPinyinTyped, strayPinyin, suggestionsFor, withSuggestion } from './cell-suggestions.ts';
import type { LedgerCell } from './grid-reading.ts';
import { messages } from './messages.ts';
import styles from './cell-editor.module.css';

/** Where the cursor goes when a cell is done. */
export type NextCell = 'below' | 'right' | 'left' | 'here';

/** The place of a cell inside the grid, in pixels; `bottom` is set where there is no room below it. */
export type CellPlace = {
  readonly left: number;
  readonly width: number;
  readonly top?: number;
  readonly bottom?: number;
};

type CellEditorProps = {
  readonly cell: LedgerCell;
  readonly field: AnyField;
  readonly heading: string;
  readonly place: CellPlace;
  /** Saves the text; answers what is wrong with it, or null when it is saved. */
  readonly onSave: (text: string, next: NextCell) => Promise<string | null>;
  readonly onCancel: () => void;
};

/** Edits one cell as text, with what is known to stand there on offer. A refusal stands at the cell until it is gone. */
export function CellEditor({ cell, field, heading, place, onSave, onCancel }: CellEditorProps) {
  const list = useId();
  const input = useRef<{ readonly focus: () => void }>(null);
  const editor = useCellText(cell, field, onSave, input);
  const { text, problem, isSaving, suggestions, active } = editor;
  const isProse = field.type === 'prose';
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (editor.press(event, isProse)) event.preventDefault();
  };
  const shared = {
    autoFocus: true,
    value: text,
    readOnly: isSaving,
    'aria-label': messages.cell.editorLabel(heading, cell.record.title),
    'aria-invalid': problem !== null,
    'aria-describedby': `${list}-hint`,
    onChange: (event: { readonly target: { readonly value: string } }) => editor.type(event.target.value),
    onKeyDown: press,
    onFocus: (event: { readonly target: HTMLInputElement | HTMLTextAreaElement }) => event.target.select(),
  };
  return (
    <div
      className={place.bottom === undefined ? styles['editor'] : styles['upward']}
      style={place}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && !isSaving) editor.leave(onCancel);
      }}
    >
      {isProse ? (
        <Input.TextArea {...shared} ref={(area) => void (input.current = area)} rows={5} />
      ) : (
        <Input
          {...shared}
          ref={(box) => void (input.current = box)}
          autoComplete="off"
          role="combobox"
          aria-expanded={suggestions.length > 0}
          aria-controls={list}
          {...(active >= 0 ? { 'aria-activedescendant': `${list}-${active}` } : {})}
        />
      )}
      {suggestions.length > 0 && (
        <ul id={list} className={styles['list'] ?? ''} role="listbox" aria-label={heading}>
          {suggestions.map((each, index) => (
            <li
              key={each}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles['option'] ?? ''}
              // Before the cell loses the cursor to the list.
              onMouseDown={(event) => {
                event.preventDefault();
                editor.take(each);
              }}
            >
              {each}
            </li>
          ))}
        </ul>
      )}
      <div
        id={`${list}-hint`}
        role={problem ? 'alert' : undefined}
        className={problem ? styles['problem'] : styles['hint']}
      >
        {problem ?? hintOf(field)}
      </div>
    </div>
  );
}

function hintOf(field: AnyField): string {
  if (field.type === 'prose') return messages.cell.proseHint;
  return isListField(field) ? messages.cell.listHint : messages.cell.hint;
}

/** The text of the cell, what is offered for it, and what keys do to both. */
function useCellText(
  cell: LedgerCell,
  field: AnyField,
  onSave: CellEditorProps['onSave'],
  input: { readonly current: { readonly focus: () => void } | null },
) {
  const initial = editableText(field, fieldValue(cell.record, cell.column));
  const units = useUnitDirectory();
  const programmes = useRecords('programme');
  const matcher = usePinyinMatcher();
  const [text, setText] = useState(initial);
  const [isTyped, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isLeaving = useRef(false);
  const refusedText = useRef<string | null>(null);
  const suggestions = useMemo(
    () => suggestionsFor(field, text, isTyped, { units, programmes, matcher }),
    [field, text, isTyped, units, programmes, matcher],
  );

  const save = async (wanted: string, next: NextCell) => {
    if (isLeaving.current) return;
    const [stray] = strayPinyin(field, wanted, units);
    if (stray !== undefined && refusedText.current !== wanted) {
      refusedText.current = wanted;
      setProblem(messages.cell.strayPinyin(stray));
      return input.current?.focus();
    }
    isLeaving.current = true;
    setSaving(true);
    const refused = await onSave(wanted, next);
    isLeaving.current = false;
    setSaving(false);
    setProblem(refused);
    if (refused === null) return;
    refusedText.current = wanted;
    input.current?.focus();
  };
  const type = (typed: string) => {
    setText(typed);
    setTyped(true);
    setProblem(null);
    // Of a closed list the first that fits is meant, and pinyin is hardly ever meant as it stands; of other names that
    // are offered one has to be chosen.
    const isFirstMeant = (isClosedList(field) && !isListField(field)) || isPinyinTyped(field, typed);
    setActive(isFirstMeant && typed.trim() !== '' ? 0 : -1);
  };
  const take = (suggestion: string) => {
    const taken = withSuggestion(field, text, suggestion);
    setText(taken);
    setTyped(false);
    setActive(-1);
    setProblem(null);
    return taken;
  };
  const press = (event: KeyboardEvent, isProse: boolean): boolean => {
    if (!isProse && suggestions.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const count = suggestions.length;
      const from = active === -1 ? suggestions.indexOf(text) : active;
      setActive(
        (from + (event.key === 'ArrowDown' ? 1 : count - 1) + (from === -1 && event.key === 'ArrowUp' ? 1 : 0)) % count,
      );
      return true;
    }
    const isEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey;
    if (!isEnter && event.key !== 'Tab') return false;
    const suggestion = suggestions[active];
    const wanted = suggestion === undefined ? text : take(suggestion);
    // In a list, Enter takes the name and goes on with the next one.
    if (isEnter && suggestion !== undefined && isListField(field)) return true;
    void save(wanted, isEnter ? 'below' : tabTo(event));
    return true;
  };
  /** The cursor goes elsewhere: what was changed is saved there and then, as in a spreadsheet. */
  const leave = (cancel: () => void) => {
    if (text === initial) cancel();
    else if (text !== refusedText.current) void save(text, 'here');
  };
  return { text, problem, isSaving, suggestions, active, type, take, press, leave };
}

function tabTo(event: KeyboardEvent): NextCell {
  return event.shiftKey ? 'left' : 'right';
}
