import { Select } from 'antd';
import { useRef, type ReactElement } from 'react';
import { addYears, hasYear, removeYear } from '#domain/search/query/year-ranges';
import type { YearRange } from '#domain/search/search-expression';
import type { FacetCount } from '#domain/search/search-facets';
import { messages } from './messages.ts';
import styles from './search-screen.module.css';

type YearSelectProps = {
  readonly counts: readonly FacetCount<number>[];
  readonly chosen: readonly YearRange[];
  readonly onChange: (years: readonly YearRange[]) => void;
};

/** Several years: each by a click or Enter, all up to another one with Shift held. */
export function YearSelect({ counts, chosen, onChange }: YearSelectProps) {
  const isShiftHeld = useRef(false);
  const last = useRef<number | null>(null);
  if (counts.length === 0 && chosen.length === 0) return null;
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  // What was chosen or typed can be taken back although nothing is left of it.
  const ends = chosen.flatMap(({ from, to }) => [from, to]).filter((year) => year !== null);
  const years = [...new Set([...countOf.keys(), ...ends])].toSorted((a, b) => b - a);
  const take = (year: number) => {
    const anchor = isShiftHeld.current ? last.current : null;
    last.current = year;
    if (anchor !== null && anchor !== year) {
      onChange(addYears(chosen, { from: Math.min(anchor, year), to: Math.max(anchor, year) }));
    } else if (hasYear(chosen, year)) onChange(removeYear(chosen, year, years));
    else onChange(addYears(chosen, { from: year, to: year }));
  };
  const hold = ({ shiftKey }: { readonly shiftKey: boolean }) => {
    isShiftHeld.current = shiftKey;
  };
  return (
    // Keys and clicks in the list come by here as well.
    <span className={styles['years']} role="presentation" onKeyDownCapture={hold} onMouseDownCapture={hold}>
      <Select<number[]>
        mode="multiple"
        className={(chosen.length > 1 ? styles['wide'] : styles['select']) ?? ''}
        popupMatchSelectWidth={false}
        // Within the filters, where a screen reader looks for it.
        getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
        aria-label={messages.facets.year}
        placeholder={messages.facets.year}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount={0}
        maxTagPlaceholder={chosen.map(messages.facets.years).join('、')}
        value={years.filter((year) => hasYear(chosen, year))}
        onSelect={take}
        onDeselect={take}
        onClear={() => onChange([])}
        popupRender={withHint}
        options={years.map((year) => {
          const [name, count] = [messages.facets.yearName(year), countOf.get(year)];
          return { value: year, label: count === undefined ? name : messages.facets.item(name, count) };
        })}
      />
    </span>
  );
}

function withHint(list: ReactElement): ReactElement {
  return (
    <>
      {list}
      <div className={styles['yearHint']}>{messages.facets.yearHint}</div>
    </>
  );
}
